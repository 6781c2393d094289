#define REG R10
//      ^^^ definition.macro REG
//          ^^^ reference.name R10
#define ROUND(a, b) \
//      ^^^^^ definition.macro ROUND
	ADDQ	a, b
// @1+4 reference.name ADDQ
//    ^ reference.name a
//       ^ reference.name b

TEXT ·block(SB), 0, $16-32
//    ^^^^^ definition.function block
	ROUND(AX, BX)
// @1+5 reference.name ROUND
//     ^^ reference.name AX
//         ^^ reference.name BX
	NO_LOCAL_POINTERS
// @1+17 reference.call NO_LOCAL_POINTERS
	VLD1.P	16(R0), [V0.B16]
// @1+4 reference.name VLD1
//         ^^ reference.name R0
//               ^^ reference.name V0
	MOVD	R1<<3, REG
// @1+4 reference.name MOVD
//    ^^ reference.name R1
//           ^^^ reference.name REG
	RET
// @1+3 reference.name RET
