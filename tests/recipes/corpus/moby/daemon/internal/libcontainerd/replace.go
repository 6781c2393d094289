package libcontainerd

// ReplaceContainer makes a container, after what was left of an older one is gone.
func ReplaceContainer(client Client, id string, spec *Spec) error { return client.NewContainer(id, spec) }
