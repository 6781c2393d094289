#!/usr/bin/env node
const größe = 1;
//    ^^^^^ definition.constant größe
function π$_(名) {
//       ^^^ definition.function π$_
//           ^ reference.name 名
  return 名 + größe;
//       ^ reference.name 名
//           ^^^^^ reference.name größe
}
class A { static async get() {} set = 1; of() { return class { inner() { return function deep() {}; } }; } }
//    ^ definition.class A
//                     ^^^ definition.method A.get
//                              ^^^ definition.field A.set
//                                       ^^ definition.method A.of
//                                                             ^^^^^ definition.method A.of.inner
//                                                                                       ^^^^ definition.function A.of.inner.deep
	const tabbed = { get: 1, set() {}, async: () => {} }, async = A.get();
//     ^^^^^^ definition.constant tabbed
//                ^^^ definition.field tabbed.get
//                        ^^^ definition.method tabbed.set
//                                  ^^^^^ definition.method tabbed.async
//                                                     ^^^^^ definition.constant async
//                                                             ^ reference.name A
//                                                               ^^^ reference.call get
let let_ = /re(g)ex/g, undefined_ = undefined, 𝒳 = "😀", after = 𝒳;
//  ^^^^ definition.variable let_
//                     ^^^^^^^^^^ definition.variable undefined_
//                                             ^ definition.variable 𝒳
//                                                      ^^^^^ definition.variable after
//                                                              ^ reference.name 𝒳
