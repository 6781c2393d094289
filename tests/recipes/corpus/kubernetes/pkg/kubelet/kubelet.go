package kubelet

func (kl *Kubelet) syncLoop(updates <-chan PodUpdate) {
	for update := range updates {
		kl.syncLoopIteration(update)
	}
}

func (kl *Kubelet) syncLoopIteration(update PodUpdate) { kl.HandlePodAdditions(update.Pods) }

// HandlePodAdditions takes new pods.
func (kl *Kubelet) HandlePodAdditions(pods []*Pod) { kl.dispatchWork(pods[0]) }

func (kl *Kubelet) dispatchWork(pod *Pod) { kl.podWorkers.UpdatePod(pod) }

func (kl *Kubelet) syncPod(pod *Pod) error { return kl.containerRuntime.SyncPod(pod) }

// UpdatePod hands a pod to its goroutine.
func (p *podWorkers) UpdatePod(pod *Pod) { go p.managePodLoop(pod) }

func (p *podWorkers) managePodLoop(pod *Pod) { p.syncPodFn(pod) }
