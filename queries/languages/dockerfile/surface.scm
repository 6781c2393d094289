(env_pair name: (unquoted_string) @text)
