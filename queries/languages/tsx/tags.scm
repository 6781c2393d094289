; An element whose name has a capital or a dot is what a component returns.
([
  (jsx_opening_element name: (identifier) @reference.call)
  (jsx_self_closing_element name: (identifier) @reference.call)]
  (#match? @reference.call "^[A-Z]"))
[
  (jsx_opening_element name: (member_expression property: (property_identifier) @reference.call))
  (jsx_self_closing_element name: (member_expression property: (property_identifier) @reference.call))]
