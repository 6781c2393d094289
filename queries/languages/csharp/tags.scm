[
  (namespace_declaration name: (_) @package)
  (file_scoped_namespace_declaration name: (_) @package)]

(class_declaration name: (identifier) @name) @definition.class
(record_declaration name: (identifier) @name) @definition.class
(struct_declaration name: (identifier) @name) @definition.struct
(interface_declaration name: (identifier) @name) @definition.interface
(enum_declaration name: (identifier) @name) @definition.enum
(enum_member_declaration name: (identifier) @name) @definition.constant
(delegate_declaration name: (identifier) @name) @definition.type

(method_declaration name: (identifier) @name) @definition.method
(constructor_declaration name: (identifier) @name) @definition.method
(local_function_statement name: (identifier) @name) @definition.function

(field_declaration
  (modifier "const")
  (variable_declaration (variable_declarator name: (identifier) @name))) @definition.constant
(field_declaration
  (modifier "static")
  (modifier "readonly")
  (variable_declaration (variable_declarator name: (identifier) @name))) @definition.constant
(field_declaration (variable_declaration (variable_declarator name: (identifier) @name))) @definition.field
(event_field_declaration (variable_declaration (variable_declarator name: (identifier) @name))) @definition.field
(event_declaration name: (identifier) @name) @definition.field
(property_declaration name: (identifier) @name) @definition.field
; A record's header names its properties.
(record_declaration (parameter_list (parameter name: (identifier) @name) @definition.field))
; A file of statements is a program.
(global_statement (local_declaration_statement
  (variable_declaration (variable_declarator name: (identifier) @name)))) @definition.variable

(using_directive (qualified_name name: (identifier)) @reference.import)
(using_directive !name (identifier) @reference.import)
(base_list [
  (identifier) @reference.implementation
  (generic_name (identifier) @reference.implementation)
  (qualified_name name: [
    (identifier) @reference.implementation
    (generic_name (identifier) @reference.implementation)])
  (primary_constructor_base_type type: [
    (identifier) @reference.implementation
    (generic_name (identifier) @reference.implementation)])])

(invocation_expression function: [
  (identifier) @reference.call
  (generic_name (identifier) @reference.call)
  (member_access_expression name: [
    (identifier) @reference.call
    (generic_name (identifier) @reference.call)])
  (conditional_access_expression [
    (member_binding_expression name: [
      (identifier) @reference.call
      (generic_name (identifier) @reference.call)])
    (member_access_expression name: [
      (identifier) @reference.call
      (generic_name (identifier) @reference.call)])])])
(object_creation_expression type: [
  (identifier) @reference.call
  (generic_name (identifier) @reference.call)
  (qualified_name name: [
    (identifier) @reference.call
    (generic_name (identifier) @reference.call)])])
(attribute name: [
  (identifier) @reference.type
  (qualified_name name: (identifier) @reference.type)])

[
  (variable_declaration type: (_) @types)
  (parameter type: (_) @types)
  (method_declaration returns: (_) @types)
  (local_function_statement type: (_) @types)
  (property_declaration type: (_) @types)
  (indexer_declaration type: (_) @types)
  (event_declaration type: (_) @types)
  (delegate_declaration type: (_) @types)
  (operator_declaration type: (_) @types)
  (conversion_operator_declaration type: (_) @types)
  (foreach_statement type: (_) @types)
  (catch_declaration type: (_) @types)
  (declaration_pattern type: (_) @types)
  (declaration_expression type: (_) @types)
  (recursive_pattern type: (_) @types)
  (cast_expression type: (_) @types)
  (typeof_expression type: (_) @types)
  (default_expression type: (_) @types)
  (as_expression right: (_) @types)
  (is_expression right: (_) @types)
  (array_creation_expression type: (_) @types)
  (type_argument_list) @types
  (type_parameter_constraint) @types]
(explicit_interface_specifier [
  (identifier) @reference.type
  (generic_name (identifier) @reference.type)
  (qualified_name name: (identifier) @reference.type)])
(identifier) @reference.name
