; What C++ has beyond C, whose patterns follow.

; Functions. `TEST(suite, name) {…}` has no type, which sets it apart.
((function_definition
  !type
  declarator: (function_declarator
    declarator: (identifier) @undefined
    parameters: (parameter_list .
      (parameter_declaration type: (type_identifier) @scope !declarator) .
      (parameter_declaration type: (type_identifier) @name !declarator) .))) @definition.function
  (#match? @undefined "^[A-Z][A-Z0-9]+(_[A-Z0-9]+)*$"))
(function_definition declarator: [
  (function_declarator declarator: [(field_identifier) @name (destructor_name) @name])
  (_ (function_declarator declarator: (field_identifier) @name))
  (_ (_ (function_declarator declarator: (field_identifier) @name)))]) @definition.method
(function_definition declarator: [
  (function_declarator declarator: [(operator_name) @name (template_function name: (identifier) @name)])
  (_ (function_declarator declarator: [(operator_name) @name (template_function name: (identifier) @name)]))
  (reference_declarator (function_declarator declarator: (identifier) @name))
  (reference_declarator (pointer_declarator declarator: (function_declarator declarator: (identifier) @name)))
  (operator_cast) @name]) @definition.function
; A pure virtual method is defined nowhere else.
(field_declaration
  declarator: [
    (function_declarator declarator: (field_identifier) @name)
    (_ (function_declarator declarator: (field_identifier) @name))]
  default_value: (number_literal)) @definition.method
; Out of its class: `A::f`, `A::B::f`, `a::b::C::f`.
(function_definition declarator: [
  (function_declarator declarator: (qualified_identifier
    scope: [(namespace_identifier) @scope (template_type name: (type_identifier) @scope)]
    name: [(identifier) @name (destructor_name) @name (operator_name) @name (template_function name: (identifier) @name)]))
  (_ (function_declarator declarator: (qualified_identifier
    scope: [(namespace_identifier) @scope (template_type name: (type_identifier) @scope)]
    name: [(identifier) @name (operator_name) @name (template_function name: (identifier) @name)])))
  (_ (_ (function_declarator declarator: (qualified_identifier
    scope: [(namespace_identifier) @scope (template_type name: (type_identifier) @scope)]
    name: (identifier) @name))))
  (qualified_identifier
    scope: [(namespace_identifier) @scope (template_type name: (type_identifier) @scope)]
    name: (operator_cast) @name)]) @definition.method
(function_definition declarator: [
  (function_declarator declarator: (qualified_identifier
    scope: [(namespace_identifier) @scope (template_type name: (type_identifier) @scope)]
    name: (qualified_identifier
      scope: [(namespace_identifier) @scope (template_type name: (type_identifier) @scope)]
      name: [(identifier) @name (destructor_name) @name (operator_name) @name])))
  (_ (function_declarator declarator: (qualified_identifier
    scope: [(namespace_identifier) @scope (template_type name: (type_identifier) @scope)]
    name: (qualified_identifier
      scope: [(namespace_identifier) @scope (template_type name: (type_identifier) @scope)]
      name: [(identifier) @name (operator_name) @name]))))]) @definition.method
(function_definition declarator: [
  (function_declarator declarator: (qualified_identifier
    scope: [(namespace_identifier) @scope (template_type name: (type_identifier) @scope)]
    name: (qualified_identifier
      scope: [(namespace_identifier) @scope (template_type name: (type_identifier) @scope)]
      name: (qualified_identifier
        scope: [(namespace_identifier) @scope (template_type name: (type_identifier) @scope)]
        name: [(identifier) @name (destructor_name) @name (operator_name) @name]))))
  (_ (function_declarator declarator: (qualified_identifier
    scope: [(namespace_identifier) @scope (template_type name: (type_identifier) @scope)]
    name: (qualified_identifier
      scope: [(namespace_identifier) @scope (template_type name: (type_identifier) @scope)]
      name: (qualified_identifier
        scope: [(namespace_identifier) @scope (template_type name: (type_identifier) @scope)]
        name: (identifier) @name)))))]) @definition.method
(function_definition declarator: (function_declarator declarator: (qualified_identifier
  scope: [(namespace_identifier) @scope (template_type name: (type_identifier) @scope)]
  name: (qualified_identifier
    scope: [(namespace_identifier) @scope (template_type name: (type_identifier) @scope)]
    name: (qualified_identifier
      scope: [(namespace_identifier) @scope (template_type name: (type_identifier) @scope)]
      name: (qualified_identifier
        scope: [(namespace_identifier) @scope (template_type name: (type_identifier) @scope)]
        name: [(identifier) @name (destructor_name) @name (operator_name) @name])))))) @definition.method
; A lambda bound to a name is a function, wherever it stands.
(declaration declarator: (init_declarator
  declarator: (identifier) @name
  value: (lambda_expression))) @definition.function

; Types and namespaces.
(namespace_definition name: (namespace_identifier) @name) @definition.module
(namespace_definition name: (nested_namespace_specifier
  (namespace_identifier) @scope . (namespace_identifier) @name .)) @definition.module
(namespace_definition name: (nested_namespace_specifier
  (namespace_identifier) @scope . (nested_namespace_specifier
    (namespace_identifier) @scope . (namespace_identifier) @name .))) @definition.module
(namespace_definition name: (nested_namespace_specifier
  (namespace_identifier) @scope . (nested_namespace_specifier
    (namespace_identifier) @scope . (nested_namespace_specifier
      (namespace_identifier) @scope . (namespace_identifier) @name .)))) @definition.module
(namespace_alias_definition name: (namespace_identifier) @name) @definition.module
(class_specifier name: [
  (type_identifier) @name
  (template_type name: (type_identifier) @name)
  (qualified_identifier
    scope: [(namespace_identifier) @scope (template_type name: (type_identifier) @scope)]
    name: [(type_identifier) @name (template_type name: (type_identifier) @name)])]
  body: (_)) @definition.class
(struct_specifier name: [
  (template_type name: (type_identifier) @name)
  (qualified_identifier
    scope: [(namespace_identifier) @scope (template_type name: (type_identifier) @scope)]
    name: [(type_identifier) @name (template_type name: (type_identifier) @name)])]
  body: (_)) @definition.struct
(type_definition declarator: (reference_declarator (type_identifier) @name)) @definition.type
(alias_declaration name: (type_identifier) @name) @definition.type
(concept_definition name: (identifier) @name) @definition.interface

; Fields and variables.
(field_declaration
  (storage_class_specifier "static")
  (type_qualifier ["const" "constexpr"])
  declarator: [(field_identifier) @name (array_declarator declarator: (field_identifier) @name)]) @definition.constant
(field_declaration declarator: (reference_declarator (field_identifier) @name)) @definition.field
((declaration declarator: [
  (reference_declarator (identifier) @name)
  (init_declarator declarator: (reference_declarator (identifier) @name))]) @definition.variable @outside
  (#not-match? @definition.variable "^\\s*extern\\b"))
; Of a class, out of it: `int A::count = 0;`
(declaration declarator: [
  (qualified_identifier
    scope: [(namespace_identifier) @scope (template_type name: (type_identifier) @scope)]
    name: (identifier) @name)
  (init_declarator declarator: [
    (qualified_identifier
      scope: [(namespace_identifier) @scope (template_type name: (type_identifier) @scope)]
      name: (identifier) @name)
    (pointer_declarator declarator: (qualified_identifier
      scope: [(namespace_identifier) @scope (template_type name: (type_identifier) @scope)]
      name: (identifier) @name))
    (array_declarator declarator: (qualified_identifier
      scope: [(namespace_identifier) @scope (template_type name: (type_identifier) @scope)]
      name: (identifier) @name))])
  (pointer_declarator declarator: (qualified_identifier
    scope: [(namespace_identifier) @scope (template_type name: (type_identifier) @scope)]
    name: (identifier) @name))
  (array_declarator declarator: (qualified_identifier
    scope: [(namespace_identifier) @scope (template_type name: (type_identifier) @scope)]
    name: (identifier) @name))]) @definition.field @outside

(using_declaration [(identifier) @reference.import (qualified_identifier name: (identifier) @reference.import)])
(base_class_clause [
  (type_identifier) @reference.implementation
  (template_type name: (type_identifier) @reference.implementation)
  (qualified_identifier name: [
    (type_identifier) @reference.implementation
    (template_type name: (type_identifier) @reference.implementation)
    (qualified_identifier name: [
      (type_identifier) @reference.implementation
      (template_type name: (type_identifier) @reference.implementation)])])])
(call_expression function: [
  (template_function name: (identifier) @reference.call)
  (field_expression field: (template_method name: (field_identifier) @reference.call))
  (qualified_identifier name: [
    (identifier) @reference.call
    (template_function name: (identifier) @reference.call)
    (qualified_identifier name: [
      (identifier) @reference.call
      (template_function name: (identifier) @reference.call)
      (qualified_identifier name: [
        (identifier) @reference.call
        (template_function name: (identifier) @reference.call)])])])])
(new_expression type: [
  (type_identifier) @reference.call
  (template_type name: (type_identifier) @reference.call)
  (qualified_identifier name: [
    (type_identifier) @reference.call
    (template_type name: (type_identifier) @reference.call)])])
((function_definition
  !type
  declarator: (function_declarator declarator: (identifier) @reference.call parameters: (parameter_list .
    (parameter_declaration type: (type_identifier) @reference.name !declarator) .
    (parameter_declaration type: (type_identifier) !declarator) .)))
  (#match? @reference.call "^[A-Z][A-Z0-9]+(_[A-Z0-9]+)*$"))
(namespace_identifier) @reference.name
