(decorated_definition definition: (function_definition name: (identifier) @name)) @definition.function
(function_definition name: (identifier) @name) @definition.function
((class_definition name: (identifier) @name superclasses: (argument_list [
  (identifier) @_base
  (attribute attribute: (identifier) @_base)])) @definition.enum
  (#any-of? @_base "Enum" "IntEnum" "StrEnum" "Flag" "IntFlag" "ReprEnum"))
((class_definition name: (identifier) @name superclasses: (argument_list [
  (identifier) @_base
  (attribute attribute: (identifier) @_base)
  (subscript value: [(identifier) @_base (attribute attribute: (identifier) @_base)])])) @definition.interface
  (#eq? @_base "Protocol"))
(decorated_definition definition: (class_definition name: (identifier) @name)) @definition.class
(class_definition name: (identifier) @name) @definition.class
(type_alias_statement left: (type [(identifier) @name (generic_type . (identifier) @name)])) @definition.type
(assignment left: (identifier) @name right: [(lambda) (parenthesized_expression (lambda))]) @definition.function

; A call that makes a type and tells it its name.
((assignment left: (identifier) @name right: (call function: [
  (identifier) @_maker
  (attribute attribute: (identifier) @_maker)])) @definition.type @outside
  (#any-of? @_maker "TypeVar" "ParamSpec" "TypeVarTuple" "NewType"))
((assignment left: (identifier) @name right: (call function: [
  (identifier) @_maker
  (attribute attribute: (identifier) @_maker)])) @definition.class @outside
  (#any-of? @_maker "namedtuple" "NamedTuple" "TypedDict" "make_dataclass"))
((assignment left: (identifier) @name type: (type [
  (identifier) @_alias
  (attribute attribute: (identifier) @_alias)])) @definition.type @outside
  (#eq? @_alias "TypeAlias"))

; In `a = b = 1` the assignment of b stands within that of a, and b is no part of a.
((assignment left: (identifier) @name @definition.constant @outside right: (assignment))
  (#match? @name "^_*[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ0-9_]*$"))
(assignment left: (identifier) @name @definition.variable @outside right: (assignment))
((assignment left: [
  (identifier) @name
  (pattern_list [
    (identifier) @name
    (list_splat_pattern (identifier) @name)
    (tuple_pattern [
      (identifier) @name
      (list_splat_pattern (identifier) @name)
      (tuple_pattern [(identifier) @name (list_splat_pattern (identifier) @name)])])])
  (tuple_pattern [
    (identifier) @name
    (list_splat_pattern (identifier) @name)
    (tuple_pattern [(identifier) @name (list_splat_pattern (identifier) @name)])])
  (list_pattern [(identifier) @name (list_splat_pattern (identifier) @name)])]) @definition.constant @outside
  (#match? @name "^_*[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ0-9_]*$"))
(assignment left: [
  (identifier) @name
  (pattern_list [
    (identifier) @name
    (list_splat_pattern (identifier) @name)
    (tuple_pattern [
      (identifier) @name
      (list_splat_pattern (identifier) @name)
      (tuple_pattern [(identifier) @name (list_splat_pattern (identifier) @name)])])])
  (tuple_pattern [
    (identifier) @name
    (list_splat_pattern (identifier) @name)
    (tuple_pattern [(identifier) @name (list_splat_pattern (identifier) @name)])])
  (list_pattern [(identifier) @name (list_splat_pattern (identifier) @name)])]) @definition.variable @outside

(import_statement [
  (dotted_name) @reference.import
  (aliased_import (dotted_name) @reference.import)])
(import_from_statement [
  (dotted_name) @reference.import
  (aliased_import (dotted_name) @reference.import)
  (relative_import (dotted_name)) @reference.import])
(future_import_statement [
  "__future__" @reference.import
  (dotted_name) @reference.import
  (aliased_import (dotted_name) @reference.import)])

(class_definition superclasses: (argument_list [
  (identifier) @reference.implementation
  (attribute attribute: (identifier) @reference.implementation)
  (subscript value: [
    (identifier) @reference.implementation
    (attribute attribute: (identifier) @reference.implementation)])]))

(call function: [
  (identifier) @reference.call
  (attribute attribute: (identifier) @reference.call)
  (parenthesized_expression [
    (identifier) @reference.call
    (attribute attribute: (identifier) @reference.call)])
  ; In `[*f()]` the grammar reads the splat first.
  (list_splat [
    (identifier) @reference.call
    (attribute attribute: (identifier) @reference.call)])])
; The statements of Python 2.
(print_statement "print" @reference.call)
(exec_statement "exec" @reference.call)
(decorator [
  (identifier) @reference.call
  (attribute attribute: (identifier) @reference.call)])

; Annotations are expressions of any depth: unions, subscripts, lists of parameters.
[
  (typed_parameter type: (_) @types)
  (typed_default_parameter type: (_) @types)
  (function_definition return_type: (_) @types)
  (assignment type: (_) @types)
  (type_parameter) @types
  (type_alias_statement left: (type [(identifier) (generic_type)]) right: (_) @types)]
; `type(x).y = z` is taken for an alias. Two patterns: with an alternation, plain aliases are captured as well.
(type_alias_statement "type" @reference.call left: (type (attribute)))
(type_alias_statement "type" @reference.call left: (type (subscript)))
(class_definition superclasses: (argument_list (subscript subscript: (_) @types)))
(except_clause . value: [
  (identifier) @reference.type
  (attribute attribute: (identifier) @reference.type)
  (tuple [(identifier) @reference.type (attribute attribute: (identifier) @reference.type)])
  (parenthesized_expression [(identifier) @reference.type (attribute attribute: (identifier) @reference.type)])
  (as_pattern [
    (identifier) @reference.type
    (attribute attribute: (identifier) @reference.type)
    (parenthesized_expression [(identifier) @reference.type (attribute attribute: (identifier) @reference.type)])
    (tuple [(identifier) @reference.type (attribute attribute: (identifier) @reference.type)])])])
(class_pattern (dotted_name (identifier) @reference.type .))

(identifier) @reference.name
