(package_header (identifier) @package)

(class_declaration "interface" (type_identifier) @name) @definition.interface
(class_declaration "enum" (type_identifier) @name) @definition.enum
(class_declaration (type_identifier) @name) @definition.class
(object_declaration (type_identifier) @name) @definition.class
(companion_object (type_identifier) @name) @definition.class
(enum_entry (simple_identifier) @name) @definition.constant
(type_alias (type_identifier) @name) @definition.type
(function_declaration (simple_identifier) @name) @definition.function
; Code that has no name, so that nothing in it is taken for a member.
[
  (lambda_literal)
  (anonymous_function)
  (anonymous_initializer)
  (getter)
  (setter)
  (secondary_constructor)
  (object_literal (class_body))] @local

(class_parameter (binding_pattern_kind) . (simple_identifier) @name) @definition.field
(property_declaration
  (modifiers (property_modifier))
  (variable_declaration (simple_identifier) @name)) @definition.constant
; By convention.
((property_declaration (variable_declaration (simple_identifier) @name)) @definition.constant @outside
  (#match? @name "^[A-Z][A-Z0-9_]*$"))
(property_declaration (variable_declaration (simple_identifier) @name)) @definition.variable @outside

(import_header (identifier) @reference.import)
((import_header (identifier (simple_identifier) @reference.type .)) (#match? @reference.type "^[A-Z]"))
(delegation_specifier [
  (user_type (type_identifier) @reference.implementation)
  (constructor_invocation (user_type (type_identifier) @reference.implementation))
  (explicit_delegation (user_type (type_identifier) @reference.implementation))])
(call_expression . [
  (simple_identifier) @reference.call
  (navigation_expression (navigation_suffix (simple_identifier) @reference.call))])
(infix_expression . (_) . (simple_identifier) @reference.call)
(type_identifier) @reference.type
[(simple_identifier) (interpolated_identifier)] @reference.name
