(function_definition name: (identifier) @name) @definition.function
; What a rule declares: `cc_library(name = "x", …)`. A name that is put together is none yet.
((expression_statement (call arguments: (argument_list (keyword_argument
    name: (identifier) @_name
    value: (string (string_content) @name)))) @definition.resource)
  (#eq? @_name "name"))
((module (expression_statement (assignment left: (identifier) @name) @definition.constant))
  (#match? @name "^_*[A-Z][A-Z0-9_]*$"))
(module (expression_statement (assignment left: (identifier) @name) @definition.variable))
(module (expression_statement (assignment left: (pattern_list (identifier) @name)) @definition.variable))

((call function: (identifier) @_load arguments: (argument_list [
    (string) @reference.import
    (keyword_argument value: (string) @reference.import)]))
  (#match? @_load "^(?:load|use_extension|use_repo)$"))
(call function: [
  (identifier) @reference.call
  (attribute attribute: (identifier) @reference.call)])
; A target of the same package is named by `:x`; other labels are paths.
((string_content) @unread
  (#match? @unread "^:\\w+$"))
(identifier) @reference.name
