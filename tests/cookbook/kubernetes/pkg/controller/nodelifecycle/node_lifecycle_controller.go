package nodelifecycle

import "time"

// Controller watches nodes.
type Controller struct{ grace time.Duration }

// Run watches until it is stopped.
func (nc *Controller) Run(stop <-chan struct{}) {
	for {
		if err := nc.monitorNodeHealth(); err != nil {
			return
		}
	}
}

func (nc *Controller) monitorNodeHealth() error {
	var gracePeriod time.Duration = nc.grace
	if silence() < gracePeriod {
		return nc.markNodeAsReachable("node")
	}
	return nil
}

func (nc *Controller) markNodeAsReachable(node string) error { return nil }

func silence() time.Duration { return 0 }
