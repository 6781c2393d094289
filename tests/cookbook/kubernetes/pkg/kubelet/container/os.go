package container

// Pod is what the kubelet knows of a pod.
type Pod struct {
	Name  string
	Class string
}

// OSInterface is what the kubelet asks of the system.
type OSInterface interface {
	MkdirAll(path string) error
}
