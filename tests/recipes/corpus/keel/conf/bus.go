package conf

func properties(tasks uint64) map[string]any {
	return map[string]any{"TasksMax": tasks}
}
