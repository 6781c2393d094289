// Package admission refuses and changes boats before they are kept.
package admission

import (
	"context"
	"errors"
)

// Anchor gives every boat an anchor.
type Anchor struct{}

// Admit adds the anchor.
func (a *Anchor) Admit(ctx context.Context, boat map[string]string) error {
	boat["anchor"] = "iron"
	return nil
}

// Validate refuses boats without one.
func (a *Anchor) Validate(ctx context.Context, boat map[string]string) error {
	if boat["anchor"] == "" {
		return errors.New("a boat without an anchor is forbidden: admission webhook denied the request")
	}
	return nil
}
