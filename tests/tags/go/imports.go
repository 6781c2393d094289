package main
//      ^^^^ reference.name main

import "os"
//      ^^ reference.import os
import (
	"context"
//^^^^^^^ reference.import context
	. "strings"
//  ^^^^^^^ reference.import strings
	_ "net/http/pprof"
//  ^^^^^^^^^^^^^^ reference.import net/http/pprof

	v1 "k8s.io/api/core/v1"
// @1+2 reference.name v1
//   ^^^^^^^^^^^^^^^^^^ reference.import k8s.io/api/core/v1
	`raw/path`
//^^^^^^^^ reference.import raw/path
)

import "C"
//      ^ reference.import C

func main() {
//   ^^^^ definition.function main
	var pod v1.Pod
//   ^^^ reference.name pod
//       ^^ reference.name v1
//          ^^^ reference.type Pod
	os.Exit(len(Fields(pod.Name)))
// @1+2 reference.name os
//  ^^^^ reference.call Exit
//       ^^^ reference.call len
//           ^^^^^^ reference.call Fields
//                  ^^^ reference.name pod
//                      ^^^^ reference.name Name
	_ = context.TODO
//   ^^^^^^^ reference.name context
//           ^^^^ reference.name TODO
}
