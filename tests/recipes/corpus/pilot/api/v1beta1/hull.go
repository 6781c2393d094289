// Package v1beta1 is the interface to what carries boats.
package v1beta1

// RegisterHullServiceServer says who answers.
func RegisterHullServiceServer(server any, hull any) {}
