start:
// @0+5 definition.function start
	mov	eax, [rbp+
// @1+3 reference.name mov
//   ^^^ reference.name eax
//         ^^^ reference.name rbp
	call	next ) ]
// @1+4 reference.name call
//    ^^^^ reference.call next
	.macro
next:
// @0+4 definition.function next
	ret
// @1+3 reference.name ret
@@ %% : (
last:
// @0+4 definition.function last
	ret
// @1+3 reference.name ret
