package process

// Create makes the first process of a container.
func (p *Init) Create(config *CreateConfig) error { return p.runtime.Create(p.id, p.bundle) }
