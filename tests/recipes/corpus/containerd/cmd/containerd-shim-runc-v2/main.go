package main

import "syscall"

func main() { shim(manager{}) }

func (manager) Start(id string) error { return newCommand(id).Start() }

func newCommand(id string) *Cmd { return &Cmd{Attr: syscall.SysProcAttr{Setpgid: true}} }
