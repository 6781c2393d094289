; What a name with dots or a colon defines is a member of what stands before.
(function_declaration name: (identifier) @name) @definition.function
(function_declaration name: (dot_index_expression table: (_) @scope field: (identifier) @name)) @definition.function
(function_declaration name: (method_index_expression table: (_) @scope method: (identifier) @name)) @definition.method
(assignment_statement
  (variable_list . (identifier) @name)
  (expression_list . (function_definition))) @definition.function
(assignment_statement
  (variable_list . (dot_index_expression table: (_) @scope field: (identifier) @name))
  (expression_list . (function_definition))) @definition.function
(assignment_statement
  (variable_list . (bracket_index_expression table: (_) @scope field: (string content: (_) @name)))
  (expression_list . (function_definition))) @definition.function
(field name: (identifier) @name value: (function_definition)) @definition.function
(field name: (string content: (_) @name) value: (function_definition)) @definition.function

; A name for what is brought in is no definition.
((chunk (variable_declaration (assignment_statement
  (variable_list . name: (identifier) @undefined)
  (expression_list . (function_call name: (identifier) @_by) @local))))
  (#eq? @_by "require"))
; The values of a file, and the fields of its tables.
(chunk (variable_declaration (assignment_statement (expression_list (table_constructor
  (field name: [(identifier) @name (string content: (_) @name)]) @definition.field)))))
(chunk (assignment_statement (expression_list (table_constructor
  (field name: [(identifier) @name (string content: (_) @name)]) @definition.field))))
(chunk (return_statement (expression_list (table_constructor
  (field name: [(identifier) @name (string content: (_) @name)]) @definition.field))))
(chunk (variable_declaration (assignment_statement (variable_list name: (identifier) @name))) @definition.variable)
(chunk (variable_declaration (variable_list name: (identifier) @name)) @definition.variable)
(chunk (assignment_statement (variable_list name: (identifier) @name)) @definition.variable)
(chunk (assignment_statement (variable_list
  name: (dot_index_expression table: (_) @scope field: (identifier) @name))) @definition.field)

((function_call
  name: (identifier) @_by
  arguments: (arguments . (string content: (_) @reference.import)))
  (#any-of? @_by "require" "dofile" "loadfile"))
(function_call name: [
  (identifier) @reference.call
  (dot_index_expression field: (identifier) @reference.call)
  (method_index_expression method: (identifier) @reference.call)])
(identifier) @reference.name
