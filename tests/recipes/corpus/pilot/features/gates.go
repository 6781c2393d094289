// Package features has the switches of the pilot.
package features

import (
	"fmt"
	"os"
)

// Feature is a switch.
type Feature string

const (
	// NightMooring lets boats moor at night.
	NightMooring Feature = "NightMooring"
	// FogHorn sounds in fog.
	FogHorn Feature = "FogHorn"
)

var defaults = map[Feature]Spec{
	NightMooring: {Default: true, Stage: "beta"},
	FogHorn:      {Default: false, Stage: "alpha"},
}

// Spec is what a switch is set to.
type Spec struct {
	Default bool
	Stage   string
}

// Enabled says whether a switch is on.
func Enabled(feature Feature) bool {
	if _, set := os.LookupEnv(fmt.Sprintf("PILOT_FEATURE_%s", feature)); set {
		return true
	}
	return defaults[feature].Default
}
