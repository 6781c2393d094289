(class name: [(constant) @name (scope_resolution scope: (_)? @scope name: (constant) @name)]) @definition.class
(module name: [(constant) @name (scope_resolution scope: (_)? @scope name: (constant) @name)]) @definition.module
; What stands in `class << X` belongs to X.
(singleton_class value: (constant) @scope) @local

(program (method name: (_) @name) @definition.function)
(method name: (_) @name) @definition.method
; Within a type, the object is that type.
(program (singleton_method object: (constant) @scope name: (_) @name) @definition.method)
(singleton_method name: (_) @name) @definition.method
(alias name: (_) @name) @definition.method
; Calls that define. What reads or writes a part of an object holds no code: it is that part.
((call !receiver
  method: (identifier) @_by
  arguments: (argument_list . [(simple_symbol) @name (string . (string_content) @name .)])) @definition.method
  (#any-of? @_by "define_method" "define_singleton_method" "alias_method"))
((call !receiver
  method: (identifier) @_by
  arguments: (argument_list [(simple_symbol) @name (string . (string_content) @name .)])) @definition.field
  (#any-of? @_by "attr_reader" "attr_writer" "attr_accessor" "attr" "cattr_reader" "cattr_writer" "cattr_accessor"
    "mattr_reader" "mattr_writer" "mattr_accessor" "class_attribute" "thread_mattr_accessor"))
((call !receiver
  method: (identifier) @_by
  arguments: (argument_list . (simple_symbol) @name)) @definition.field
  (#eq? @_by "config_param"))

((assignment
  left: (constant) @name
  right: (call receiver: [(constant) @_maker (scope_resolution name: (constant) @_maker)] method: (identifier) @_by))
  @definition.class
  (#any-of? @_maker "Struct" "Class" "Data" "ImmutableStruct")
  (#any-of? @_by "new" "define"))
((assignment left: (constant) @name right: (call receiver: (constant) @_maker method: (identifier) @_by))
  @definition.module
  (#eq? @_maker "Module")
  (#eq? @_by "new"))
(assignment left: [
  (constant) @name
  (scope_resolution scope: (_) @scope name: (constant) @name)
  (left_assignment_list (constant) @name)]) @definition.constant
(operator_assignment left: (constant) @name) @definition.constant
(program (assignment left: (global_variable) @name) @definition.variable)
(class body: (body_statement (assignment left: [(class_variable) (instance_variable)] @name) @definition.field))
(module body: (body_statement (assignment left: [(class_variable) (instance_variable)] @name) @definition.field))

((call
  !receiver
  method: (identifier) @_by
  arguments: (argument_list . (string . (string_content) @reference.import .)))
  (#any-of? @_by "require" "require_relative" "load"))
(superclass [
  (constant) @reference.implementation
  (scope_resolution name: (constant) @reference.implementation)])
((call
  method: (identifier) @_by
  arguments: (argument_list [
    (constant) @reference.implementation
    (scope_resolution name: (constant) @reference.implementation)]))
  (#any-of? @_by "include" "extend" "prepend"))
((call
  receiver: [(constant) @reference.call (scope_resolution name: (constant) @reference.call)]
  method: (identifier) @_by)
  (#eq? @_by "new"))
(call method: [(identifier) (constant)] @reference.call)
(block_argument (simple_symbol) @reference.call)
(exceptions [(constant) @reference.type (scope_resolution name: (constant) @reference.type)])
(pattern [(constant) @reference.type (scope_resolution name: (constant) @reference.type)])
[
  (identifier)
  (constant)
  (instance_variable)
  (class_variable)
  (global_variable)
  (simple_symbol)
  (hash_key_symbol)] @reference.name
