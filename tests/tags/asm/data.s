# Data and constants.
#include <linux/linkage.h>
#include "local.h"
//        ^^^^^^^ reference.import local.h
	.data
buffer:	.skip	64
// @0+6 definition.variable buffer
table:
// @0+5 definition.variable table
	.quad	start, buffer
//     ^^^^^ reference.name start
//            ^^^^^^ reference.name buffer
SYM_DATA(saved_magic, .quad 0)
// @0+8 reference.call SYM_DATA
//       ^^^^^^^^^^^ definition.variable saved_magic
SYM_DATA_START_LOCAL(gdt)
// @0+20 reference.call SYM_DATA_START_LOCAL
//                   ^^^ definition.variable gdt
	.comm	shared,1024,4
//     ^^^^^^ definition.variable shared
	.set	PAGE_SIZE, 4096
//    ^^^^^^^^^ definition.constant PAGE_SIZE
	.equ	SHIFT, 12
//    ^^^^^ definition.constant SHIFT
mask = PAGE_SIZE - 1
// @0+4 definition.constant mask
//     ^^^^^^^^^ reference.name PAGE_SIZE
key	.req	x3
// @0+3 definition.constant key
//       ^^ reference.name x3
	.include "shared.inc"
//         ^^^^^^^^^^ reference.import shared.inc
