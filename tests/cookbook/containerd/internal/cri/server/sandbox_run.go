package server

import (
	"context"

	runtime "k8s.io/cri-api/pkg/apis/runtime/v1"
)

type criService struct{ netPlugin plugin }

type plugin interface {
	Setup(ctx context.Context, id string) error
	SetupSerially(ctx context.Context, id string) error
}

// RunPodSandbox makes a sandbox with a network.
func (c *criService) RunPodSandbox(ctx context.Context, r *runtime.RunPodSandboxRequest) (*runtime.RunPodSandboxResponse, error) {
	if err := c.setupPodNetwork(ctx, "id"); err != nil {
		return nil, err
	}
	return &runtime.RunPodSandboxResponse{}, nil
}

func (c *criService) setupPodNetwork(ctx context.Context, id string) error {
	if len(id) > 0 {
		return c.netPlugin.SetupSerially(ctx, id)
	}
	return c.netPlugin.Setup(ctx, id)
}
