(field_definition
  property: [(property_identifier) @name (private_property_identifier) @name (string (string_fragment) @name)]
  value: [(arrow_function) (function_expression) (generator_function)]) @definition.method
(field_definition
  property: [(property_identifier) @name (private_property_identifier) @name (string (string_fragment) @name)]) @definition.field
; Where fields are not declared, the constructor's assignments make them.
((method_definition name: (property_identifier) @_constructor body: (statement_block (expression_statement
  (assignment_expression
    left: (member_expression object: (this) property: (property_identifier) @name)
    right: [(arrow_function) (function_expression)]) @definition.method @member)))
  (#eq? @_constructor "constructor"))
((method_definition name: (property_identifier) @_constructor body: (statement_block (expression_statement
  (assignment_expression
    left: (member_expression object: (this) property: (property_identifier) @name)) @definition.field @member)))
  (#eq? @_constructor "constructor"))

(class_heritage [
  (identifier) @reference.implementation
  (member_expression property: (property_identifier) @reference.implementation)])

; An element whose name has a capital or a dot is what a component returns.
([
  (jsx_opening_element name: (identifier) @reference.call)
  (jsx_self_closing_element name: (identifier) @reference.call)]
  (#match? @reference.call "^[A-Z]"))
[
  (jsx_opening_element name: (member_expression property: (property_identifier) @reference.call))
  (jsx_self_closing_element name: (member_expression property: (property_identifier) @reference.call))]
