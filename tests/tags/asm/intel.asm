; Another assembler's words.
%define LIMIT 10
//      ^^^^^ definition.macro LIMIT
%macro prologue 1
//     ^^^^^^^^ definition.macro prologue
	push	rbp
// @1+4 reference.name push
//    ^^^ reference.name rbp
%endmacro
extern	puts
// @0+6 reference.name extern
//     ^^^^ reference.import puts
global	main
// @0+6 reference.name global
//     ^^^^ reference.name main
main:
// @0+4 definition.function main
	mov	rax, [rbp+8]	; a comment
// @1+3 reference.name mov
//   ^^^ reference.name rax
//         ^^^ reference.name rbp
	call	puts
// @1+4 reference.name call
//    ^^^^ reference.call puts
	ret
// @1+3 reference.name ret
