package instrument

import (
	"context"

	runtime "k8s.io/cri-api/pkg/apis/runtime/v1"
)

type instrumentedService struct{ c runtime.RuntimeServiceServer }

// RunPodSandbox counts what is asked.
func (in *instrumentedService) RunPodSandbox(ctx context.Context, r *runtime.RunPodSandboxRequest) (*runtime.RunPodSandboxResponse, error) {
	return in.c.RunPodSandbox(ctx, r)
}
