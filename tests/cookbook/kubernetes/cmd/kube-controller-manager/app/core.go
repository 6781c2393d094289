package app

import "k8s.io/kubernetes/cmd/kube-controller-manager/app/options"

func startNodeLifecycleController(o *options.NodeLifecycleControllerOptions) {
	watch(o.NodeMonitorGracePeriod)
}
