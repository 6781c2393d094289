let [first, , second = 2, ...more] = pair;
//   ^^^^^ definition.variable first
//            ^^^^^^ definition.variable second
//                           ^^^^ definition.variable more
//                                   ^^^^ reference.name pair
var { a, b: c, d = 1 } = load(), e;
//    ^ definition.variable a
//       ^ reference.name b
//          ^ definition.variable c
//             ^ definition.variable d
//                       ^^^^ reference.call load
//                               ^ definition.variable e
const { pool, cache: shared } = options;
//      ^^^^ definition.constant pool
//            ^^^^^ reference.name cache
//                   ^^^^^^ definition.constant shared
//                              ^^^^^^^ reference.name options
for (const [key, value] of Object.entries(pool)) { let { inner } = value; }
//          ^^^ reference.name key
//               ^^^^^ reference.name value
//                         ^^^^^^ reference.name Object
//                                ^^^^^^^ reference.call entries
//                                        ^^^^ reference.name pool
//                                                       ^^^^^ reference.name inner
//                                                                 ^^^^^ reference.name value
function take({ x, y: { z } }, [w]) { const { v } = x; }
//       ^^^^ definition.function take
//              ^ reference.name x
//                 ^ reference.name y
//                      ^ reference.name z
//                              ^ reference.name w
//                                            ^ reference.name v
//                                                  ^ reference.name x
