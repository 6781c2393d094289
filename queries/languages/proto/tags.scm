(package (full_ident) @package)

(message (message_name) @name) @definition.message
(enum (enum_name) @name) @definition.enum
(enum_field . (identifier) @name) @definition.constant
(service (service_name) @name) @definition.service
(rpc (rpc_name) @name) @definition.rpc
(field (identifier) @name) @definition.field
(map_field (identifier) @name) @definition.field
(oneof_field (identifier) @name) @definition.field
; The fields of a oneof are the message's own: it doesn't enclose them.
(oneof (identifier) @name @definition.field)

(import path: (string) @reference.import)
(message_or_enum_type (identifier) @reference.type .)
(extend (full_ident (identifier) @reference.type .))
(identifier) @reference.name
