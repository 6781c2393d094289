package libcontainer

import "os/exec"

const execFifoFilename = "exec.fifo"

func (c *Container) start(process *Process) error { return c.newParentProcess(process).start() }

func (c *Container) newParentProcess(process *Process) *initProcess {
	return &initProcess{cmd: exec.Command("/proc/self/exe", "init")}
}

// Pause freezes all processes of the container.
func (c *Container) Pause() error { return c.cgroup.Freeze() }
