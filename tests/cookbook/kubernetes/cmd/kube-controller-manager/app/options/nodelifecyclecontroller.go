package options

import (
	"time"

	"k8s.io/kube-controller-manager/config/v1alpha1"
)

// NodeLifecycleControllerOptions are set on the command line.
type NodeLifecycleControllerOptions struct {
	*v1alpha1.NodeLifecycleControllerConfiguration
}

type flags interface {
	DurationVar(to *time.Duration, name string, value time.Duration, usage string)
}

// AddFlags declares them.
func (o *NodeLifecycleControllerOptions) AddFlags(fs flags) {
	fs.DurationVar(&o.NodeMonitorGracePeriod, "node-monitor-grace-period", o.NodeMonitorGracePeriod, "How long a node may be silent.")
}
