package kubelet

import "k8s.io/kubernetes/pkg/kubelet/container"

type runtime interface {
	SyncPod(pod *container.Pod) error
}

// Kubelet runs the pods of a node.
type Kubelet struct{ containerRuntime runtime }

func (kl *Kubelet) syncPod(pod *container.Pod) error {
	return kl.containerRuntime.SyncPod(pod)
}
