package server
//      ^^^^^^ reference.name server

func types(value any) {
//   ^^^^^ definition.function types
//         ^^^^^ reference.name value
//               ^^^ reference.type any
	bytes := []byte("text")
// @1+5 reference.name bytes
//          ^^^^ reference.type byte
	number := int64(len(bytes))
// @1+6 reference.name number
//         ^^^^^ reference.call int64
//               ^^^ reference.call len
//                   ^^^^^ reference.name bytes
	pointer := (*Node)(value)
// @1+7 reference.name pointer
//            ^^^^ reference.type Node
//                  ^^^^^ reference.name value
	deep := *(**pkg.Node)(pointer)
// @1+4 reference.name deep
//           ^^^ reference.name pkg
//               ^^^^ reference.type Node
//                     ^^^^^^^ reference.name pointer
	plain := (Node)(value)
// @1+5 reference.name plain
//         ^^^^ reference.call Node
//               ^^^^^ reference.name value
	method := (*Node).Close
// @1+6 reference.name method
//           ^^^^ reference.name Node
//                 ^^^^^ reference.name Close
	asserted, ok := value.(*pkg.Node)
// @1+8 reference.name asserted
//         ^^ reference.name ok
//               ^^^^^ reference.name value
//                       ^^^ reference.name pkg
//                           ^^^^ reference.type Node
	fresh := new(Node)
// @1+5 reference.name fresh
//        ^^^ reference.call new
//            ^^^^ reference.type Node
	queue := make(chan *Node, size)
// @1+5 reference.name queue
//        ^^^^ reference.call make
//                   ^^^^ reference.type Node
//                         ^^^^ reference.name size
	list := []*Node{{Name: "a"}, {Name: constant}}
// @1+4 reference.name list
//          ^^^^ reference.type Node
//                ^^^^ reference.name Name
//                             ^^^^ reference.name Name
//                                   ^^^^^^^^ reference.name constant
	grid := [...][2]Point{{{X: 1}}}
// @1+4 reference.name grid
//               ^^^^^ reference.type Point
//                       ^ reference.name X
	byKey := map[Key]pkg.Value{{1}: {2}, key: other}
// @1+5 reference.name byKey
//            ^^^ reference.type Key
//                ^^^ reference.name pkg
//                    ^^^^^ reference.type Value
//                                    ^^^ reference.name key
//                                         ^^^^^ reference.name other
	function := func(int, string) error { return nil }
// @1+8 reference.name function
//                ^^^ reference.type int
//                     ^^^^^^ reference.type string
//                             ^^^^^ reference.type error
	size := unsafe.Sizeof(Node{})
// @1+4 reference.name size
//       ^^^^^^ reference.name unsafe
//              ^^^^^^ reference.call Sizeof
//                     ^^^^ reference.type Node
	(*function)(1)
// ^^^^^^^^ reference.type function

	switch kind := value.(type) {
//      ^^^^ reference.name kind
//              ^^^^^ reference.name value
	case nil:
	case Node, *pkg.Node, []Item, func(Request) Response:
//    ^^^^ reference.type Node
//           ^^^ reference.name pkg
//               ^^^^ reference.type Node
//                       ^^^^ reference.type Item
//                                  ^^^^^^^ reference.type Request
//                                           ^^^^^^^^ reference.type Response
		use(kind)
//^^^ reference.call use
//    ^^^^ reference.name kind
	}
	select {
	case item := <-queue:
//    ^^^^ reference.name item
//              ^^^^^ reference.name queue
		item.child.Close().Wait()
//^^^^ reference.name item
//     ^^^^^ reference.name child
//           ^^^^^ reference.call Close
//                   ^^^^ reference.call Wait
	case queue <- fresh:
//    ^^^^^ reference.name queue
//             ^^^^^ reference.name fresh
	}
	handlers[index](value)
// @1+8 reference.call handlers
//        ^^^^^ reference.type index
//               ^^^^^ reference.name value
	handlers[index+1](value)
// @1+8 reference.call handlers
//        ^^^^^ reference.name index
//                 ^^^^^ reference.name value
	table.rows[key].apply(list[low:high]...)
// @1+5 reference.name table
//     ^^^^ reference.name rows
//          ^^^ reference.name key
//               ^^^^^ reference.call apply
//                     ^^^^ reference.name list
//                          ^^^ reference.name low
//                              ^^^^ reference.name high
	curry(1)(2)
// @1+5 reference.call curry
	use(nil, true, iota, -number, &plain, *pointer, ok && !ok)
// @1+3 reference.call use
//                     ^^^^^^ reference.name number
//                              ^^^^^ reference.name plain
//                                      ^^^^^^^ reference.name pointer
//                                               ^^ reference.name ok
//                                                      ^^ reference.name ok
}
