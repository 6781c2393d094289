local lib = (import 'lib.libsonnet') + { extra:: 1 };
//    ^^^ definition.variable lib
//                   ^^^^^^^^^^^^^ reference.import lib.libsonnet
//                                       ^^^^^ definition.field lib.extra
local check(x) =
//    ^^^^^ definition.function check
//          ^ reference.name x
  local low = 1;
//      ^^^ reference.name low
  if x < low then error 'too small: ' + x else x;
//   ^ reference.name x
//       ^^^ reference.name low
//                                      ^ reference.name x
//                                             ^ reference.name x
lib {
// @0+3 reference.name lib
  plain: { inner: 1, method(y): y },
//^^^^^ definition.field plain
//         ^^^^^ reference.name inner
//                   ^^^^^^ definition.method plain.method
//                          ^ reference.name y
//                              ^ reference.name y
  text: |||
//^^^^ definition.field text
    // no comment
  |||,
  assert self.plain.inner == 1 : 'inner is wrong',
//            ^^^^^ reference.name plain
//                  ^^^^^ reference.name inner
}
