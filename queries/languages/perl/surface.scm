(string_content) @text
(heredoc_content) @text
((hash_element_expression
  . (container_variable (varname) @_hash)
  key: (autoquoted_bareword) @text)
  (#match? @_hash "^(ENV|[A-Za-z_]*([Cc]onf|[Cc]onfig|[Cc]fg|[Ss]ettings))$"))
((hash_element_expression
  . (scalar (varname) @_hash)
  key: (autoquoted_bareword) @text)
  (#match? @_hash "^[A-Za-z_]*([Cc]onf|[Cc]onfig|[Cc]fg|[Ss]ettings)$"))
