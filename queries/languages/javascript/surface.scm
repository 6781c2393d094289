(jsx_text) @text
