(string_literal) @text
(raw_string_literal) @text
; A field that is an option by its own name.
(field_declaration_list
  (attribute_item (attribute (identifier) @_by arguments: (token_tree (identifier) @_long . ["," ")"])))
  . (attribute_item)*
  . (field_declaration name: (field_identifier) @text)
  (#any-of? @_by "arg" "clap" "structopt")
  (#eq? @_long "long"))
