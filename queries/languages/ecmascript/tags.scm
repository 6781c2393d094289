; What JavaScript and TypeScript share: a base, without a language.yaml of its own.

; What is brought in is not defined here. A function that is bound to a name and has it for itself too is one.
((variable_declarator name: (identifier) @local value: [
  (call_expression function: (identifier) @_require)
  (member_expression object: (call_expression function: (identifier) @_require))])
  (#eq? @_require "require"))
((variable_declarator
  name: (object_pattern [
    (shorthand_property_identifier_pattern) @local
    (pair_pattern value: (identifier) @local)])
  value: (call_expression function: (identifier) @_require))
  (#eq? @_require "require"))
((assignment_expression left: (member_expression property: (property_identifier) @local) right: [
  (call_expression function: (identifier) @_require)
  (member_expression object: (call_expression function: (identifier) @_require))])
  (#eq? @_require "require"))
((assignment_expression left: (member_expression object: (identifier) @_module) right: [
  (function_expression name: (identifier) @name) @definition.function
  (generator_function name: (identifier) @name) @definition.function])
  (#eq? @_module "module"))
((assignment_expression
  left: (member_expression object: (identifier) @_module) right: (class name: (_) @name) @definition.class)
  (#eq? @_module "module"))
((member_expression object: (identifier) @_module property: (property_identifier) @local)
  (#eq? @_module "module")
  (#eq? @local "exports"))
([
  (variable_declarator name: (identifier) @_name value: [
    (function_expression name: (identifier) @local)
    (generator_function name: (identifier) @local)])
  (assignment_expression left: [(identifier) @_name (member_expression property: (_) @_name)] right: [
    (function_expression name: (identifier) @local)
    (generator_function name: (identifier) @local)])
  (pair key: (property_identifier) @_name value: [
    (function_expression name: (identifier) @local)
    (generator_function name: (identifier) @local)])]
  (#eq? @_name @local))
[
  (variable_declarator value: (class name: (_) @local))
  (assignment_expression left: (member_expression) right: (class name: (_) @local))]

[(arrow_function) (function_expression !name) (generator_function !name) (class_static_block)] @local

; Elements of a page: what they are called there.
((call_expression function: (identifier) @_polymer arguments: (arguments
  (object (pair key: (property_identifier) @_is value: (string (string_fragment) @name))))) @definition.class
  (#eq? @_is "is") (#eq? @_polymer "Polymer"))
((call_expression
  function: (member_expression object: (_) @_elements property: (property_identifier) @_define)
  arguments: (arguments . (string (string_fragment) @name))) @definition.resource
  (#eq? @_define "define") (#match? @_elements "^(?:window\\.)?customElements$"))
((method_definition name: (property_identifier) @_is body: (statement_block (return_statement (string (string_fragment) @name)))) @definition.resource
  (#eq? @_is "is"))

[(function_declaration name: (_) @name) (generator_function_declaration name: (_) @name)] @definition.function
(class_declaration name: (_) @name) @definition.class
(variable_declarator
  name: (identifier) @name
  value: [(arrow_function) (function_expression) (generator_function)]) @definition.function
(variable_declarator name: (identifier) @name value: (class)) @definition.class
[(function_expression name: (identifier) @name) (generator_function name: (identifier) @name)] @definition.function
(class name: (_) @name) @definition.class

; Assignments that define.
((assignment_expression
  left: (member_expression
    object: (member_expression object: [(identifier) (member_expression)] @scope property: (property_identifier) @_prototype)
    property: (property_identifier) @name)
  right: [(arrow_function) (function_expression) (generator_function)]) @definition.method
  (#eq? @_prototype "prototype"))
((assignment_expression
  left: (member_expression object: [(identifier) (member_expression)] @scope property: (property_identifier) @_prototype)
  right: (object [
    (pair
      key: [(property_identifier) @name (string (string_fragment) @name)]
      value: [(arrow_function) (function_expression) (generator_function)])
    (method_definition name: (property_identifier) @name)] @definition.method))
  (#eq? @_prototype "prototype"))
((assignment_expression
  left: (member_expression object: [(identifier) (member_expression)] @scope property: (property_identifier) @_prototype)
  right: (object
    (pair key: [(property_identifier) @name (string (string_fragment) @name)]) @definition.field)) @outside
  (#eq? @_prototype "prototype"))
((assignment_expression
  left: (member_expression object: (identifier) @_object property: (property_identifier) @name)
  right: [(arrow_function) (function_expression) (generator_function)]) @definition.function
  (#any-of? @_object "exports" "window" "global" "globalThis" "self" "that" "_this"))
((assignment_expression
  left: (member_expression
    object: (member_expression object: (identifier) @_module property: (property_identifier) @_exports)
    property: (property_identifier) @name)
  right: [(arrow_function) (function_expression) (generator_function)]) @definition.function
  (#eq? @_module "module")
  (#eq? @_exports "exports"))
(assignment_expression
  left: (member_expression object: (this) property: [(property_identifier) (private_property_identifier)] @name)
  right: [(arrow_function) (function_expression) (generator_function)]) @definition.method
(assignment_expression
  left: (member_expression object: [(identifier) (member_expression)] @scope property: (property_identifier) @name)
  right: [(arrow_function) (function_expression) (generator_function)]) @definition.function
(assignment_expression
  left: (identifier) @name
  right: [(arrow_function) (function_expression) (generator_function)]) @definition.function
((assignment_expression
  left: (member_expression object: (_) @_exports property: (property_identifier) @name)
  right: (class)) @definition.class
  (#any-of? @_exports "exports" "module.exports"))
((assignment_expression
  left: (member_expression object: (_) @_exports property: (property_identifier) @name)
  right: [
    (array) (binary_expression) (call_expression) (false) (new_expression) (null) (number) (object) (regex) (string)
    (template_string) (true)]) @definition.constant @outside
  (#any-of? @_exports "exports" "module.exports"))
((assignment_expression
  left: (member_expression object: [(identifier) (member_expression)] @scope property: (property_identifier) @name)
  right: (object)) @definition.variable @outside
  (#not-eq? @name "prototype"))
((assignment_expression
  left: (member_expression object: (identifier) @scope property: (property_identifier) @name)) @definition.constant @outside
  (#match? @name "^[A-Z][A-Z0-9]*_[A-Z0-9_]*$"))

; Members of classes and of objects.
((method_definition name: [
  (property_identifier) @name
  (private_property_identifier) @name
  (string (string_fragment) @name)]) @definition.method
  ; What code that does not parse makes methods of.
  (#not-match? @name "^(?:if|switch|while)$"))
(pair
  key: [(property_identifier) @name (string (string_fragment) @name)]
  value: [(arrow_function) (function_expression) (generator_function)]) @definition.method
; What an object holds, where it is a value of the module. What its members hold is data.
[
  (variable_declarator value: (object (pair key: [(property_identifier) @name (string (string_fragment) @name)]) @definition.field))
  (assignment_expression right: (object (pair key: [(property_identifier) @name (string (string_fragment) @name)]) @definition.field))
  (export_statement value: (object (pair key: [(property_identifier) @name (string (string_fragment) @name)]) @definition.field))] @outside
((variable_declarator value: (call_expression
  function: (member_expression object: (identifier) @_object)
  arguments: (arguments
    (object (pair key: [(property_identifier) @name (string (string_fragment) @name)]) @definition.field)))) @outside
  (#eq? @_object "Object"))

; Values of the module. In `var a = exports.a = 1` the second stands within the first, and is no part of it.
(variable_declarator name: (identifier) @name @definition.variable value: [
  (assignment_expression)
  (parenthesized_expression (assignment_expression))]) @outside
[
  (program (lexical_declaration kind: "const" (variable_declarator name: (identifier) @name) @definition.constant))
  (program (export_statement
    (lexical_declaration kind: "const" (variable_declarator name: (identifier) @name) @definition.constant)))]
((variable_declaration (variable_declarator name: (identifier) @name) @definition.constant) @outside
  (#match? @name "^_*[A-Z][A-Z0-9]*_[A-Z0-9_]*$"))
[
  (program (lexical_declaration kind: "let" (variable_declarator name: (identifier) @name) @definition.variable))
  (program (export_statement
    (lexical_declaration kind: "let" (variable_declarator name: (identifier) @name) @definition.variable)))
  (variable_declaration (variable_declarator name: (identifier) @name) @definition.variable)] @outside
[
  (program (lexical_declaration kind: "const" (variable_declarator name: (_ [
    (identifier) @name
    (shorthand_property_identifier_pattern) @name
    (pair_pattern value: [(identifier) @name (assignment_pattern left: (identifier) @name)])
    (object_assignment_pattern left: (shorthand_property_identifier_pattern) @name)
    (assignment_pattern left: (identifier) @name)
    (rest_pattern (identifier) @name)])) @definition.constant))
  (program (export_statement (lexical_declaration kind: "const" (variable_declarator name: (_ [
    (identifier) @name
    (shorthand_property_identifier_pattern) @name
    (pair_pattern value: [(identifier) @name (assignment_pattern left: (identifier) @name)])
    (object_assignment_pattern left: (shorthand_property_identifier_pattern) @name)
    (assignment_pattern left: (identifier) @name)
    (rest_pattern (identifier) @name)])) @definition.constant)))]

[
  (program (lexical_declaration kind: "let" (variable_declarator name: (_ [
    (identifier) @name
    (shorthand_property_identifier_pattern) @name
    (pair_pattern value: [(identifier) @name (assignment_pattern left: (identifier) @name)])
    (object_assignment_pattern left: (shorthand_property_identifier_pattern) @name)
    (assignment_pattern left: (identifier) @name)
    (rest_pattern (identifier) @name)])) @definition.variable))
  (program (export_statement (lexical_declaration kind: "let" (variable_declarator name: (_ [
    (identifier) @name
    (shorthand_property_identifier_pattern) @name
    (pair_pattern value: [(identifier) @name (assignment_pattern left: (identifier) @name)])
    (object_assignment_pattern left: (shorthand_property_identifier_pattern) @name)
    (assignment_pattern left: (identifier) @name)
    (rest_pattern (identifier) @name)])) @definition.variable)))
  (program (variable_declaration (variable_declarator name: (_ [
    (identifier) @name
    (shorthand_property_identifier_pattern) @name
    (pair_pattern value: [(identifier) @name (assignment_pattern left: (identifier) @name)])
    (object_assignment_pattern left: (shorthand_property_identifier_pattern) @name)
    (assignment_pattern left: (identifier) @name)
    (rest_pattern (identifier) @name)])) @definition.variable))]

; References.
(import_statement source: (string) @reference.import)
(export_statement source: (string) @reference.import)
(export_statement (export_clause (export_specifier name: (identifier) @reference.import)) source: (string))
(import_clause (identifier) @reference.import)
(import_specifier name: (identifier) @reference.import)
(call_expression function: (import) arguments: (arguments . (string) @reference.import))
; Node.js asks its own C++ for a module by internalBinding.
((call_expression function: (identifier) @_require arguments: (arguments . (string) @reference.import))
  (#any-of? @_require "require" "internalBinding"))
((variable_declarator
  name: [
    (identifier) @reference.import
    (object_pattern [
      (shorthand_property_identifier_pattern) @reference.import
      (pair_pattern key: (property_identifier) @reference.import)])]
  value: (call_expression function: (identifier) @_require))
  (#eq? @_require "require"))

((variable_declarator value: (member_expression
  object: (call_expression function: (identifier) @_require)
  property: (property_identifier) @reference.import))
  (#eq? @_require "require"))

(call_expression function: [
  (identifier) @reference.call
  (member_expression property: [(property_identifier) (private_property_identifier)] @reference.call)
  (parenthesized_expression [
    (identifier) @reference.call
    (member_expression property: (property_identifier) @reference.call)
    (sequence_expression (member_expression property: (property_identifier) @reference.call) .)])])
(new_expression constructor: [
  (identifier) @reference.call
  (member_expression property: (property_identifier) @reference.call)])
(decorator [
  (identifier) @reference.call
  (member_expression property: (property_identifier) @reference.call)])
(binary_expression operator: "instanceof" right: [
  (identifier) @reference.type
  (member_expression property: (property_identifier) @reference.type)])

[
  (identifier) (property_identifier) (private_property_identifier) (shorthand_property_identifier)
  (shorthand_property_identifier_pattern) (statement_identifier)] @reference.name
