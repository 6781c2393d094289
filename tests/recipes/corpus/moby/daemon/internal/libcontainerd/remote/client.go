package remote

func (c *client) NewContainer(id string, spec *Spec) error { return c.containerd.NewContainer(id, spec) }

func (c *container) NewTask(stdin bool) (*task, error) { return c.ctr.NewTask(stdin) }

func (t *task) Start() error { return t.inner.Start() }

func (t *task) Pause() error { return t.inner.Pause() }
