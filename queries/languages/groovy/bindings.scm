; Tasks of Gradle and stages of Jenkins have their names in strings.
((_ (unit . (identifier) @_tasks . (func
  . (identifier) @_register
  . (arg_block . (string) @name)))) @definition.resource
  (#eq? @_tasks "tasks")
  (#set! needs "tasks")
  (#set! spelled "^.(?P<name>.+).$")
  (#any-of? @_register "register" "create"))
((_ (unit . (identifier) @_tasks . (func
  . (identifier) @_register
  . (arg_block . (unit . (identifier) @_name .) . (arg_spliter) . (string) @name)))) @definition.resource
  (#eq? @_tasks "tasks")
  (#set! needs "tasks")
  (#set! spelled "^.(?P<name>.+).$")
  (#any-of? @_register "register" "create")
  (#eq? @_name "name"))
((block . (unit . (func . (identifier) @_stage . (arg_block . (string) @name .)) .)) @definition.resource
  (#eq? @_stage "stage")
  (#set! needs "stage")
  (#set! spelled "^.(?P<name>.+).$"))

