package v1alpha1

import "time"

// NodeLifecycleControllerConfiguration is set in a file.
type NodeLifecycleControllerConfiguration struct {
	// NodeMonitorGracePeriod is how long a node may be silent.
	NodeMonitorGracePeriod time.Duration
}
