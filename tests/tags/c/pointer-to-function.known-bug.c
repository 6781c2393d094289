clock_type (*read_clock)(void) = NULL;
// @0+10 reference.type clock_type
//           ^^^^^^^^^^ definition.variable read_clock
//                               ^^^^ reference.name NULL
