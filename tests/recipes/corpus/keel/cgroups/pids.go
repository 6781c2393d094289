package cgroups

func setPids(dir, limit string) error { return writeFile(dir, pidsMax, limit) }
