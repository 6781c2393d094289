// Functions, with their frames and arguments.
#include "textflag.h"
//        ^^^^^^^^^^ reference.import textflag.h
#define SIZE 64
//      ^^^^ definition.macro SIZE

// func Copy(to, from []byte) int
TEXT ·Copy(SB),NOSPLIT,$0-56
//    ^^^^ definition.function Copy
//             ^^^^^^^ reference.name NOSPLIT
	MOVQ	to_base+0(FP), DI
// @1+4 reference.name MOVQ
//    ^^^^^^^ reference.name to_base
//                   ^^ reference.name DI
	CMPQ	AX, $SIZE
// @1+4 reference.name CMPQ
//    ^^ reference.name AX
	JE	done
// @1+2 reference.name JE
//  ^^^^ reference.name done
	CALL	runtime·memmove(SB)
// @1+4 reference.name CALL
//    ^^^^^^^ reference.name runtime
//            ^^^^^^^ reference.call memmove
	CALL	helper<>(SB)
// @1+4 reference.name CALL
//    ^^^^^^ reference.call helper
done:
	MOVQ	AX, ret+48(FP)
// @1+4 reference.name MOVQ
//    ^^ reference.name AX
//        ^^^ reference.name ret
	RET
// @1+3 reference.name RET

TEXT helper<>(SB), NOSPLIT|NOFRAME, $8
//   ^^^^^^ definition.function helper
//                 ^^^^^^^ reference.name NOSPLIT
//                         ^^^^^^^ reference.name NOFRAME
	JMP	·Copy(SB)
// @1+3 reference.name JMP
//    ^^^^ reference.call Copy

TEXT runtime∕internal∕atomic·Load<ABIInternal>(SB), NOSPLIT, $0-12
//   ^^^^^^^ reference.name runtime
//           ^^^^^^^^ reference.name internal
//                    ^^^^^^ reference.name atomic
//                           ^^^^ definition.function Load
//                                ^^^^^^^^^^^ reference.name ABIInternal
//                                                  ^^^^^^^ reference.name NOSPLIT
	RET
// @1+3 reference.name RET
