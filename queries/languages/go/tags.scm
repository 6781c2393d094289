(package_clause (package_identifier) @package)

(function_declaration name: (identifier) @name) @definition.function
; Code within a function, so that nothing in it is taken for a member of the package.
(func_literal) @local
(method_declaration
  receiver: (parameter_list (parameter_declaration type: [
    (type_identifier) @scope
    (generic_type type: (type_identifier) @scope)
    (pointer_type [(type_identifier) @scope (generic_type type: (type_identifier) @scope)])
    (parenthesized_type [(type_identifier) @scope (pointer_type (type_identifier) @scope)])]))
  name: (field_identifier) @name) @definition.method

(type_spec name: (type_identifier) @name type: (struct_type)) @definition.struct
(type_spec name: (type_identifier) @name type: (interface_type)) @definition.interface
(type_spec name: (type_identifier) @name) @definition.type
(type_alias name: (type_identifier) @name) @definition.type
; The fields of a type without a name are local to the function that they stand in.
(field_declaration name: (field_identifier) @name) @definition.field @outside
(method_elem name: (field_identifier) @name) @definition.method @outside
; Without the field: the commas between the names carry it too, and end its matching after the first.
(source_file (const_declaration (const_spec (identifier) @name) @definition.constant))
(source_file (var_declaration (var_spec name: (identifier) @name) @definition.variable))
(source_file (var_declaration (var_spec_list (var_spec name: (identifier) @name) @definition.variable)))

(import_spec path: [(interpreted_string_literal) (raw_string_literal)] @reference.import)

; An embedded type.
(field_declaration !name type: [
  (type_identifier) @reference.implementation
  (qualified_type name: (type_identifier) @reference.implementation)
  (generic_type type: [
    (type_identifier) @reference.implementation
    (qualified_type name: (type_identifier) @reference.implementation)])])
(interface_type (type_elem . [
  (type_identifier) @reference.implementation
  (qualified_type name: (type_identifier) @reference.implementation)
  (generic_type type: [
    (type_identifier) @reference.implementation
    (qualified_type name: (type_identifier) @reference.implementation)])] .))

(call_expression function: [
  (identifier) @reference.call
  (selector_expression field: (field_identifier) @reference.call)
  (parenthesized_expression [
    (identifier) @reference.call
    (selector_expression field: (field_identifier) @reference.call)
    (unary_expression operator: "*" operand: [
      (identifier) @reference.type
      (selector_expression field: (field_identifier) @reference.type)
      (unary_expression operator: "*" operand: [
        (identifier) @reference.type
        (selector_expression field: (field_identifier) @reference.type)])])])
  (index_expression
    operand: [
      (identifier) @reference.call
      (selector_expression field: (field_identifier) @reference.call)]
    index: [
      (identifier) @reference.type
      (selector_expression field: (field_identifier) @reference.type)
      (unary_expression operator: "*" operand: [
        (identifier) @reference.type
        (selector_expression field: (field_identifier) @reference.type)])])
  (index_expression operand: [
    (identifier) @reference.call
    (selector_expression field: (field_identifier) @reference.call)])
  (type_instantiation_expression type: [
    (type_identifier) @reference.call
    (qualified_type name: (type_identifier) @reference.call)])])
; A call with type arguments looks like a conversion to a generic type.
(type_conversion_expression type: (generic_type type: [
  (type_identifier) @reference.call
  (qualified_type name: (type_identifier) @reference.call)]))

; What the grammar makes of `new(f(1))`, `new(v.F())` and `new(f(x))`: it expects a type there and recovers.
(call_expression function: (call_expression arguments: (argument_list (type_identifier) @reference.call (MISSING ")"))))
(argument_list (qualified_type name: (type_identifier) @reference.call) . (ERROR "("))
(argument_list (ERROR (identifier) @reference.call) . (parenthesized_type))

(type_parameter_declaration name: (identifier) @reference.type)
(type_identifier) @reference.type
[(identifier) (field_identifier) (package_identifier) (label_name)] @reference.name
