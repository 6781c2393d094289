(function_definition name: (word) @name) @definition.function

; In a function, too, these two reach beyond it.
(declaration_command "readonly" (variable_assignment name: (variable_name) @name) @definition.constant @member)
(declaration_command "export" (variable_assignment name: (variable_name) @name) @definition.variable @member)
((declaration_command . (word) @_options (variable_assignment name: (variable_name) @name) @definition.constant @outside)
  (#match? @_options "^-[a-zA-Z]*r"))
; Set for one command only.
(command (variable_assignment name: (variable_name) @undefined) @definition.variable)
; `+=` changes what is there.
(variable_assignment name: (variable_name) @name "=") @definition.variable @outside

((command name: (command_name (word) @_brings) . argument: (_) @reference.import)
  (#any-of? @_brings "source" "."))
(command name: (command_name (word) @reference.call))
; A handler, or a function that another one is to run.
((command argument: (word) @reference.name) (#match? @reference.name "^[A-Za-z_][A-Za-z0-9_:-]*$"))
(variable_name) @reference.name
