(string) @text
(template_string) @text
(member_expression object: (member_expression property: (property_identifier) @_env) property: (property_identifier) @text (#eq? @_env "env"))
