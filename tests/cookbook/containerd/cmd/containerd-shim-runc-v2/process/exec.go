package process

type execProcess struct{ parent *Init }

func (e *execProcess) start() error {
	return e.parent.runtimeError(create(), "OCI runtime exec failed")
}
