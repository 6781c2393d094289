package cri

// PodSandboxManager runs sandboxes.
type PodSandboxManager interface {
	RunPodSandbox(config string, handler string) (string, error)
}
