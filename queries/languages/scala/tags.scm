(package_clause name: (package_identifier) @package)

(class_definition name: (identifier) @name) @definition.class
(object_definition name: (identifier) @name) @definition.class
(trait_definition name: (identifier) @name) @definition.interface
(enum_definition name: (identifier) @name) @definition.enum
[(simple_enum_case name: (identifier) @name) (full_enum_case name: (identifier) @name)] @definition.constant
(package_object name: (identifier) @name) @definition.module
(type_definition name: (type_identifier) @name) @definition.type

[
  (function_definition name: [(identifier) (operator_identifier)] @name)
  (function_declaration name: [(identifier) (operator_identifier)] @name)] @definition.function
; Code in braces, and a class without a name, so that nothing in it is taken for a member.
[(block) (case_block) (lambda_expression) (instance_expression (template_body))] @local

; The parameters of a class that it keeps.
(class_definition "case" class_parameters: (class_parameters (class_parameter name: (identifier) @name) @definition.field))
(full_enum_case class_parameters: (class_parameters (class_parameter name: (identifier) @name) @definition.field))
(class_parameter ["val" "var"] name: (identifier) @name) @definition.field
; By convention, a value that begins with a capital does not change.
((val_definition pattern: [
  (identifier) @name
  (identifiers (identifier) @name)]) @definition.constant @outside (#match? @name "^[A-Z]"))
[
  (val_definition pattern: [
    (identifier) @name
    (identifiers (identifier) @name)
    (tuple_pattern (identifier) @name)])
  (var_definition pattern: [
    (identifier) @name
    (identifiers (identifier) @name)
    (tuple_pattern (identifier) @name)])
  (val_declaration name: (identifier) @name)
  (var_declaration name: (identifier) @name)
  (given_definition name: (identifier) @name)] @definition.variable @outside

; What is brought in: the last name of each path, those between braces, or the package that a wildcard stands for. Without
; the fields, which the dots and the `with` between the names carry, too.
(import_declaration (identifier) @reference.import .)
(import_declaration (identifier) @reference.import . ",")
(import_declaration (identifier) @reference.import . (namespace_wildcard))
(namespace_selectors [
  (identifier) @reference.import
  (arrow_renamed_identifier name: (identifier) @reference.import)])

(extends_clause [
  (type_identifier) @reference.implementation
  (stable_type_identifier (type_identifier) @reference.implementation)
  (generic_type type: [
    (type_identifier) @reference.implementation
    (stable_type_identifier (type_identifier) @reference.implementation)])
  (compound_type [
    (type_identifier) @reference.implementation
    (generic_type type: (type_identifier) @reference.implementation)])])

(call_expression function: [
  (identifier) @reference.call
  (field_expression field: (identifier) @reference.call)
  (generic_function function: [
    (identifier) @reference.call
    (field_expression field: (identifier) @reference.call)])])
(infix_expression operator: (identifier) @reference.call)
(instance_expression . [
  (type_identifier) @reference.call
  (stable_type_identifier (type_identifier) @reference.call)
  (generic_type type: [
    (type_identifier) @reference.call
    (stable_type_identifier (type_identifier) @reference.call)])
  (compound_type base: [
    (type_identifier) @reference.call
    (generic_type type: (type_identifier) @reference.call)])])
(instance_expression (compound_type extra: [
  (type_identifier) @reference.implementation
  (generic_type type: (type_identifier) @reference.implementation)]))
(case_class_pattern type: (type_identifier) @reference.type)
(type_identifier) @reference.type
(identifier) @reference.name
