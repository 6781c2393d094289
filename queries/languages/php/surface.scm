(string) @text
(encapsed_string) @text
(heredoc_body) @text
(nowdoc_body) @text
