package controllers

const anchorControllerName = "anchor"

// AnchorController raises and drops anchors.
type AnchorController struct{}

// Run works until it is stopped.
func (c *AnchorController) Run() error { return c.syncAnchor("first") }

func (c *AnchorController) syncAnchor(key string) error { return nil }
