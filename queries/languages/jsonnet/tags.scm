; Functions, wherever they are; other values where they are local to a file, or a field of an object that is no data.
(bind function: (id) @name) @definition.function
(bind (id) @name . "=" . (anonymous_function)) @definition.function
(field function: (fieldname [(id) @name (string (string_content) @name)])) @definition.method
(field (fieldname [(id) @name (string (string_content) @name)]) (anonymous_function)) @definition.method
(anonymous_function) @local
; What a monitoring mixin declares.
((field (fieldname (id) @_rule) (string (string_content) @name)) @definition.resource
  (#any-of? @_rule "alert" "record"))
; Data: lists, arguments, and the value of a field that is written out as it is.
[(array) (args)] @local
(field ":" [(object) (implicit_plus) (binary) (conditional) (parenthesis)] @local)
(field (fieldname [(id) @name (string (string_content) @name)])) @definition.field @outside
(local_bind (bind (id) @name . "=") @definition.variable @outside)

[
  (import (string) @reference.import)
  (importstr (string) @reference.import)]
(functioncall . [
  (id) @reference.call
  (fieldaccess last: (id) @reference.call)])
(id) @reference.name
