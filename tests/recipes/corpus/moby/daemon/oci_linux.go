package daemon

func (daemon *Daemon) createSpec(name string) (*Spec, error) {
	return apply(WithNamespaces(daemon), withMounts(daemon), WithCapabilities(daemon))
}

func (daemon *Daemon) initializeNetworking(name string) error { return nil }

// WithNamespaces puts namespaces into the specification.
func WithNamespaces(daemon *Daemon) SpecOpts { return nil }

func withMounts(daemon *Daemon) SpecOpts { return nil }

// WithCapabilities takes capabilities away.
func WithCapabilities(daemon *Daemon) SpecOpts { return nil }
