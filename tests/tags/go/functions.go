package server
//      ^^^^^^ reference.name server

import "fmt"
//      ^^^ reference.import fmt

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
