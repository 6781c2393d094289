(quoted_word) @text
