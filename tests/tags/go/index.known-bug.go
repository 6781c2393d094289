package server
//      ^^^^^^ reference.name server

func index() {
//   ^^^^^ definition.function index
	entry := rows[i][columns[i]]
// @1+5 reference.name entry
//        ^^^^ reference.name rows
//             ^ reference.name i
//                ^^^^^^^ reference.name columns
//                        ^ reference.name i
}
