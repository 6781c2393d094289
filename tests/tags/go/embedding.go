package server
//      ^^^^^^ reference.name server

type Conn struct {
//   ^^^^ definition.struct Conn
	net.Conn
// @1+3 reference.name net
//   ^^^^ reference.implementation Conn
	*Pool
//^^^^ reference.implementation Pool
	sync.Mutex `yaml:"-"`
// @1+4 reference.name sync
//    ^^^^^ reference.implementation Mutex
	Cache[string]
// @1+5 reference.implementation Cache
//     ^^^^^^ reference.type string
	*list.List[int, pkg.Key]
//^^^^ reference.name list
//     ^^^^ reference.implementation List
//          ^^^ reference.type int
//               ^^^ reference.name pkg
//                   ^^^ reference.type Key
	name string
// @1+4 definition.field Conn.name
//    ^^^^^^ reference.type string
}

type Backend interface {
//   ^^^^^^^ definition.interface Backend
	io.Closer
// @1+2 reference.name io
//  ^^^^^^ reference.implementation Closer
	Reader
// @1+6 reference.implementation Reader
	Store[Key]
// @1+5 reference.implementation Store
//     ^^^ reference.type Key
	Close() error
// @1+5 definition.method Backend.Close
//       ^^^^^ reference.type error
}

type Number interface {
//   ^^^^^^ definition.interface Number
	~int | ~float64
//^^^ reference.type int
//       ^^^^^^^ reference.type float64
}

type Pointer[T any] interface {
//   ^^^^^^^ definition.interface Pointer
//           ^ reference.type T
//             ^^^ reference.type any
	*T
//^ reference.type T
	comparable
// @1+10 reference.implementation comparable
}
