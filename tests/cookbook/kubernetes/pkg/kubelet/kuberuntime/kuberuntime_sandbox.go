package kuberuntime

import (
	"k8s.io/kubernetes/pkg/kubelet/container"
	"k8s.io/kubernetes/pkg/kubelet/util/format"
)

func (m *kubeGenericRuntimeManager) createPodSandbox(pod *container.Pod) error {
	config := m.generatePodSandboxConfig(pod)
	name := format.Pod(pod)
	if err := m.osInterface.MkdirAll("/var/log/pods/" + name); err != nil {
		return err
	}
	handler := m.classes.LookupRuntimeHandler(pod.Class)
	_, err := m.runtimeService.RunPodSandbox(config, handler)
	return err
}

func (m *kubeGenericRuntimeManager) generatePodSandboxConfig(pod *container.Pod) string {
	return pod.Name
}
