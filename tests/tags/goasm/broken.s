TEXT ·First(SB),NOSPLIT,$0
//    ^^^^^ definition.function First
//              ^^^^^^^ reference.name NOSPLIT
	MOVQ	((AX, BX
// @1+4 reference.name MOVQ
//      ^^ reference.name AX
//          ^^ reference.name BX
	}}
TEXT ·Second(SB) NOSPLIT $
//    ^^^^^^ definition.function Second
//               ^^^^^^^ reference.name NOSPLIT
	RET
// @1+3 reference.name RET
TEXT ·Third(SB),NOSPLIT,$0-8
//    ^^^^^ definition.function Third
//              ^^^^^^^ reference.name NOSPLIT
	RET
// @1+3 reference.name RET
