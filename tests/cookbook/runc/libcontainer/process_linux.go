package libcontainer

import "fmt"

type parentProcess interface {
	start() error
}

type initProcess struct{ failed error }

func (p *initProcess) start() error {
	if p.failed != nil {
		return fmt.Errorf("error during container init: %w", p.failed)
	}
	return nil
}
