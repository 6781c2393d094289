package server
//      ^^^^^^ reference.name server

func pointers(count int) {
//   ^^^^^^^^ definition.function pointers
//            ^^^^^ reference.name count
//                  ^^^ reference.type int
	use(new(uint64(count)), new(count+1), new("text"))
// @1+3 reference.call use
//   ^^^ reference.call new
//       ^^^^^^ reference.call uint64
//              ^^^^^ reference.name count
//                       ^^^ reference.call new
//                           ^^^^^ reference.name count
//                                     ^^^ reference.call new
}
