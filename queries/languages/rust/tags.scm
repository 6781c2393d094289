; All that an impl block holds belongs to its type.
(impl_item type: [
  (type_identifier) @scope
  (generic_type type: [(type_identifier) @scope (scoped_type_identifier name: (type_identifier) @scope)])
  (scoped_type_identifier name: (type_identifier) @scope)
  (primitive_type) @scope
  (dynamic_type trait: [
    (type_identifier) @scope
    (generic_type type: (type_identifier) @scope)
    (scoped_type_identifier name: (type_identifier) @scope)])
  (reference_type type: [
    (type_identifier) @scope
    (generic_type type: (type_identifier) @scope)
    (scoped_type_identifier name: (type_identifier) @scope)])]) @local
(impl_item body: (declaration_list (function_item name: (identifier) @name) @definition.method))
(function_item name: (identifier) @name) @definition.function
(function_signature_item name: (identifier) @name) @definition.function

(struct_item name: (type_identifier) @name) @definition.struct
(union_item name: (type_identifier) @name) @definition.struct
(enum_item name: (type_identifier) @name) @definition.enum
(trait_item name: (type_identifier) @name) @definition.interface
(type_item name: (type_identifier) @name) @definition.type
(associated_type name: (type_identifier) @name) @definition.type
(mod_item name: (identifier) @name) @definition.module
(macro_definition name: (identifier) @name) @definition.macro
(const_item name: (identifier) @name) @definition.constant
(static_item name: (identifier) @name) @definition.variable
(enum_variant name: (identifier) @name) @definition.constant
(field_declaration name: (field_identifier) @name) @definition.field

; What a macro's tokens declare: `lazy_static! { static ref X: … }`, `pin_project! { struct X { … } }`.
((macro_invocation (token_tree
  "static" @definition.variable . (identifier) @_ref . (identifier) @name @definition.variable))
  (#eq? @_ref "ref"))
(macro_invocation (token_tree
  "struct" @definition.struct . (identifier) @name . (token_tree)? @definition.struct))
(macro_invocation (token_tree
  "enum" @definition.enum . (identifier) @name . (token_tree)? @definition.enum))
(macro_invocation (token_tree
  "fn" @definition.function . (identifier) @name . (token_tree) . (token_tree)? @definition.function))

(use_declaration argument: [
  (identifier) @reference.import
  (scoped_identifier name: (identifier) @reference.import) @reference.import
  (use_as_clause path: [
    (identifier) @reference.import
    (scoped_identifier name: (identifier) @reference.import) @reference.import])
  (use_wildcard [(identifier) (scoped_identifier)] @reference.import)
  (scoped_use_list path: [(identifier) (scoped_identifier)] @reference.import)])
(use_list [
  (identifier) @reference.import
  (scoped_identifier name: (identifier) @reference.import) @reference.import
  (use_as_clause path: [
    (identifier) @reference.import
    (scoped_identifier name: (identifier) @reference.import) @reference.import])
  (use_wildcard [(identifier) (scoped_identifier)] @reference.import)
  (scoped_use_list path: [(identifier) (scoped_identifier)] @reference.import)])
(extern_crate_declaration name: (identifier) @reference.import)

(impl_item trait: [
  (type_identifier) @reference.implementation
  (scoped_type_identifier name: (type_identifier) @reference.implementation)
  (generic_type type: [
    (type_identifier) @reference.implementation
    (scoped_type_identifier name: (type_identifier) @reference.implementation)])])
(trait_item bounds: (trait_bounds [
  (type_identifier) @reference.implementation
  (scoped_type_identifier name: (type_identifier) @reference.implementation)
  (generic_type type: [
    (type_identifier) @reference.implementation
    (scoped_type_identifier name: (type_identifier) @reference.implementation)])]))
((attribute
  (identifier) @_derive
  arguments: (token_tree (identifier) @reference.implementation . ["," ")"]))
  (#eq? @_derive "derive"))

(call_expression function: [
  (identifier) @reference.call
  (scoped_identifier name: (identifier) @reference.call)
  (field_expression field: (field_identifier) @reference.call)
  (generic_function function: [
    (identifier) @reference.call
    (scoped_identifier name: (identifier) @reference.call)
    (field_expression field: (field_identifier) @reference.call)])])
(macro_invocation macro: [
  (identifier) @reference.call
  (scoped_identifier name: (identifier) @reference.call)])
(attribute [
  (identifier) @reference.call
  (scoped_identifier name: (identifier) @reference.call)])
; The tokens of a macro are not taken apart.
(token_tree (identifier) @reference.call . (token_tree . "("))
(token_tree (identifier) @reference.call . "!")
(struct_expression name: [
  (type_identifier) @reference.type
  (scoped_type_identifier name: (type_identifier) @reference.type)])

(type_identifier) @reference.type
[(identifier) (field_identifier) (shorthand_field_identifier)] @reference.name
