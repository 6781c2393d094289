; A block's labels are its scope and its name: `resource "aws_instance" "web"` is aws_instance.web, as expressions
; have it.
(config_file (body (block . (identifier) . (string_lit (template_literal) @scope)
  . (string_lit (template_literal) @name) . (block_start)) @definition.resource))
((config_file (body
    (block . (identifier) @_kind . (string_lit (template_literal) @name) . (block_start)) @definition.variable))
  (#eq? @_kind "variable"))
((config_file (body
    (block . (identifier) @_kind . (string_lit (template_literal) @name) . (block_start)) @definition.module))
  (#eq? @_kind "module"))
(config_file (body (block . (identifier) . [
  (string_lit (template_literal) @name)
  (identifier) @name] . (block_start)) @definition.resource))
; The parts of a Nomad job.
((block . (identifier) @_kind . (string_lit (template_literal) @name) . (block_start)) @definition.resource
  (#any-of? @_kind "group" "task"))
((config_file (body (block . (identifier) @_kind (body (attribute . (identifier) @name) @definition.variable))))
  (#eq? @_kind "locals"))
(config_file (body (attribute . (identifier) @name) @definition.variable))

((block . (identifier) @_kind (body (attribute . (identifier) @_source
    (expression (literal_value (string_lit (template_literal) @reference.import))))))
  (#eq? @_kind "module") (#eq? @_source "source"))
(function_call . (identifier) @reference.call)
; What kind of thing a resource is.
(block . (identifier) . (string_lit (template_literal) @reference.type) . (string_lit))
(identifier) @reference.name
