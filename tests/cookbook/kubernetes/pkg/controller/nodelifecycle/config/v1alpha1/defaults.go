package v1alpha1

import "time"

// RecommendedDefaultNodeLifecycleControllerConfiguration fills in what nobody set.
func RecommendedDefaultNodeLifecycleControllerConfiguration(obj *NodeLifecycleControllerConfiguration) {
	if obj.NodeMonitorGracePeriod == 0 {
		obj.NodeMonitorGracePeriod = 40 * time.Second
	}
}
