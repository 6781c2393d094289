package libcontainer

func startInitialization() error { return (&linuxStandardInit{}).Init() }

// Init prepares the container and becomes its program.
func (l *linuxStandardInit) Init() error {
	if err := prepareRootfs(l.config); err != nil {
		return err
	}
	return linux.Exec(l.name, l.args, l.env)
}

func prepareRootfs(config *Config) error { return nil }
