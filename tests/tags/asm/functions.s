/* Entry points. */
	.text
	.globl	start
//      ^^^^^ reference.name start
	.type	start, @function
//     ^^^^^ reference.name start
start:
// @0+5 definition.function start
	movq	$1, %rax
// @1+4 reference.name movq
	call	setup@PLT
// @1+4 reference.name call
//    ^^^^^ reference.call setup
	jmp	.Ldone
// @1+3 reference.name jmp
.Ldone:
	ret
// @1+3 reference.name ret
	.size	start, .-start
//     ^^^^^ reference.name start
//              ^^^^^ reference.name start
1:	jmp	1b
// ^^^ reference.name jmp
SYM_FUNC_START(copy_page)
// @0+14 reference.call SYM_FUNC_START
//             ^^^^^^^^^ definition.function copy_page
	rep movsb
// @1+3 reference.name rep
//   ^^^^^ reference.name movsb
	leaq	table(%rip), %rdi
// @1+4 reference.name leaq
//    ^^^^^ reference.name table
	callq	*%rax
// @1+5 reference.name callq
//       ^^^ reference.name rax
SYM_FUNC_END(copy_page)
// @0+12 reference.call SYM_FUNC_END
//           ^^^^^^^^^ reference.name copy_page
SYM_CODE_START_LOCAL(ret_path)
// @0+20 reference.call SYM_CODE_START_LOCAL
//                   ^^^^^^^^ definition.function ret_path
SYM_INNER_LABEL(middle, SYM_L_GLOBAL)
// @0+15 reference.call SYM_INNER_LABEL
//              ^^^^^^ definition.function middle
//                      ^^^^^^^^^^^^ reference.name SYM_L_GLOBAL
SYM_FUNC_ALIAS(copy_all, copy_page)
// @0+14 reference.call SYM_FUNC_ALIAS
//             ^^^^^^^^ definition.function copy_all
//                       ^^^^^^^^^ reference.name copy_page
ENTRY (old_style)
// @0+5 reference.name ENTRY
//     ^^^^^^^^^ definition.function old_style
	bl	do_it
// @1+2 reference.name bl
//  ^^^^^ reference.call do_it
	.extern	elsewhere
//       ^^^^^^^^^ reference.import elsewhere
