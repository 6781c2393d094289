package libcontainer

// Container is one.
type Container struct{ process parentProcess }

// Start starts its process.
func (c *Container) Start(action string) error {
	return c.start(c.process)
}

func (c *Container) start(parent parentProcess) error {
	return parent.start()
}
