(string_literal) @text
((preproc_arg) @text (#match? @text "^\\s*\""))
