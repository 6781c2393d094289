; Labels are local to the function that they stand in.
((instruction kind: (word) @_opens . [
  (ident (reg (word) @name))
  (ERROR . (ident (reg (word) @name)))
  (tc_infix lhs: (ident (reg (word) @name)))]) @definition.function
  (#eq? @_opens "TEXT"))
((instruction kind: (word) @_opens . [
  (ident (reg (word) @name))
  (ERROR . (ident (reg (word) @name)))
  (tc_infix lhs: (ident (reg (word) @name)))]) @definition.variable
  (#eq? @_opens "GLOBL"))
((instruction kind: (word) @_defines . [
  (ident (reg (word) @name))
  (ERROR . (word) @name)
  (ERROR . (ident (reg (word) @name)))]) @definition.macro
  (#eq? @_defines "define"))

((instruction kind: (word) @_include . (string) @reference.import)
  (#match? @_include "^(?i:include)$"))
((instruction kind: (word) @_calls . (ident (reg (word) @reference.call)))
  (#match? @_calls "^(?:CALL|JMP|BL|B|JAL|BR|BC|JSR)$"))
; A macro is called like an instruction; these have no instruction's name.
((instruction kind: (word) @reference.call)
  (#match? @reference.call "_"))
(word) @reference.name
