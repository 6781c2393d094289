#define REG_A %eax
//      ^^^^^ definition.macro REG_A
#define ROUND(a, b, c) \
//      ^^^^^ definition.macro ROUND
	add	a, b; \
// @1+3 reference.name add
//   ^ reference.name a
//      ^ reference.name b
	mov	c, a
// @1+3 reference.name mov
//   ^ reference.name c
//      ^ reference.name a
.macro SAVE_REGS first, size=8
//     ^^^^^^^^^ definition.macro SAVE_REGS
//               ^^^^^ reference.name first
//                      ^^^^ reference.name size
	push	\first
// @1+4 reference.name push
//     ^^^^^ reference.name first
.Lagain\@:
again\@:
	jmp	.Lagain\@
// @1+3 reference.name jmp
.endm
	SAVE_REGS %rbx
// @1+9 reference.call SAVE_REGS
	mov	REG_A, 8(%rsp,%rax,4)
// @1+3 reference.name mov
//   ^^^^^ reference.name REG_A
	movl	$0x10, %ecx
// @1+4 reference.name movl
