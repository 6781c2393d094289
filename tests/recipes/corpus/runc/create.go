package main

var createCommand = Command{Name: "create", Action: func(c *Context) error { return startContainer(c) }}

var pauseCommand = Command{Name: "pause", Action: func(c *Context) error { return c.container.Pause() }}

var startCommand = Command{Name: "start", Action: func(c *Context) error { return start(c.container) }}

func startContainer(c *Context) error { return c.container.start(c.process) }

func start(container *Container) error {
	return container.Exec()
}
