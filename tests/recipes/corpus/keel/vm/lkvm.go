// Package vm runs boats in machines of their own.
package vm

var hypervisors = [...]string{"lkvm", "qemu"}

func choose(name string) []string {
	switch name {
	case "lkvm":
		return lkvmCommand()
	}
	return nspawnArgs()
}

func lkvmCommand() []string {
	return []string{"lkvm", "run", "--kernel", "/usr/lib/keel/vmlinuz", "--console", "virtio"}
}

func nspawnArgs() []string { return []string{"systemd-nspawn"} }

const device = "/dev/kvm"
