(string_expression) @text
(indented_string_expression) @text
