(interface_declaration name: (type_identifier) @name) @definition.interface
(enum_declaration name: (identifier) @name) @definition.enum
(enum_body [
  (property_identifier) @name @definition.constant
  (string (string_fragment) @name @definition.constant)
  (enum_assignment name: [(property_identifier) @name (string (string_fragment) @name)]) @definition.constant])
(type_alias_declaration name: (type_identifier) @name) @definition.type
(abstract_class_declaration name: (type_identifier) @name) @definition.class
[(internal_module name: (_) @name) (module name: [(identifier) @name (string (string_fragment) @name)])] @definition.module
(function_signature name: (identifier) @name) @definition.function

; Members; those of a type without a name are local to the function that they stand in.
(public_field_definition
  name: [(property_identifier) @name (private_property_identifier) @name (string (string_fragment) @name)]
  value: [(arrow_function) (function_expression) (generator_function)]) @definition.method
(public_field_definition
  name: [(property_identifier) @name (private_property_identifier) @name (string (string_fragment) @name)]) @definition.field
(property_signature name: [(property_identifier) @name (string (string_fragment) @name)]) @definition.field @outside
[
  (method_signature name: [(property_identifier) @name (string (string_fragment) @name)])
  (abstract_method_signature name: [(property_identifier) @name (string (string_fragment) @name)])] @definition.method @outside
[
  (required_parameter [(accessibility_modifier) "readonly"] pattern: (identifier) @name)
  (optional_parameter [(accessibility_modifier) "readonly"] pattern: (identifier) @name)] @definition.field @member

; What an object holds, where it is a value of the module and said to be of a type.
(variable_declarator value: [
  (as_expression
    (object (pair key: [(property_identifier) @name (string (string_fragment) @name)]) @definition.field))
  (satisfies_expression
    (object (pair key: [(property_identifier) @name (string (string_fragment) @name)]) @definition.field))]) @outside

; Values of a namespace.
[
  (internal_module (statement_block (lexical_declaration kind: "const" (variable_declarator name: (identifier) @name) @definition.constant)))
  (module (statement_block (lexical_declaration kind: "const" (variable_declarator name: (identifier) @name) @definition.constant)))
  (statement_block (export_statement (lexical_declaration kind: "const" (variable_declarator name: (identifier) @name) @definition.constant)))
  (ambient_declaration (lexical_declaration kind: "const" (variable_declarator name: (identifier) @name) @definition.constant))]
[
  (internal_module (statement_block (lexical_declaration kind: "let" (variable_declarator name: (identifier) @name) @definition.variable)))
  (module (statement_block (lexical_declaration kind: "let" (variable_declarator name: (identifier) @name) @definition.variable)))
  (statement_block (export_statement (lexical_declaration kind: "let" (variable_declarator name: (identifier) @name) @definition.variable)))
  (ambient_declaration (lexical_declaration kind: "let" (variable_declarator name: (identifier) @name) @definition.variable))]

; References.
(import_alias . (identifier) @reference.import [
  (identifier) @reference.import
  (nested_identifier property: (property_identifier) @reference.import)])
(import_require_clause (identifier) @reference.import source: (string) @reference.import)
(extends_clause value: [
  (identifier) @reference.implementation
  (member_expression property: (property_identifier) @reference.implementation)])
[
  (implements_clause [
    (type_identifier) @reference.implementation
    (nested_type_identifier name: (type_identifier) @reference.implementation)
    (generic_type name: [
      (type_identifier) @reference.implementation
      (nested_type_identifier name: (type_identifier) @reference.implementation)])])
  (extends_type_clause [
    (type_identifier) @reference.implementation
    (nested_type_identifier name: (type_identifier) @reference.implementation)
    (generic_type name: [
      (type_identifier) @reference.implementation
      (nested_type_identifier name: (type_identifier) @reference.implementation)])])]
(call_expression function: [
  (non_null_expression [
    (identifier) @reference.call
    (member_expression property: (property_identifier) @reference.call)])
  (instantiation_expression [
    (identifier) @reference.call
    (member_expression property: (property_identifier) @reference.call)])])
(type_identifier) @reference.type
