// Package runtime puts the command line of runc together.
package runtime

// Create runs runc create.
func (r *Runc) Create(id, bundle string) error { return r.run("create", "--bundle", bundle, id) }

// Start runs runc start.
func (r *Runc) Start(id string) error { return r.run("start", id) }

// Pause runs runc pause.
func (r *Runc) Pause(id string) error { return r.run("pause", id) }
