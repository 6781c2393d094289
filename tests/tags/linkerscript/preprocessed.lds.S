#include <asm/page.h>
//        ^^^ reference.name asm
//            ^^^^^^ reference.name page.h
#ifdef CONFIG_64BIT
//     ^^^^^^^^^^^^ reference.name CONFIG_64BIT
OUTPUT_FORMAT("elf64-a", "elf64-b", "elf64-c")
// @0+13 reference.name OUTPUT_FORMAT
//             ^^^^^^^ reference.name elf64-a
//                        ^^^^^^^ reference.name elf64-b
//                                   ^^^^^^^ reference.name elf64-c
ENTRY(start_64)
//    ^^^^^^^^ reference.call start_64
#else
ENTRY(start_32)
// @0+5 reference.name ENTRY
//    ^^^^^^^^ reference.name start_32
#endif
#define PIECES \
//      ^^^^^^ reference.name PIECES
	*(.a) \
// ^^ reference.name .a
	*(.b)
// ^^ reference.name .b
SECTIONS
{
	HEAD_TEXT
// @1+9 reference.name HEAD_TEXT
	.head : { PIECES }
// @1+5 definition.resource .head
//         ^^^^^^ reference.name PIECES
	RW_DATA(PAGE_SIZE, THREAD_SIZE)
// @1+7 reference.name RW_DATA
//       ^^^^^^^^^ reference.name PAGE_SIZE
//                  ^^^^^^^^^^^ reference.name THREAD_SIZE
	PROVIDE(end_of_data = . + PAGE_SIZE);
// @1+7 reference.name PROVIDE
//       ^^^^^^^^^^^ definition.variable end_of_data
//                         ^^^^^^^^^ reference.name PAGE_SIZE
	.note : { *(.note.*) } :text :note
// @1+5 definition.resource .note
//                       ^^^^ reference.name text
//                             ^^^^ reference.name note
	ASSERT(SIZEOF(.head) < PAGE_SIZE, "head is too large")
//      ^^^^^^ reference.call SIZEOF
//             ^^^^^ reference.name .head
//                      ^^^^^^^^^ reference.name PAGE_SIZE
	.last : { *(.last) }
// @1+5 definition.resource .last
//           ^^^^^ reference.name .last
}
