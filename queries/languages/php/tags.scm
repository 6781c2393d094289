; A namespace with braces encloses; one without is the package of the file.
(namespace_definition name: (namespace_name) @package !body)
(namespace_definition name: (namespace_name) @name body: (_)) @definition.module

(class_declaration name: (name) @name) @definition.class
[(interface_declaration name: (name) @name) (trait_declaration name: (name) @name)] @definition.interface
(enum_declaration name: (name) @name) @definition.enum
(function_definition name: (name) @name) @definition.function
(method_declaration name: (name) @name) @definition.method
[(anonymous_function) (arrow_function)] @local
(assignment_expression
  left: (variable_name (name) @name)
  right: [(anonymous_function) (arrow_function)]) @definition.function

(property_element name: (variable_name (name) @name)) @definition.field
(property_promotion_parameter name: [
  (variable_name (name) @name)
  (by_ref (variable_name (name) @name))]) @definition.field @member
(const_element . (name) @name) @definition.constant
(enum_case name: (name) @name) @definition.constant
((function_call_expression
  function: [(name) @_define (qualified_name (name) @_define)]
  arguments: (arguments . (argument [
    (string (string_content) @name)
    (encapsed_string . (string_content) @name .)]))) @definition.constant
  (#eq? @_define "define"))
[
  (assignment_expression left: (variable_name (name) @name))
  (assignment_expression left: (list_literal (variable_name (name) @name)))
  (reference_assignment_expression left: (variable_name (name) @name))] @definition.variable @outside

; The name that is brought in, and the path to it.
(namespace_use_clause . [
  (name) @reference.import
  (qualified_name (name) @reference.import) @reference.import])
(namespace_use_declaration (namespace_name) @reference.import)
[
  (include_expression [
    [(string) (encapsed_string)] @reference.import
    (binary_expression right: [(string) (encapsed_string)] @reference.import)
    (parenthesized_expression [
      [(string) (encapsed_string)] @reference.import
      (binary_expression right: [(string) (encapsed_string)] @reference.import)])])
  (include_once_expression [
    [(string) (encapsed_string)] @reference.import
    (binary_expression right: [(string) (encapsed_string)] @reference.import)
    (parenthesized_expression [
      [(string) (encapsed_string)] @reference.import
      (binary_expression right: [(string) (encapsed_string)] @reference.import)])])
  (require_expression [
    [(string) (encapsed_string)] @reference.import
    (binary_expression right: [(string) (encapsed_string)] @reference.import)
    (parenthesized_expression [
      [(string) (encapsed_string)] @reference.import
      (binary_expression right: [(string) (encapsed_string)] @reference.import)])])
  (require_once_expression [
    [(string) (encapsed_string)] @reference.import
    (binary_expression right: [(string) (encapsed_string)] @reference.import)
    (parenthesized_expression [
      [(string) (encapsed_string)] @reference.import
      (binary_expression right: [(string) (encapsed_string)] @reference.import)])])]

[
  (base_clause [(name) @reference.implementation (qualified_name (name) @reference.implementation)])
  (class_interface_clause [(name) @reference.implementation (qualified_name (name) @reference.implementation)])
  (use_declaration [(name) @reference.implementation (qualified_name (name) @reference.implementation)])]

(function_call_expression function: [
  (name) @reference.call
  (qualified_name (name) @reference.call)
  (relative_name (name) @reference.call)
  (variable_name (name) @reference.call)])
[
  (member_call_expression name: (name) @reference.call)
  (nullsafe_member_call_expression name: (name) @reference.call)
  (scoped_call_expression name: (name) @reference.call)]
(object_creation_expression [
  (name) @reference.call
  (qualified_name (name) @reference.call)
  (relative_name (name) @reference.call)])
(attribute [(name) @reference.call (qualified_name (name) @reference.call)])

(use_instead_of_clause (name) @reference.type)
(named_type [
  (name) @reference.type
  (qualified_name (name) @reference.type)
  (relative_name (name) @reference.type)])
(binary_expression operator: "instanceof" right: [
  (name) @reference.type
  (qualified_name (name) @reference.type)])
[
  (scoped_call_expression scope: [(name) @reference.type (qualified_name (name) @reference.type)])
  (scoped_property_access_expression scope: [(name) @reference.type (qualified_name (name) @reference.type)])
  (class_constant_access_expression . [(name) @reference.type (qualified_name (name) @reference.type)])]

(name) @reference.name
