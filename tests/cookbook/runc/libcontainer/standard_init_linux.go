package libcontainer

import "os/exec"

type linuxStandardInit struct{ args []string }

func (l *linuxStandardInit) Init() error {
	name, err := exec.LookPath(l.args[0])
	if err != nil {
		return err
	}
	return exec.Command(name).Run()
}
