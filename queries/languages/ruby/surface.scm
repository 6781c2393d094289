(string) @text
(heredoc_body) @text
; Names that are given as symbols.
((call
  method: (identifier) @_by
  arguments: (argument_list . (simple_symbol) @text))
  (#any-of? @_by "config_param" "config_section" "config" "counter" "gauge" "histogram" "summary" "option" "method_option"
    "class_option" "define_setting"))
((call
  method: (identifier) @_by
  arguments: (argument_list (pair key: (hash_key_symbol) @text)))
  (#eq? @_by "define_settings"))
((call
  method: (identifier) @_by
  arguments: (argument_list (pair key: (simple_symbol) @text)))
  (#eq? @_by "define_settings"))
((call
  receiver: [(constant) @_type (scope_resolution name: (constant) @_type)]
  method: (identifier) @_by
  arguments: (argument_list . (simple_symbol) @text))
  (#any-of? @_type "Counter" "Gauge" "Histogram" "Summary")
  (#eq? @_by "new"))
