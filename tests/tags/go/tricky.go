package server
//      ^^^^^^ reference.name server

import "fmt"
//      ^^^ reference.import fmt

// Prüfer prüft.
type Prüfer struct {
//   ^^^^^^ definition.struct Prüfer
	Name, größe string // größe steht hier nicht
// @1+4 definition.field Prüfer.Name
//     ^^^^^ definition.field Prüfer.größe
//           ^^^^^^ reference.type string
}

func (p *Prüfer) prüfe(名前 string) {
//    ^ reference.name p
//       ^^^^^^ reference.type Prüfer
//               ^^^^^ definition.method Prüfer.prüfe
//                     ^^ reference.name 名前
//                        ^^^^^^ reference.type string
	fmt.Println("ü", 名前, p.größe); größer := p; _ = größer
// @1+3 reference.name fmt
//   ^^^^^^^ reference.call Println
//                ^^ reference.name 名前
//                    ^ reference.name p
//                      ^^^^^ reference.name größe
//                              ^^^^^^ reference.name größer
//                                        ^ reference.name p
//                                               ^^^^^^ reference.name größer
}

type Outer struct{ Inner struct{ Deep struct{ Deepest int } } }
//   ^^^^^ definition.struct Outer
//                 ^^^^^ definition.field Outer.Inner
//                               ^^^^ definition.field Outer.Inner.Deep
//                                            ^^^^^^^ definition.field Outer.Inner.Deep.Deepest
//                                                    ^^^ reference.type int

func outer() {
//   ^^^^^ definition.function outer
	type local struct{ inner struct{ x int } }
//    ^^^^^ definition.struct outer.local
//                  ^^^^^ definition.field outer.local.inner
//                                ^ definition.field outer.local.inner.x
//                                  ^^^ reference.type int
	func() { type nested interface{ M(); N(struct{ field int }) } }()
//             ^^^^^^ definition.interface outer.nested
//                               ^ definition.method outer.nested.M
//                                    ^ definition.method outer.nested.N
//                                              ^^^^^ reference.name field
//                                                    ^^^ reference.type int
}
