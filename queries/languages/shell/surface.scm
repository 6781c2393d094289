; The strings that a parameter has for a default are none, nor is one that is nothing but a parameter.
([
  (command (string) @text)
  (concatenation (string) @text)
  (variable_assignment (string) @text)
  (array (string) @text)
  (file_redirect (string) @text)
  (herestring_redirect (string) @text)
  (binary_expression (string) @text)
  (case_item (string) @text)
  (for_statement (string) @text)]
  (#not-match? @text "^\"\\$(\\w+|\\{([^{}]|\\{[^{}]*\\})*\\})\"$"))
(raw_string) @text
(heredoc_body) @text
([
  (case_item value: (extglob_pattern) @text)
  (case_item value: (word) @text)]
  (#match? @text "^-"))
((command name: (command_name (word) @_options) . argument: (word) @text) (#eq? @_options "getopts"))
; What is said where a parameter must be set.
(expansion operator: [":?" "?"] [
  (string) @text
  (concatenation (string) @text)
  (word) @text
  (concatenation (word) @text)])
; A variable that may be given from outside: it keeps what it has.
((variable_assignment
  name: (variable_name) @text
  value: [
    (expansion . "${" . (variable_name) @_given . [":-" "-" ":=" "="])
    (string . "\"" . (expansion . "${" . (variable_name) @_given . [":-" "-" ":=" "="]))])
  (#eq? @text @_given))
((command
  name: (command_name (word) @_sets)
  argument: [
    (expansion . "${" . (variable_name) @text . [":=" "="])
    (string . "\"" . (expansion . "${" . (variable_name) @text . [":=" "="]))])
  (#eq? @_sets ":"))
