; The grammar knows words (unit), calls (func) and blocks, which begin with what stands before the brace. A statement is a
; command, the last one of a block an end_command.
((source_file (command . (unit . (identifier) @_package .) . (unit) @package))
  (#eq? @_package "package"))

((_ (unit . (identifier) @_class .) . (block . (unit . [(identifier) @name (generics_class . (identifier) @name)] .))) @definition.class
  (#eq? @_class "class"))
((_ (unit . (identifier) @_class .) . (unit . [(identifier) @name (generics_class . (identifier) @name)] .)) @definition.class
  (#eq? @_class "class"))
((_ (unit . (identifier) @_interface .) . (block . (unit . [(identifier) @name (generics_class . (identifier) @name)] .))) @definition.interface
  (#any-of? @_interface "interface" "trait"))
((_ (unit . (identifier) @_interface .) . (unit . [(identifier) @name (generics_class . (identifier) @name)] .)) @definition.interface
  (#any-of? @_interface "interface" "trait"))
((_ (unit . (identifier) @_enum .) . (block . (unit . (identifier) @name .))) @definition.enum
  (#eq? @_enum "enum"))
((_ (unit . (identifier) @_enum .) . (block . (unit) (_ (unit . (identifier) @name @definition.constant .))))
  (#eq? @_enum "enum"))

; A function follows its type or a modifier; a call with a closure looks the same but for that.
((_ (unit . [(identifier) @_type (generics_class . (identifier) @_type)] .) . (block . (unit . (func . (identifier) @name) .))) @definition.function
  (#match? @_type "^(boolean|byte|char|def|double|final|float|int|long|private|protected|public|short|static|synchronized|void|[A-Z][A-Za-z0-9_]*)$"))
((_ (unit . [(identifier) @_type (generics_class . (identifier) @_type)] .) . (unit . (func . (identifier) @name) .)) @definition.function
  (#match? @_type "^(boolean|byte|char|def|double|float|int|long|private|protected|public|short|static|synchronized|void|[A-Z][A-Za-z0-9_]*)$"))
; A constructor.
((_ (unit . (identifier) @_class .) (block (_ . (block . (unit . (func . (identifier) @name) .))) @definition.method))
  (#eq? @_class "class")
  (#match? @name "^[A-Z]"))
((command . (unit . (identifier) @_def .) . (unit . (identifier) @name .) . [
  (block . (operators))
  ((operators) . (block . (end_command)))]) @definition.function
  (#eq? @_def "def"))

((source_file (command
  (unit . [(identifier) @_type (generics_class . (identifier) @_type)] .)
  . (unit . (identifier) @name .)
  . (operators) @_is) @definition.variable)
  (#match? @_type "^(boolean|byte|char|def|double|final|float|int|long|short|static|[A-Z][A-Za-z0-9_]*)$")
  (#match? @_is "^=$"))
((source_file (command . (unit . (identifier) @name .) . (operators) @_is) @definition.variable)
  (#match? @_is "^=$"))
((source_file (command . (unit . (identifier) @_ext . (identifier) @name .) . (operators) @_is) @definition.variable)
  (#eq? @_ext "ext")
  (#match? @_is "^=$"))
((source_file (command (block
  . (unit . (identifier) @_ext .)
  (_ . (unit . (identifier) @name .) . (operators) @_is) @definition.variable)))
  (#eq? @_ext "ext")
  (#match? @_is "^=$"))
((_ (unit . (identifier) @_class .) (block (_
  (unit . [(identifier) @_type (generics_class . (identifier) @_type)] .)
  . (unit . (identifier) @name .)
  .) @definition.field))
  (#eq? @_class "class")
  (#match? @_type "^(boolean|byte|char|def|double|final|float|int|long|private|protected|public|short|static|[A-Z][A-Za-z0-9_]*)$"))
((_ (unit . (identifier) @_class .) (block (_
  (unit . [(identifier) @_type (generics_class . (identifier) @_type)] .)
  . (unit . (identifier) @name .)
  . (operators)) @definition.field))
  (#eq? @_class "class")
  (#match? @_type "^(boolean|byte|char|def|double|final|float|int|long|private|protected|public|short|static|[A-Z][A-Za-z0-9_]*)$"))

; What a build declares: tasks of Gradle, stages of Jenkins.
((_ . (unit . (identifier) @_task .) . (block . (unit . [(identifier) @name (func . (identifier) @name)] .))) @definition.resource
  (#eq? @_task "task"))
((_ . (unit . (identifier) @_task .) . (unit . [(identifier) @name (func . (identifier) @name)] .)) @definition.resource
  (#eq? @_task "task"))
((_ (unit . (identifier) @_tasks . (func
  . (identifier) @_register
  . (arg_block . (string) @name)))) @definition.resource
  (#eq? @_tasks "tasks")
  (#any-of? @_register "register" "create"))
((_ (unit . (identifier) @_tasks . (func
  . (identifier) @_register
  . (arg_block . (unit . (identifier) @_name .) . (arg_spliter) . (string) @name)))) @definition.resource
  (#eq? @_tasks "tasks")
  (#any-of? @_register "register" "create")
  (#eq? @_name "name"))
((block . (unit . (func . (identifier) @_stage . (arg_block . (string) @name .)) .)) @definition.resource
  (#eq? @_stage "stage"))

((source_file (command . (unit . (identifier) @_import .) (unit (identifier) @reference.import .) @reference.import))
  (#eq? @_import "import")
  (#not-eq? @reference.import "static"))
((_ (unit . (identifier) @_extends .) . [
  (unit [(identifier) @reference.implementation (generics_class . (identifier) @reference.implementation)] .)
  (block . (unit [(identifier) @reference.implementation (generics_class . (identifier) @reference.implementation)] .))])
  (#any-of? @_extends "extends" "implements"))

((_ (unit . (identifier) @_implements .) (block . (unit (identifier) @reference.implementation .)))
  (#eq? @_implements "implements"))

(func . (identifier) @reference.call)
((block . (unit (identifier) @reference.call .))
  (#match? @reference.call "^[a-z_]"))
((_ . (unit (identifier) @reference.call .) . [(string) (unit) (list) (number)])
  (#match? @reference.call "^[a-z_][A-Za-z0-9_]*$")
  (#not-match? @reference.call "^(abstract|boolean|byte|char|double|float|int|long|native|short|name|type)$"))
(decorate . (identifier) @reference.type)
((_ (unit . (identifier) @reference.type .) . (unit . [(identifier) (func)]))
  (#match? @reference.type "^[A-Z]"))
(generics_class (identifier) @reference.type)
(identifier) @reference.name
