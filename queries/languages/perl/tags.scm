(package_statement name: (package) @package)
(class_statement name: (package) @package)

(package_statement name: (package) @name) @definition.module
(class_statement name: (package) @name) @definition.class
(subroutine_declaration_statement name: (bareword) @name) @definition.function
(method_declaration_statement name: (bareword) @name) @definition.method
(anonymous_subroutine_expression) @local
; A name for a function that has another, or none.
((assignment_expression
  left: (glob (varname) @name)
  right: [(anonymous_subroutine_expression) (refgen_expression (function))]) @definition.function
  (#match? @name "^[A-Za-z_]"))
((use_statement module: (package) @_pragma (list_expression . (autoquoted_bareword) @name)) @definition.constant
  (#eq? @_pragma "constant"))
((use_statement
  module: (package) @_pragma
  (anonymous_hash_expression (list_expression (autoquoted_bareword) @name . "=>"))) @definition.constant
  (#eq? @_pragma "constant"))
(variable_declaration "field" variable: (_ (varname) @name)) @definition.field
(variable_declaration [
  (scalar (varname) @name)
  (array (varname) @name)
  (hash (varname) @name)]) @definition.variable @outside

(use_statement module: (package) @reference.import)
(require_expression [
  (bareword) @reference.import
  (string_literal) @reference.import
  (interpolated_string_literal) @reference.import])
((use_statement module: (package) @_pragma [
  (string_literal (string_content) @reference.implementation)
  (interpolated_string_literal (string_content) @reference.implementation)
  (quoted_word_list (string_content) @reference.implementation)
  (list_expression (string_literal (string_content) @reference.implementation))
  (list_expression (quoted_word_list (string_content) @reference.implementation))])
  (#any-of? @_pragma "parent" "base")
  (#match? @reference.implementation "^[A-Za-z_][A-Za-z0-9_:]*$"))
((ambiguous_function_call_expression function: (function) @_does [
  (string_literal (string_content) @reference.implementation)
  (interpolated_string_literal (string_content) @reference.implementation)
  (quoted_word_list (string_content) @reference.implementation)])
  (#any-of? @_does "extends" "with")
  (#match? @reference.implementation "^[A-Za-z_][A-Za-z0-9_:]*$"))

((function) @reference.call (#match? @reference.call "^[A-Za-z_]"))
(function_call_expression function: (function (varname) @reference.call))
((method_call_expression method: (method) @reference.call) (#match? @reference.call "^[A-Za-z_]"))
(method_call_expression invocant: (bareword) @reference.type)
; Not what a block or another variable names.
([(varname) (bareword) (autoquoted_bareword)] @reference.name (#match? @reference.name "^[A-Za-z_]"))
