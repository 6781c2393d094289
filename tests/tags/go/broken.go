package server
//      ^^^^^^ reference.name server

type Before struct {
//   ^^^^^^ definition.struct Before
	Name string
// @1+4 definition.field Before.Name
//    ^^^^^^ reference.type string
}

func before() { call() }
//   ^^^^^^ definition.function before
//              ^^^^ reference.call call

func broken() {
//   ^^^^^^ definition.function broken
	x := := 3
// @1+1 reference.name x
	names := [
// @1+5 reference.name names
}

func after(a After) error {
//   ^^^^^ definition.function after
//         ^ reference.name a
//           ^^^^^ reference.type After
//                  ^^^^^ reference.type error
	return a.close()
//      ^ reference.name a
//        ^^^^^ reference.call close
}

type Last interface{ Close() }
//   ^^^^ definition.interface Last
//                   ^^^^^ definition.method Last.Close
