package remote

func (r *remoteRuntimeService) RunPodSandbox(config *Config) (string, error) {
	return r.client.RunPodSandbox(config)
}
