package dockershim

func (ds *dockerService) RunPodSandbox(config *Config) (string, error) {
	return config.Name, ds.network.SetUpPod(config.Name)
}

func (ds *dockerService) CreateContainer(config *Config) (string, error) { return config.Name, nil }
