(from_instruction as: (image_alias) @name) @definition.resource
(env_pair name: (unquoted_string) @name) @definition.variable
(arg_instruction name: (unquoted_string) @name) @definition.variable

; An image, or a stage of this file.
(image_spec name: (image_name) @reference.import)
(entrypoint_instruction (json_string_array . (json_string) @reference.call))
(cmd_instruction (json_string_array . (json_string) @reference.call))
(variable) @reference.name
; The grammar does not read the shell's language.
[(shell_fragment) (heredoc_line)] @unread
