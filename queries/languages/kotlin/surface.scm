(string_literal) @text
