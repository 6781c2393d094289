; `a::b::c` is c in the scope a::b.
(class_definition [
  (identifier) @name
  (class_identifier ((identifier) @scope . "::")* . (identifier) @name .)]) @definition.class
(defined_resource_type [
  (identifier) @name
  (class_identifier ((identifier) @scope . "::")* . (identifier) @name .)]) @definition.type
(type_declaration . "type" . [
  (identifier) @name
  (class_identifier ((identifier) @scope . "::")* . (identifier) @name .)]) @definition.type
(function_declaration . "function" . [
  (identifier) @name
  (class_identifier ((identifier) @scope . "::")* . (identifier) @name .)]) @definition.function
(node_definition (node_name (string (string_content) @name))) @definition.resource
; What is passed to a class or to a type of resources.
(class_definition (parameter_list (parameter (variable (identifier) @name)) @definition.field))
(defined_resource_type (parameter_list (parameter (variable (identifier) @name)) @definition.field))
(assignment . (variable (identifier) @name)) @definition.variable @outside
; A resource is named by its type and its title, unless that is put together.
(resource_declaration
  type: [(identifier) @scope (class_identifier (identifier) @scope .)]
  title: [
    (string . (string_content) @name .)
    (array (string . (string_content) @name .))]) @definition.resource

(include_statement [
  (identifier) @reference.import
  (class_identifier (identifier) @reference.import .)])
(require_statement [
  (identifier) @reference.import
  (class_identifier (identifier) @reference.import .)])
; The grammar doesn't know `contain`.
(block ((identifier) @_contain . [
    (identifier) @reference.import
    (class_identifier (identifier) @reference.import .)])
  (#eq? @_contain "contain"))
(class_inherits [
  (identifier) @reference.implementation
  (class_identifier (identifier) @reference.implementation .)])
(resource_declaration type: [
  (identifier) @reference.call
  (class_identifier (identifier) @reference.call .)])
(function_call . [
  (identifier) @reference.call
  (class_identifier (identifier) @reference.call .)])
; Package['httpd'], and `class { 'apache::ssl': }`, which the grammar takes for a hash.
(resource_reference (string (string_content) @unread))
(hash (ERROR . (string (string_content) @unread)))
(hash . (attribute name: (string (string_content) @unread) . (ERROR)))
(parameter . [
  (identifier) @reference.type
  (class_identifier (identifier) @reference.type .)])
(identifier) @reference.name
