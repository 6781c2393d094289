package run

import (
	"context"
	"time"
)

const (
	maxBackoff = 5 * time.Minute
	multiplier = 1.6
)

// dialTimeout bounds one attempt.
var dialTimeout = 20 * time.Second

func dial(ctx context.Context, try func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(ctx, dialTimeout)
	defer cancel()
	return try(ctx)
}
