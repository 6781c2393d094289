// Package server pulls boats for others.
package server

import (
	"context"

	"example.org/tugboat/api/towpb"
	"google.golang.org/grpc"
)

type towServer struct{}

// Pull serves one boat.
func (s *towServer) Pull(ctx context.Context, r *towpb.PullRequest) (*towpb.PullReply, error) {
	ctx, span := otel.Tracer("").Start(ctx, "towServer.Pull")
	defer span.End()
	span.SetAttributes(attribute.String("boat", r.Boat))
	return &towpb.PullReply{Knots: 3}, nil
}

// Follow serves a row of boats.
func (s *towServer) Follow(stream towpb.Tows_FollowServer) error {
	return nil
}

// Serve puts the service on a server.
func Serve(s *grpc.Server) {
	towpb.RegisterTowsServer(s, &towServer{})
}
