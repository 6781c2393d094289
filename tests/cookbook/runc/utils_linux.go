package main

import "github.com/opencontainers/runc/libcontainer"

type runner struct{ container *libcontainer.Container }

func startContainer(action string) error {
	r := &runner{}
	return r.run(action)
}

func (r *runner) run(action string) error {
	return r.container.Start(action)
}
