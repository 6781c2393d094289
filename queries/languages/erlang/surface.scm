(string) @text
; The key of a value that the application is configured with.
((call
  expr: (remote module: (remote_module module: (atom) @_application) fun: (atom) @_by)
  args: (expr_args . (_) . (atom) @text))
  (#eq? @_application "application")
  (#any-of? @_by "get_env" "set_env" "unset_env"))
