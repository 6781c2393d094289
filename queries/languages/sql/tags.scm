; A table is a type with fields; a view is one without.
(create_table (object_reference name: (identifier) @name)) @definition.struct
[
  (create_view (object_reference name: (identifier) @name))
  (create_materialized_view (object_reference name: (identifier) @name))] @definition.type
(create_type (object_reference name: (identifier) @name) (enum_elements)) @definition.enum
(create_type (object_reference name: (identifier) @name)) @definition.type
(create_function (keyword_function) . (object_reference name: (identifier) @name)) @definition.function
; What is left of a function that the grammar cannot read.
(ERROR (keyword_function) @definition.function . (object_reference name: (identifier) @name @definition.function))
(create_index column: (identifier) @name) @definition.resource
(create_trigger . (keyword_create) (keyword_trigger) . (object_reference name: (identifier) @name)) @definition.resource
(create_sequence (object_reference name: (identifier) @name)) @definition.resource
[
  (create_schema (identifier) @name)
  (create_database (identifier) @name)
  (create_role (identifier) @name)] @definition.resource
((alter_table
    (object_reference name: (identifier) @scope)
    (add_column (column_definition name: (identifier) @name) @definition.field))
  (#not-match? @name "^(?i:add|check|constraint|foreign|fulltext|index|key|primary|type|unique)$"))
; `ADD INDEX (x)` looks like a column.
((column_definition name: (identifier) @name) @definition.field
  (#not-match? @name "^(?i:add|check|constraint|foreign|fulltext|index|key|primary|type|unique)$"))

(create_extension (identifier) @reference.import)
(invocation (object_reference name: (identifier) @reference.call))
(create_trigger (object_reference name: (identifier) @reference.call) .)
(column_definition (keyword_references) . (object_reference name: (identifier) @reference.type))
(constraint (keyword_references) . (object_reference name: (identifier) @reference.type))
(column_definition type: (object_reference name: (identifier) @reference.type))
(identifier) @reference.name
