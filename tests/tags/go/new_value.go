package server
//      ^^^^^^ reference.name server

func pointers(last Entry) {
//   ^^^^^^^^ definition.function pointers
//            ^^^^ reference.name last
//                 ^^^^^ reference.type Entry
	a := new(uint64(1))
// @1+1 reference.name a
//    ^^^ reference.call new
//        ^^^^^^ reference.call uint64
	b := &Entry{Index: new(next("a", 2)), Term: new(last.GetTerm())}
// @1+1 reference.name b
//     ^^^^^ reference.type Entry
//           ^^^^^ reference.name Index
//                  ^^^ reference.call new
//                      ^^^^ reference.call next
//                                     ^^^^ reference.name Term
//                                           ^^^ reference.call new
//                                               ^^^^ reference.name last
//                                                    ^^^^^^^ reference.call GetTerm
	use(a, b)
// @1+3 reference.call use
//   ^ reference.name a
//      ^ reference.name b
}

func after() {}
//   ^^^^^ definition.function after
