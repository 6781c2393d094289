package libcontainer

func (p *initProcess) start() error {
	if err := p.cmd.Start(); err != nil {
		return err
	}
	return p.manager.Apply(p.pid())
}
