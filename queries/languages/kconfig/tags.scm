; A symbol is a constant: code reads it as a value that the build has fixed. It is no resource, as nothing is made of it.
[
  (config name: (name (symbol) @name))
  (menuconfig name: (name (symbol) @name))] @definition.constant
(variable left: (symbol) @name) @definition.variable

(source (string) @reference.import)
; What a symbol needs, and what it switches on.
[
  (reverse_dependencies (name (symbol) @reference.call))
  (weak_reverse_dependencies [(symbol) (name (symbol))] @reference.call)]
(symbol) @reference.name
