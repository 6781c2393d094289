; What `+=` adds to is defined elsewhere, and what ends in -, . or _ had a $() behind it.
((variable_assignment !target_or_pattern name: (word) @name operator: ["=" ":=" "::=" "?="]) @definition.variable
  (#not-match? @name "[-._]$"))
(shell_assignment name: (word) @name) @definition.variable
(define_directive name: (word) @name) @definition.function
; Special targets begin with a point, pattern rules have a %.
((rule (targets (word) @name)) @definition.resource
  (#not-match? @name "%|^\\.[A-Z]|[+]$"))

(include_directive filenames: (list (word) @reference.import))
; What a target needs is made by it, so that callers and callees follow targets.
(prerequisites (word) @reference.call)
; The first word is what is called; the text has no nodes.
(function_call function: "call" (arguments argument: (text) @unread))
(word) @reference.name
