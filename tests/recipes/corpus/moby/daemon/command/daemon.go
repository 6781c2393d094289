package command

func (cli *daemonCLI) initializeContainerd() error { return nil }
