package kuberuntime

// SyncPod makes a pod what it should be.
func (m *kubeGenericRuntimeManager) SyncPod(pod *Pod) error {
	sandbox, err := m.createPodSandbox(pod)
	if err != nil {
		return err
	}
	return m.startContainer(sandbox, pod.Containers[0])
}

func (m *kubeGenericRuntimeManager) createPodSandbox(pod *Pod) (string, error) {
	return m.runtimeService.RunPodSandbox(pod)
}

func (m *kubeGenericRuntimeManager) startContainer(sandbox string, container Container) error {
	id, err := m.runtimeService.CreateContainer(sandbox, container)
	if err != nil {
		return err
	}
	return m.runtimeService.StartContainer(id)
}
