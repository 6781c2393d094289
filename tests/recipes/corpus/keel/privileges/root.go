package privileges

import "golang.org/x/sys/unix"

func switchRoot(root string) error {
	if err := unix.Mount(root, root, "", unix.MS_BIND, ""); err != nil {
		return err
	}
	return unix.PivotRoot(root, root+"/old")
}

func groups() string { return "/sys/fs/cgroup/keel" }

func kernelVersion() bool { return CheckKernelVersion(5, 11, 0) }
