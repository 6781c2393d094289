package daemon

// ContainerStart starts a container.
func (daemon *Daemon) ContainerStart(name string) error { return daemon.containerStart(name) }

func (daemon *Daemon) containerStart(name string) error {
	spec, err := daemon.createSpec(name)
	if err != nil {
		return err
	}
	if err := daemon.initializeNetworking(name); err != nil {
		return err
	}
	return libcontainerd.ReplaceContainer(daemon.containerd, name, spec)
}

// ContainerPause pauses one.
func (daemon *Daemon) ContainerPause(name string) error { return daemon.task(name).Pause() }
