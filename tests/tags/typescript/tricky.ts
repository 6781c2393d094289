type Δ = number;
//   ^ definition.type Δ
const größe: Δ = 1;
//    ^^^^^ definition.constant größe
//           ^ reference.type Δ
class Outer { type: string; get = 1; static of(type: Δ) { return class Local { readonly field = new Map<string, Array<Δ>>(); run(): this { return this; } }; } }
//    ^^^^^ definition.class Outer
//            ^^^^ definition.field Outer.type
//                          ^^^ definition.field Outer.get
//                                          ^^ definition.method Outer.of
//                                             ^^^^ reference.name type
//                                                   ^ reference.type Δ
//                                                                     ^^^^^ definition.class Outer.of.Local
//                                                                                      ^^^^^ definition.field Outer.of.Local.field
//                                                                                                  ^^^ reference.call Map
//                                                                                                              ^^^^^ reference.type Array
//                                                                                                                    ^ reference.type Δ
//                                                                                                                           ^^^ definition.method Outer.of.Local.run
function f<const T extends readonly unknown[]>(x: T, is: (x: any) => x is T) { interface I { type: T } enum E { A } return (y: { z: T }) => y?.z; }
//       ^ definition.function f
//               ^ reference.type T
//                                             ^ reference.name x
//                                                ^ reference.type T
//                                                   ^^ reference.name is
//                                                        ^ reference.name x
//                                                                   ^ reference.name x
//                                                                        ^ reference.type T
//                                                                                       ^ definition.interface f.I
//                                                                                           ^^^^ definition.field f.I.type
//                                                                                                 ^ reference.type T
//                                                                                                          ^ definition.enum f.E
//                                                                                                              ^ definition.constant f.E.A
//                                                                                                                          ^ reference.name y
//                                                                                                                               ^ reference.name z
//                                                                                                                                  ^ reference.type T
//                                                                                                                                          ^ reference.name y
//                                                                                                                                             ^ reference.name z
abstract class G { abstract get x(): number; abstract y: string }
//             ^ definition.class G
//                              ^ definition.method G.x
//                                                    ^ definition.field G.y
