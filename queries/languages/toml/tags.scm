; What a package needs is brought in, and not defined here.
((table . [(bare_key) @_of (dotted_key (bare_key) @_of .)]
  (pair . [
    [(bare_key) (quoted_key)] @undefined @definition.field
    (dotted_key . [(bare_key) (quoted_key)] @undefined @definition.field)]))
  (#any-of? @_of "dependencies" "dev-dependencies" "build-dependencies" "dev_dependencies" "packages" "dev-packages"))
((table . (dotted_key [(bare_key) @_of (dotted_key (bare_key) @_of .)] . [(bare_key) (quoted_key)] @undefined @definition.field .))
  (#any-of? @_of "dependencies" "dev-dependencies" "build-dependencies"))
((table . (dotted_key [(bare_key) @_of (dotted_key (bare_key) @_of .)] . (_) .)
  (pair . (_) @undefined @definition.field))
  (#any-of? @_of "dependencies" "dev-dependencies" "build-dependencies"))

; A package and its targets are known by their names.
((table . (bare_key) @_of (pair . (bare_key) @_name (string) @name) @definition.module)
  (#any-of? @_of "package" "project" "lib") (#eq? @_name "name"))
((table_array_element . (bare_key) @scope (pair . (bare_key) @_name (string) @name)) @definition.resource
  (#eq? @_name "name"))

(table . [(bare_key) (quoted_key)] @name) @definition.field
(table . (dotted_key (_) @scope . (_) @name .)) @definition.field
(table_array_element . [(bare_key) (quoted_key)] @name) @definition.field
(table_array_element . (dotted_key (_) @scope . (_) @name .)) @definition.field
(table (pair . (_) @name) @definition.field)
(table_array_element (pair . (_) @name) @definition.field)
(document (pair . (_) @name) @definition.field)

((table . [(bare_key) @_of (dotted_key (bare_key) @_of .)]
  (pair . [
    [(bare_key) (quoted_key)] @reference.import
    (dotted_key . [(bare_key) (quoted_key)] @reference.import)]))
  (#any-of? @_of "dependencies" "dev-dependencies" "build-dependencies" "dev_dependencies" "packages" "dev-packages"))
((table . (dotted_key [(bare_key) @_of (dotted_key (bare_key) @_of .)] . [(bare_key) (quoted_key)] @reference.import .))
  (#any-of? @_of "dependencies" "dev-dependencies" "build-dependencies"))
[(bare_key) (quoted_key)] @reference.name
((string) @reference.name
  (#match? @reference.name "^[\"'][A-Za-z_][A-Za-z0-9_./-]*[\"']$"))
