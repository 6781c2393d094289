; Functions. A declarator is read from the inside out, so each shape that C has for one is spelled out: `f()`, `*f()`,
; `**f()`, `(f)()` and `(*f())()`. A declaration without a body defines nothing.
; `NAME(f)(…) {…}`: the macro makes the name.
(function_definition declarator: (function_declarator
  declarator: (function_declarator
    declarator: (identifier)
    parameters: (parameter_list . (parameter_declaration type: (type_identifier) @name .) .)))) @definition.function
(function_definition declarator: [
  (function_declarator declarator: [
    (identifier) @name
    (parenthesized_declarator (identifier) @name)
    (parenthesized_declarator (pointer_declarator declarator: (function_declarator declarator: (identifier) @name)))])
  (pointer_declarator declarator: [
    (function_declarator declarator: [
      (identifier) @name
      (parenthesized_declarator (identifier) @name)
      (parenthesized_declarator (pointer_declarator declarator: (function_declarator declarator: (identifier) @name)))])
    (pointer_declarator declarator: [
      (function_declarator declarator: (identifier) @name)
      (pointer_declarator declarator: (function_declarator declarator: (identifier) @name))])])]) @definition.function
; `MACRO(f) {…}` with one argument, and with more, which the grammar takes for a call and a block;
; `PHP_METHOD(type, f) {…}` names the type, too.
(function_definition declarator: (parenthesized_declarator (identifier) @name)) @definition.function
((translation_unit
  (expression_statement (call_expression
    function: (identifier) @_macro
    arguments: (argument_list . (identifier) @scope @undefined . (identifier) @name))) @definition.method
  . (compound_statement) @definition.method)
  (#match? @_macro "^[A-Z]+_METHOD$"))
((translation_unit
  (expression_statement (call_expression
    function: (identifier) @_macro
    arguments: (argument_list . (identifier) @name))) @definition.function
  . (compound_statement) @definition.function)
  (#match? @_macro "^[A-Z][A-Z0-9_]+$"))
; A function without a return type: `main(argc, argv) char **argv; {…}`.
((translation_unit
  (expression_statement (call_expression function: (identifier) @name)) @definition.function
  . (declaration)* . (compound_statement) @definition.function)
  (#match? @name "[a-z]"))
; What is left of a function that the grammar lost.
(translation_unit (compound_statement) @local)
(ERROR (compound_statement) @local)
(ERROR (_ (compound_statement) @local))

; Types. Of `typedef struct {…} name` the name is the struct's; where the struct has one too, the typedef is another
; type beside it and doesn't enclose it.
(struct_specifier name: (type_identifier) @name body: (_)) @definition.struct
(union_specifier name: (type_identifier) @name body: (_)) @definition.struct
(enum_specifier name: (type_identifier) @name body: (_)) @definition.enum
(type_definition
  type: [(struct_specifier !name body: (_)) (union_specifier !name body: (_))]
  declarator: (type_identifier) @name) @definition.struct
(type_definition type: (enum_specifier !name) declarator: (type_identifier) @name) @definition.enum
(type_definition
  type: [(struct_specifier name: (_) body: (_)) (union_specifier name: (_) body: (_)) (enum_specifier name: (_) body: (_))]
  declarator: [
    (type_identifier) @name
    (pointer_declarator declarator: (type_identifier) @name)
    (array_declarator declarator: (type_identifier) @name)] @definition.type)
(type_definition declarator: [
  (type_identifier) @name
  (primitive_type) @name
  (pointer_declarator declarator: [
    (type_identifier) @name
    (pointer_declarator declarator: (type_identifier) @name)
    (function_declarator declarator: [
      (type_identifier) @name
      (parenthesized_declarator [
        (type_identifier) @name
        (pointer_declarator declarator: (type_identifier) @name)])])])
  (array_declarator declarator: [(type_identifier) @name (array_declarator declarator: (type_identifier) @name)])
  (parenthesized_declarator (type_identifier) @name)
  (function_declarator declarator: [
    (type_identifier) @name
    (parenthesized_declarator [
      (type_identifier) @name
      (pointer_declarator declarator: [
        (type_identifier) @name
        (array_declarator declarator: (type_identifier) @name)])])])]) @definition.type
(enumerator name: (identifier) @name) @definition.constant

; Fields. One whose struct has a name stands beside that struct; one whose struct has none encloses its fields.
(field_declaration
  type: [(struct_specifier name: (_) body: (_)) (union_specifier name: (_) body: (_)) (enum_specifier name: (_) body: (_))]
  declarator: [
    (field_identifier) @name
    (pointer_declarator declarator: (field_identifier) @name)
    (array_declarator declarator: (field_identifier) @name)] @definition.field)
(field_declaration declarator: [
  (field_identifier) @name
  (array_declarator declarator: [
    (field_identifier) @name
    (array_declarator declarator: [
      (field_identifier) @name
      (array_declarator declarator: (field_identifier) @name)])])
  (pointer_declarator declarator: [
    (field_identifier) @name
    (array_declarator declarator: [(field_identifier) @name (array_declarator declarator: (field_identifier) @name)])
    (function_declarator
      declarator: (parenthesized_declarator (pointer_declarator declarator: (field_identifier) @name)))
    (pointer_declarator declarator: [
      (field_identifier) @name
      (array_declarator declarator: (field_identifier) @name)
      (function_declarator
        declarator: (parenthesized_declarator (pointer_declarator declarator: (field_identifier) @name)))
      (pointer_declarator declarator: (field_identifier) @name)])])
  (parenthesized_declarator (pointer_declarator declarator: (field_identifier) @name))
  (array_declarator declarator:
    (parenthesized_declarator (pointer_declarator declarator: (field_identifier) @name)))
  (function_declarator declarator: (parenthesized_declarator (pointer_declarator declarator: [
    (field_identifier) @name
    (array_declarator declarator: (field_identifier) @name)
    (pointer_declarator declarator: (field_identifier) @name)])))]) @definition.field

; Variables of a file. `extern` says that another file has it.
((declaration
  type: [(struct_specifier name: (_) body: (_)) (union_specifier name: (_) body: (_)) (enum_specifier name: (_) body: (_))]
  declarator: [
    (identifier) @name
    (pointer_declarator declarator: (identifier) @name)
    (array_declarator declarator: (identifier) @name)
    (init_declarator declarator: [
      (identifier) @name
      (pointer_declarator declarator: (identifier) @name)
      (array_declarator declarator: (identifier) @name)])] @definition.variable) @_whole @outside
  (#not-match? @_whole "^\\s*extern\\b"))
((declaration
  (type_qualifier ["const" "constexpr"])
  declarator: [
    (identifier) @name
    (array_declarator declarator: (identifier) @name)
    (init_declarator declarator: [
      (identifier) @name
      (pointer_declarator (type_qualifier "const") declarator: (identifier) @name)
      (array_declarator declarator: [
        (identifier) @name
        (pointer_declarator (type_qualifier "const") declarator: (identifier) @name)
        (array_declarator declarator: (identifier) @name)])])])
  @definition.constant @outside
  (#not-match? @definition.constant "^\\s*extern\\b"))
((declaration declarator: [
  (identifier) @name
  (array_declarator declarator: [(identifier) @name (array_declarator declarator: (identifier) @name)])
  (pointer_declarator declarator: [
    (identifier) @name
    (array_declarator declarator: (identifier) @name)
    (pointer_declarator declarator: [(identifier) @name (array_declarator declarator: (identifier) @name)])
    (function_declarator declarator: (parenthesized_declarator (pointer_declarator declarator: (identifier) @name)))])
  (function_declarator declarator: (parenthesized_declarator (pointer_declarator declarator: [
    (identifier) @name
    (array_declarator declarator: (identifier) @name)])))
  (init_declarator declarator: [
    (identifier) @name
    (array_declarator declarator: [(identifier) @name (array_declarator declarator: [
      (identifier) @name
      (array_declarator declarator: (identifier) @name)])])
    (pointer_declarator declarator: [
      (identifier) @name
      (array_declarator declarator: [(identifier) @name (array_declarator declarator: (identifier) @name)])
      (pointer_declarator declarator: [(identifier) @name (array_declarator declarator: (identifier) @name)])
      (function_declarator declarator: (parenthesized_declarator (pointer_declarator declarator: [
        (identifier) @name
        (array_declarator declarator: (identifier) @name)])))])
    (function_declarator declarator: (parenthesized_declarator (pointer_declarator declarator: [
      (identifier) @name
      (array_declarator declarator: (identifier) @name)])))])]) @definition.variable @outside
  (#not-match? @definition.variable "^\\s*extern\\b"))
; `static LIST_HEAD(name);` and `DEFINE_MUTEX(name);`
(declaration
  (storage_class_specifier)
  type: (type_identifier)
  declarator: (parenthesized_declarator (identifier) @name)) @definition.variable @outside
((translation_unit (expression_statement (call_expression
  function: (identifier) @_macro
  arguments: (argument_list . (identifier) @name))) @definition.variable @outside)
  (#match? @_macro "^DEFINE_"))
; `type (*name)(void);`, which the grammar takes for a call; a file makes none.
(translation_unit
  (expression_statement [
    (call_expression function: (call_expression
      function: (identifier)
      arguments: (argument_list . (pointer_expression argument: (identifier) @name) .)))
    (assignment_expression left: (call_expression function: (call_expression
      function: (identifier)
      arguments: (argument_list . (pointer_expression argument: (identifier) @name) .))))]) @definition.variable @outside)
(declaration_list
  (expression_statement [
    (call_expression function: (call_expression
      function: (identifier)
      arguments: (argument_list . (pointer_expression argument: (identifier) @name) .)))
    (assignment_expression left: (call_expression function: (call_expression
      function: (identifier)
      arguments: (argument_list . (pointer_expression argument: (identifier) @name) .))))]) @definition.variable @outside)
(preproc_ifdef
  (expression_statement [
    (call_expression function: (call_expression
      function: (identifier)
      arguments: (argument_list . (pointer_expression argument: (identifier) @name) .)))
    (assignment_expression left: (call_expression function: (call_expression
      function: (identifier)
      arguments: (argument_list . (pointer_expression argument: (identifier) @name) .))))]) @definition.variable @outside)
(preproc_if
  (expression_statement [
    (call_expression function: (call_expression
      function: (identifier)
      arguments: (argument_list . (pointer_expression argument: (identifier) @name) .)))
    (assignment_expression left: (call_expression function: (call_expression
      function: (identifier)
      arguments: (argument_list . (pointer_expression argument: (identifier) @name) .))))]) @definition.variable @outside)
(preproc_else
  (expression_statement [
    (call_expression function: (call_expression
      function: (identifier)
      arguments: (argument_list . (pointer_expression argument: (identifier) @name) .)))
    (assignment_expression left: (call_expression function: (call_expression
      function: (identifier)
      arguments: (argument_list . (pointer_expression argument: (identifier) @name) .))))]) @definition.variable @outside)

(preproc_def name: (identifier) @name) @definition.macro
(preproc_function_def name: (identifier) @name) @definition.macro

(preproc_include path: (_) @reference.import)
(call_expression function: [
  (identifier) @reference.call
  (field_expression field: (field_identifier) @reference.call)
  (parenthesized_expression [
    (identifier) @reference.call
    (field_expression field: (field_identifier) @reference.call)
    (pointer_expression argument: (identifier) @reference.call)
    (pointer_expression argument: (field_expression field: (field_identifier) @reference.call))])])
([
  (function_definition type: (type_identifier) @reference.call declarator: (parenthesized_declarator (identifier)))
  (declaration type: (type_identifier) @reference.call declarator: (parenthesized_declarator (identifier)))])
[(type_identifier) (primitive_type)] @reference.type
; TRUE, FALSE and NULL are names of macros.
[(identifier) (field_identifier) (statement_identifier) (true) (false) (null)] @reference.name
(preproc_def value: (preproc_arg) @unread)
(preproc_function_def value: (preproc_arg) @unread)
((preproc_call directive: (preproc_directive) @_undef argument: (preproc_arg) @unread) (#eq? @_undef "#undef"))
