(error (string) @text)
(error (_ (string) @text))
(assert ":" (string) @text)
