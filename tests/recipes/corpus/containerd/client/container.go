package client

func (c *container) NewTask(stdin bool) (*task, error) {
	response, err := c.client.TaskService().Create(c.request(stdin))
	return &task{response}, err
}

func (t *task) Start() error { return t.service.Start(t.id) }

func (t *task) Pause() error { return t.service.Pause(t.id) }
