(package_declaration [(scoped_identifier) (identifier)] @package)

(module_declaration name: (_) @name) @definition.module
(class_declaration name: (identifier) @name) @definition.class
(record_declaration name: (identifier) @name) @definition.class
(interface_declaration name: (identifier) @name) @definition.interface
(annotation_type_declaration name: (identifier) @name) @definition.interface
(enum_declaration name: (identifier) @name) @definition.enum
(enum_constant name: (identifier) @name) @definition.constant

(method_declaration name: (identifier) @name) @definition.method
(constructor_declaration name: (identifier) @name) @definition.method
(compact_constructor_declaration name: (identifier) @name) @definition.method
(annotation_type_element_declaration name: (identifier) @name) @definition.method

(field_declaration
  (modifiers "static" "final")
  declarator: (variable_declarator name: (identifier) @name)) @definition.constant
(field_declaration
  (modifiers "final" "static")
  declarator: (variable_declarator name: (identifier) @name)) @definition.constant
(constant_declaration declarator: (variable_declarator name: (identifier) @name)) @definition.constant
(field_declaration declarator: (variable_declarator name: (identifier) @name)) @definition.field
; A record's header names its fields.
(record_declaration parameters: (formal_parameters [
  (formal_parameter name: (identifier) @name) @definition.field
  (spread_parameter (variable_declarator name: (identifier) @name)) @definition.field]))

(import_declaration [(scoped_identifier) (identifier)] @reference.import)
((import_declaration (scoped_identifier name: (identifier) @reference.type)) (#match? @reference.type "^[A-Z]"))
(requires_module_directive module: (_) @reference.import)
(superclass [
  (type_identifier) @reference.implementation
  (scoped_type_identifier (type_identifier) @reference.implementation .)
  (generic_type [
    (type_identifier) @reference.implementation
    (scoped_type_identifier (type_identifier) @reference.implementation .)])])
(super_interfaces (type_list [
  (type_identifier) @reference.implementation
  (scoped_type_identifier (type_identifier) @reference.implementation .)
  (generic_type [
    (type_identifier) @reference.implementation
    (scoped_type_identifier (type_identifier) @reference.implementation .)])]))
(extends_interfaces (type_list [
  (type_identifier) @reference.implementation
  (scoped_type_identifier (type_identifier) @reference.implementation .)
  (generic_type [
    (type_identifier) @reference.implementation
    (scoped_type_identifier (type_identifier) @reference.implementation .)])]))
(method_invocation name: (identifier) @reference.call)
(object_creation_expression type: [
  (type_identifier) @reference.call
  (scoped_type_identifier (type_identifier) @reference.call .)
  (generic_type [
    (type_identifier) @reference.call
    (scoped_type_identifier (type_identifier) @reference.call .)])])
[
  (marker_annotation name: (identifier) @reference.type)
  (marker_annotation name: (scoped_identifier name: (identifier) @reference.type))
  (annotation name: (identifier) @reference.type)
  (annotation name: (scoped_identifier name: (identifier) @reference.type))
]
(record_pattern (identifier) @reference.type)
(type_identifier) @reference.type
(identifier) @reference.name
