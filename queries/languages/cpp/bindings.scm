; What C++ defines under names that others call it by, beside what C does.

; Node.js: the file's binding, and the functions that it sets on it.
((call_expression
  function: (identifier) @_macro
  arguments: (argument_list . (identifier) @name) @definition.module)
  (#match? @_macro "^NODE_(?:MODULE|BINDING|BUILTIN_MODULE)_CONTEXT_AWARE(?:_INTERNAL|_BUILTIN)?$")
  (#set! needs "_CONTEXT_AWARE_"))
((call_expression
  function: (identifier) @_macro
  arguments: (argument_list . (identifier) @scope))
  (#match? @_macro "^NODE_(?:MODULE|BINDING|BUILTIN_MODULE)_CONTEXT_AWARE(?:_INTERNAL|_BUILTIN)?$")
  (#set! needs "_CONTEXT_AWARE_"))
((call_expression
  function: [(identifier) @_set (field_expression field: (field_identifier) @_set)]
  arguments: (argument_list
    (string_literal (string_content) @name) .
    [(identifier) @reference.call (qualified_identifier name: (identifier) @reference.call)])) @definition.function
  (#match? @_set "^(?:Set(?:\\w*Method\\w*)|NODE_SET_(?:PROTOTYPE_)?METHOD)$")
  (#set! needs "_CONTEXT_AWARE_"))
