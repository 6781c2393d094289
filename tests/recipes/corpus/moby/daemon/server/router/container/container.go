package container

func (c *containerRouter) initRoutes() {
	c.routes = []Route{
		NewPostRoute("/containers/{name:.*}/start", c.postContainersStart),
		NewPostRoute("/containers/{name:.*}/pause", c.postContainersPause),
	}
}

func (c *containerRouter) postContainersStart(name string) error { return c.backend.ContainerStart(name) }

func (c *containerRouter) postContainersPause(name string) error { return c.backend.ContainerPause(name) }
