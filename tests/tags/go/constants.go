package server
//      ^^^^^^ reference.name server

const Version = "3.5"
//    ^^^^^^^ definition.constant Version

const (
	StateIdle State = iota
// @1+9 definition.constant StateIdle
//         ^^^^^ reference.type State
	StateBusy
// @1+9 definition.constant StateBusy
	_
	first, second = 1, 2
// @1+5 definition.constant first
//      ^^^^^^ definition.constant second

	Größe, Ärger = KB * 2, math.MaxInt64
// @1+5 definition.constant Größe
//      ^^^^^ definition.constant Ärger
//              ^^ reference.name KB
//                      ^^^^ reference.name math
//                           ^^^^^^^^ reference.name MaxInt64
)

var ErrClosed = errors.New("closed")
//  ^^^^^^^^^ definition.variable ErrClosed
//              ^^^^^^ reference.name errors
//                     ^^^ reference.call New

var (
	count, total int
// @1+5 definition.variable count
//      ^^^^^ definition.variable total
//            ^^^ reference.type int
	_ Handler = (*Server)(nil)
// ^^^^^^^ reference.type Handler
//             ^^^^^^ reference.type Server
	defaults  = map[string]Limit{"cpu": {Value: 1}, "memory": unlimited}
// @1+8 definition.variable defaults
//               ^^^^^^ reference.type string
//                      ^^^^^ reference.type Limit
//                                    ^^^^^ reference.name Value
//                                                         ^^^^^^^^^ reference.name unlimited
	onClose   = func() { count = 0 }
// @1+7 definition.variable onClose
//                    ^^^^^ reference.name count
	enabled   = true
// @1+7 definition.variable enabled
)
