package server
//      ^^^^^^ reference.name server

import "fmt"
//      ^^^ reference.import fmt

// Run is documented; a comment holds no names.
func (s *Server) Run() error {
//    ^ reference.name s
//       ^^^^^^ reference.type Server
//               ^^^ definition.method Server.Run
//                     ^^^^^ reference.type error
	return fmt.Errorf("x: %w", s.run(nil))
//      ^^^ reference.name fmt
//          ^^^^^^ reference.call Errorf
//                          ^ reference.name s
//                            ^^^ reference.call run
}

func (Server) byValue()       {}
//    ^^^^^^ reference.type Server
//            ^^^^^^^ definition.method Server.byValue
func ((*Server)) parentheses() {}
//      ^^^^^^ reference.type Server
//               ^^^^^^^^^^^ definition.method Server.parentheses
func (_ *Server) blank()      {}
//       ^^^^^^ reference.type Server
//               ^^^^^ definition.method Server.blank

func New(address string, options ...Option) (server *Server, err error) {
//   ^^^ definition.function New
//       ^^^^^^^ reference.name address
//               ^^^^^^ reference.type string
//                       ^^^^^^^ reference.name options
//                                  ^^^^^^ reference.type Option
//                                           ^^^^^^ reference.name server
//                                                   ^^^^^^ reference.type Server
//                                                           ^^^ reference.name err
//                                                               ^^^^^ reference.type error
	server = &Server{address: address}
// @1+6 reference.name server
//         ^^^^^^ reference.type Server
//                ^^^^^^^ reference.name address
//                         ^^^^^^^ reference.name address
	for _, option := range options {
//      ^^^^^^ reference.name option
//                      ^^^^^^^ reference.name options
		option(server)
//^^^^^^ reference.call option
//       ^^^^^^ reference.name server
	}
	go server.serve()
//  ^^^^^^ reference.name server
//         ^^^^^ reference.call serve
	defer func() {
		err = server.Close()
//^^^ reference.name err
//      ^^^^^^ reference.name server
//             ^^^^^ reference.call Close
	}()
	return
}

func declaredElsewhere(fd int, data []byte) (n int)
//   ^^^^^^^^^^^^^^^^^ definition.function declaredElsewhere
//                     ^^ reference.name fd
//                        ^^^ reference.type int
//                             ^^^^ reference.name data
//                                    ^^^^ reference.type byte
//                                           ^ reference.name n
//                                             ^^^ reference.type int

func init() {
//   ^^^^ definition.function init
	type local struct{ count int }
//    ^^^^^ definition.struct init.local
//                  ^^^^^ definition.field init.local.count
//                        ^^^ reference.type int
	const limit = 3
//     ^^^^^ reference.name limit
	var total, rest = 0, 1
//   ^^^^^ reference.name total
//          ^^^^ reference.name rest
	total += local{count: limit}.count + rest
// @1+5 reference.name total
//        ^^^^^ reference.type local
//              ^^^^^ reference.name count
//                     ^^^^^ reference.name limit
//                            ^^^^^ reference.name count
//                                    ^^^^ reference.name rest
again:
// @0+5 reference.name again
	if total < limit {
//  ^^^^^ reference.name total
//          ^^^^^ reference.name limit
		total++
//^^^^^ reference.name total
		goto again
//     ^^^^^ reference.name again
	}
}

func table() {
//   ^^^^^ definition.function table
	for _, test := range []struct {
//      ^^^^ reference.name test
		name string
//^^^^ reference.name name
//     ^^^^^^ reference.type string
		want int
//^^^^ reference.name want
//     ^^^ reference.type int
	}{{"a", 1}} {
		check(test.name, test.want)
//^^^^^ reference.call check
//      ^^^^ reference.name test
//           ^^^^ reference.name name
//                 ^^^^ reference.name test
//                      ^^^^ reference.name want
	}
}

var handler = func(w Writer) {
//  ^^^^^^^ definition.variable handler
//                 ^ reference.name w
//                   ^^^^^^ reference.type Writer
	type state struct{ open bool }
//    ^^^^^ definition.struct handler.state
//                  ^^^^ definition.field handler.state.open
//                       ^^^^ reference.type bool
	inner := struct{ key string }{key: "k"}
// @1+5 reference.name inner
//                ^^^ reference.name key
//                    ^^^^^^ reference.type string
//                             ^^^ reference.name key
	w.Write(inner.key, state{open: true})
// @1+1 reference.name w
// ^^^^^ reference.call Write
//       ^^^^^ reference.name inner
//             ^^^ reference.name key
//                  ^^^^^ reference.type state
//                        ^^^^ reference.name open
}
