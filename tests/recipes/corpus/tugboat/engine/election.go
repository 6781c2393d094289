package engine

import "time"

// LeaderElector makes one of two tugs the first.
type LeaderElector struct {
	observed string
}

const (
	leaseDuration = 15 * time.Second
	renewDeadline = 10 * time.Second
)

// tryAcquireOrRenew takes the lease when nobody has it.
func (l *LeaderElector) tryAcquireOrRenew() bool {
	return l.observed == ""
}

func (l *LeaderElector) run() {
	if !l.tryAcquireOrRenew() {
		lg.Fatal("leader election lost")
	}
}
