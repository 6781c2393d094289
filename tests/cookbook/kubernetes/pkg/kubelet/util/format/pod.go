package format

import "k8s.io/kubernetes/pkg/kubelet/container"

// Pod is a pod's name as logs have it.
func Pod(pod *container.Pod) string {
	return pod.Name
}
