// Package controllers runs what keeps boats as they were asked for.
package controllers

// NewControllerInitializers lists all of them.
func NewControllerInitializers() map[string]func() error {
	controllers := map[string]func() error{}
	controllers["anchor"] = startAnchorController
	controllers["beacon"] = startBeaconController
	return controllers
}

func startAnchorController() error { return (&AnchorController{}).Run() }

func startBeaconController() error { return nil }
