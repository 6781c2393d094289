module github.com/containerd/containerd/v2
