((setting . (setting_name) @_key (setting_value) @text)
  (#eq? @_key "Environment"))
