package features

func mayMoor(night bool) bool {
	return !night || Enabled(NightMooring)
}
