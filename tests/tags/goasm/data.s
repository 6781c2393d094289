DATA ·table<>+0x00(SB)/8, $0x0706050403020100
//    ^^^^^ reference.name table
DATA ·table<>+0x08(SB)/8, $main·start(SB)
//    ^^^^^ reference.name table
//                              ^^^^^ reference.name start
GLOBL ·table<>(SB), RODATA, $16
//     ^^^^^ definition.variable table
//                  ^^^^^^ reference.name RODATA
GLOBL ·Exported(SB), NOPTR, $8
//     ^^^^^^^^ definition.variable Exported
//                   ^^^^^ reference.name NOPTR
