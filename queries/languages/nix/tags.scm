; A function that is bound to a name, wherever it stands. Of a path like `a.b.c`, what comes before the last is scope.
(binding
  attrpath: (attrpath ((_) @scope . ".")* . [(identifier) @name (string_expression (string_fragment) @name)] .)
  expression: (function_expression)) @definition.function
; An option of a module, and what builds a package.
((binding
    attrpath: (attrpath ((_) @scope . ".")* . [(identifier) @name (string_expression (string_fragment) @name)] .)
    expression: [
      (apply_expression function: (variable_expression name: (identifier) @_makes))
      (apply_expression function: (select_expression attrpath: (attrpath (identifier) @_makes .)))
      (apply_expression function: (apply_expression function: [
        (variable_expression name: (identifier) @_makes)
        (select_expression attrpath: (attrpath (identifier) @_makes .))]))]) @definition.field
  (#match? @_makes "^mk(?:\\w*Option|PackageOption\\w*)$"))
((binding
    attrpath: (attrpath . (identifier) @_name .)
    expression: (string_expression . (string_fragment) @name .)) @definition.resource
  (#eq? @_name "pname"))
; Data: what a name is bound to, and arguments. What stands in them is no name of the file.
(binding expression: [
  (attrset_expression) (rec_attrset_expression) (list_expression) (apply_expression) (binary_expression)
  (with_expression)] @local)
(apply_expression argument: [
  (attrset_expression) (rec_attrset_expression) (list_expression) (parenthesized_expression)] @local)
(binding
  attrpath: (attrpath ((_) @scope . ".")* . [(identifier) @name (string_expression (string_fragment) @name)] .)) @definition.variable @outside

[(path_expression) (spath_expression) (hpath_expression)] @reference.import
(inherit_from attrs: (inherited_attrs (identifier) @reference.import))
(apply_expression function: [
  (variable_expression name: (identifier) @reference.call)
  (select_expression attrpath: (attrpath (identifier) @reference.call .))])
(identifier) @reference.name
