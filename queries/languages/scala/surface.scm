(string) @text
(interpolated_string) @text
