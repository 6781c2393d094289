package runtimeclass

// Manager knows the handlers of runtime classes.
type Manager struct{ handlers map[string]string }

// LookupRuntimeHandler is the handler of a class.
func (m *Manager) LookupRuntimeHandler(class string) string {
	return m.handlers[class]
}
