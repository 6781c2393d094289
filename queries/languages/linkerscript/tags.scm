; What a script lays out: sections, program headers, regions of memory.
(output_section name: (symbol) @name) @definition.resource
(phdrs_command name: (symbol) @name @definition.resource)
(memory_command name: (symbol) @name @definition.resource)
(assignment (symbol) @name . "=") @definition.variable
(provide_command (symbol) @name) @definition.variable

(entry_command name: (symbol) @reference.call)
(call_expression function: (symbol) @reference.call)
(symbol) @reference.name
