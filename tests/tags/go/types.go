package server
//      ^^^^^^ reference.name server

type Server struct {
//   ^^^^^^ definition.struct Server
	address, network string
// @1+7 definition.field Server.address
//        ^^^^^^^ definition.field Server.network
//                ^^^^^^ reference.type string
	Log              *log.Logger `json:"log"`
// @1+3 definition.field Server.Log
//                 ^^^ reference.name log
//                     ^^^^^^ reference.type Logger
	limits           struct {
// @1+6 definition.field Server.limits
		Memory int64
//^^^^^^ definition.field Server.limits.Memory
//       ^^^^^ reference.type int64
	}
	handle  func(request *Request) (Response, error)
// @1+6 definition.field Server.handle
//            ^^^^^^^ reference.name request
//                     ^^^^^^^ reference.type Request
//                               ^^^^^^^^ reference.type Response
//                                         ^^^^^ reference.type error
	_       [0]func()
	byName  map[string][]Handler
// @1+6 definition.field Server.byName
//           ^^^^^^ reference.type string
//                    ^^^^^^^ reference.type Handler
	done    <-chan struct{}
// @1+4 definition.field Server.done
	buffer  [bufferSize]byte
// @1+6 definition.field Server.buffer
//        ^^^^^^^^^^ reference.name bufferSize
//                   ^^^^ reference.type byte
}

type Handler interface {
//   ^^^^^^^ definition.interface Handler
	Handle(request Request) error
// @1+6 definition.method Handler.Handle
//      ^^^^^^^ reference.name request
//              ^^^^^^^ reference.type Request
//                       ^^^^^ reference.type error
	handleAll(...Request)
// @1+9 definition.method Handler.handleAll
//            ^^^^^^^ reference.type Request
}

type (
	ID      string
// @1+2 definition.type ID
//       ^^^^^^ reference.type string
	Names   = []string
// @1+5 definition.type Names
//           ^^^^^^ reference.type string
	Visitor func(node Node) Visitor
// @1+7 definition.type Visitor
//            ^^^^ reference.name node
//                 ^^^^ reference.type Node
//                       ^^^^^^^ reference.type Visitor
	Alias   = struct{ X, Y int }
// @1+5 definition.type Alias
//                 ^ definition.field Alias.X
//                    ^ definition.field Alias.Y
//                      ^^^ reference.type int
	Nothing struct{}
// @1+7 definition.struct Nothing
	Any     interface{}
// @1+3 definition.interface Any
)

var options struct {
//  ^^^^^^^ definition.variable options
	verbose bool
// @1+7 definition.field options.verbose
//       ^^^^ reference.type bool
	level   struct{ first int }
// @1+5 definition.field options.level
//               ^^^^^ definition.field options.level.first
//                     ^^^ reference.type int
}
