package kuberuntime

import (
	cri "k8s.io/cri-api/pkg/apis"
	"k8s.io/kubernetes/pkg/kubelet/container"
	"k8s.io/kubernetes/pkg/kubelet/events"
	"k8s.io/kubernetes/pkg/kubelet/runtimeclass"
)

type kubeGenericRuntimeManager struct {
	recorder       recorder
	osInterface    container.OSInterface
	classes        *runtimeclass.Manager
	runtimeService cri.PodSandboxManager
}

type recorder interface {
	Eventf(reason, text string, args ...interface{})
}

// SyncPod makes what runs of a pod be what should run.
func (m *kubeGenericRuntimeManager) SyncPod(pod *container.Pod) error {
	if err := m.createPodSandbox(pod); err != nil {
		m.recorder.Eventf(events.FailedCreatePodSandBox, "no sandbox for the pod: %v", err)
		return err
	}
	return nil
}
