// Package client asks a server to pull.
package client

import (
	"context"

	"example.org/tugboat/api/towpb"
)

// Tows pulls through a connection.
type Tows struct {
	remote towpb.TowsClient
}

// Pull asks for one boat.
func (t *Tows) Pull(ctx context.Context, boat string) (int64, error) {
	reply, err := t.remote.Pull(ctx, &towpb.PullRequest{Boat: boat})
	if err != nil {
		return 0, err
	}
	return reply.Knots, nil
}
