// Package v1 is the interface of the keel.
package v1

import "errors"

// MinAPIVersion is the least version that is answered.
const MinAPIVersion = "1.2"

func serve(server any, hull any) {
	RegisterHullServiceServer(server, hull)
}

func refuse(version string) error {
	return errors.New("client version " + version + " is too old")
}

func unknown() error { return errors.New("unknown service v1beta1.Hull") }
