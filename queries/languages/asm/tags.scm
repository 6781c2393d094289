; Labels of their own: what starts with a point is local to a file, and a number to a few lines.
((label . (ident) @name . ":") @definition.variable
  . (meta kind: (meta_ident) @_data)
  (#match? @_data "^\\.(?:[248]?byte|[hx]?word|dword|half|short|int|long|quad|octa|ascii.?|string|float|single|double|sk?[ip]\\w+|zero|fill|value)$")
  (#not-match? @name "^(?:\\.|\\d)"))
((label . (ident) @name . ":" (meta kind: (meta_ident) @_data)) @definition.variable
  (#match? @_data "^\\.(?:[248]?byte|[hx]?word|dword|half|short|int|long|quad|octa|ascii.?|string|float|single|double|sk?[ip]\\w+|zero|fill|value)$")
  (#not-match? @name "^(?:\\.|\\d)"))
; A name that a macro puts together has more than a name before the colon.
((label . (ident) @name . ":") @definition.function
  (#not-match? @name "^(?:\\.|\\d)"))

; Macros that open a function or data: SYM_FUNC_START(name), ENTRY(name), SYM_INNER_LABEL(name, linkage).
((instruction kind: (word) @_opens
  . [(ptr . [(reg (word) @name) (ERROR . (reg (word) @name))]) (ERROR . (reg (word) @name))]) @definition.variable
  (#match? @_opens "^SYM_DATA(?:_LOCAL|_START\\w*)?$"))
((instruction kind: (word) @_opens
  . [(ptr . [(reg (word) @name) (ERROR . (reg (word) @name))]) (ERROR . (reg (word) @name))]) @definition.function
  (#match? @_opens "^(?:SYM_(?:\\w+_)?(?:START|INNER_LABEL|ALIAS)\\w*|(?:\\w+_)?(?:ENTRY|FUNC_START|PROC_START)|GLOBAL|WEAK)$"))

((meta kind: (meta_ident) @_macro . [
  (ident (reg (word) @name))
  (ERROR . (ident (reg (word) @name)))]) @definition.macro
  (#eq? @_macro ".macro"))
; What is left of `#define`, and `%define` and `%macro`.
((instruction kind: (word) @_defines . [
  (ident (reg (word) @name))
  (ERROR . (word) @name)
  (ERROR . (ident (reg (word) @name)))]) @definition.macro
  (#match? @_defines "^x?i?(?:define|macro)$"))
((meta kind: (meta_ident) @_sets . [
  (ident (reg (word) @name))
  (ERROR . (ident (reg (word) @name)))]) @definition.constant
  (#match? @_sets "^\\.(?:set|equ|equiv|eqv)$"))
((instruction kind: (word) @name . (ident (meta_ident) @_register)) @definition.constant
  (#eq? @_register ".req"))
((meta kind: (meta_ident) @_common . [(ident (reg (word) @name)) (ERROR . (ident (reg (word) @name)))]) @definition.variable
  (#match? @_common "^\\.l?comm$"))
((instruction kind: (word) @name . (ERROR . (ERROR) @_equals)) @definition.constant
  (#eq? @_equals "="))

((meta kind: (meta_ident) @_extern . (ident (reg (word) @reference.import)))
  (#eq? @_extern ".extern"))
((instruction kind: (word) @_extern . (ident (reg (word) @reference.import)))
  (#match? @_extern "^(?i:extern)$"))

((instruction kind: (word) @_include . (string) @reference.import)
  (#match? @_include "^(?i:include)$"))
((meta kind: (meta_ident) @_include . (string) @reference.import)
  (#match? @_include "^\\.inc(?:lude|bin)$"))
((instruction kind: (word) @_calls . (ident (reg (word) @reference.call)))
  (#match? @_calls "^(?:call[lqw]?|jmp[lqw]?|bl|b|bx|blx|j|jal|tail|brasl|bsr|jsr|CALL|JMP|BL|B)$"))
; A macro is called like an instruction, and no instruction has such a name.
((instruction kind: (word) @reference.call)
  (#match? @reference.call "_"))
(word) @reference.name
