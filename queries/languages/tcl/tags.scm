((command
  name: (simple_word) @_package
  arguments: (word_list . (simple_word) @_provide . (simple_word) @package))
  (#eq? @_package "package")
  (#eq? @_provide "provide"))

(procedure name: (_) @name) @definition.function
; What is left of one that the grammar lost.
(ERROR "proc" . (simple_word) @name @definition.function)
((namespace (word_list . (simple_word) @_eval . (simple_word) @name)) @definition.module
  (#eq? @_eval "eval"))

; What is set at the top of a file or of a namespace. Elsewhere a variable is local, or nobody can say whose it is.
(source_file (set . (id) @name) @definition.variable)
(namespace (word_list (braced_word (set . (id) @name) @definition.variable)))
((source_file (command
  name: (simple_word) @_variable
  arguments: (word_list . (simple_word) @name)) @definition.variable)
  (#eq? @_variable "variable"))
((namespace (word_list (braced_word (command
  name: (simple_word) @_variable
  arguments: (word_list . (simple_word) @name)) @definition.variable)))
  (#eq? @_variable "variable"))

; TclOO
((command
  name: (simple_word) @_class
  arguments: (word_list . (simple_word) @_create . (simple_word) @name)) @definition.class
  (#match? @_class "^(::)?oo::class$")
  (#eq? @_create "create"))
((command name: (simple_word) @_class arguments: (word_list (braced_word (command
  name: (simple_word) @_variable
  arguments: (word_list (simple_word) @name @definition.field)))))
  (#match? @_class "^(::)?oo::class$")
  (#eq? @_variable "variable"))
((command
  name: (simple_word) @_method
  arguments: (word_list . (simple_word) @name . (braced_word) . (braced_word) .)) @definition.method
  (#eq? @_method "method"))
((command name: (simple_word) @_parent arguments: (word_list (simple_word) @reference.implementation))
  (#any-of? @_parent "superclass" "mixin"))

((command name: (simple_word) @_source arguments: (word_list [
  (simple_word) @reference.import
  (quoted_word) @reference.import
  (command_substitution (command arguments: (word_list [(simple_word) (quoted_word)] @reference.import .)))] .))
  (#eq? @_source "source"))
((command
  name: (simple_word) @_package
  arguments: (word_list . (simple_word) @_require . (simple_word) @reference.import))
  (#eq? @_package "package")
  (#eq? @_require "require")
  (#not-eq? @reference.import "-exact"))
((command
  name: (simple_word) @_package
  arguments: (word_list . (simple_word) @_require . (simple_word) @_exact . (simple_word) @reference.import))
  (#eq? @_package "package")
  (#eq? @_require "require")
  (#eq? @_exact "-exact"))
((namespace (word_list . (simple_word) @_import (simple_word) @reference.import))
  (#eq? @_import "import")
  (#not-eq? @reference.import "-force"))

; Braces hold code or data, and only the command before them knows which.
([
  (source_file (command name: (simple_word) @reference.call))
  (ERROR (command name: (simple_word) @reference.call))
  (command_substitution (command name: (simple_word) @reference.call))
  (procedure (braced_word (command name: (simple_word) @reference.call)))
  (if (braced_word (command name: (simple_word) @reference.call)))
  (elseif (braced_word (command name: (simple_word) @reference.call)))
  (else (braced_word (command name: (simple_word) @reference.call)))
  (while (braced_word (command name: (simple_word) @reference.call)))
  (foreach (braced_word (command name: (simple_word) @reference.call)))
  (catch (braced_word (command name: (simple_word) @reference.call)))
  (try (braced_word (command name: (simple_word) @reference.call)))
  (finally (braced_word (command name: (simple_word) @reference.call)))
  (namespace (word_list (braced_word (command name: (simple_word) @reference.call))))]
  (#match? @reference.call "^:*[A-Za-z_]"))
((command name: (_) @_before arguments: (word_list (braced_word (command name: (simple_word) @reference.call))))
  (#match? @reference.call "^:*[A-Za-z_]")
  (#not-match? @_before "^(append|array|concat|dict|error|global|join|lappend|lindex|linsert|list|llength|lreplace|lsearch|lsort|puts|regexp|regsub|return|split|string|switch|test|variable)$"))
((command name: (simple_word) @_test arguments: (word_list . (_) (braced_word (command name: (simple_word) @reference.call))))
  (#match? @reference.call "^:*[A-Za-z_]")
  (#eq? @_test "test"))
((command name: (simple_word) @_my arguments: (word_list . (simple_word) @reference.call))
  (#eq? @_my "my"))
((command name: (variable_substitution) arguments: (word_list . (simple_word) @reference.call))
  (#match? @reference.call "^[A-Za-z_]"))

(id) @reference.name
((simple_word) @reference.name (#match? @reference.name "^:*[A-Za-z_][A-Za-z0-9_:]*$"))
