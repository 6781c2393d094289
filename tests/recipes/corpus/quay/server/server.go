// Package server keeps the berths.
package server

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"
)

type server struct {
	boats map[string]bool
	ropes *http.Client
}

// Run serves until it can't.
func Run(o *Options) error {
	listener, err := net.Listen("tcp", o.ListenAddress)
	if err != nil {
		return fmt.Errorf("quay can't listen: %w", err)
	}
	s := &server{boats: map[string]bool{}, ropes: &http.Client{Timeout: 3 * time.Second}}
	if o.RopeStore == "" {
		panic("no store of ropes")
	}
	defer func() {
		if r := recover(); r != nil {
			slog.Error("a boat hit the quay", "reason", r)
		}
	}()
	return http.Serve(listener, s.routes())
}

var level slog.LevelVar

func (s *server) setLevel(_ http.ResponseWriter, r *http.Request) {
	level.Set(slog.LevelDebug)
}

// retryBackoff is the first pause between two attempts; it doubles.
const retryBackoff = 200 * time.Millisecond

func (s *server) fetchRope(ctx context.Context, boat string) error {
	backoff := retryBackoff
	for attempt := 0; attempt < 5; attempt++ {
		if err := s.dialStore(ctx, boat); err == nil {
			return nil
		}
		time.Sleep(backoff)
		backoff *= 2
	}
	return fmt.Errorf("boat %s has no rope: %w", boat, context.DeadlineExceeded)
}

func (s *server) dialStore(ctx context.Context, boat string) error {
	var dialer net.Dialer
	conn, err := dialer.DialContext(ctx, "tcp", "ropes.example.org:7171")
	if err != nil {
		return fmt.Errorf("store of ropes is away: %w", err)
	}
	return conn.Close()
}
