package container

// NewStartCommand is the command that starts containers.
func NewStartCommand(cli Cli) *Command { return &Command{Run: func() error { return runStart(cli, "one") }} }

func runStart(cli Cli, name string) error { return cli.Client().ContainerStart(name) }
