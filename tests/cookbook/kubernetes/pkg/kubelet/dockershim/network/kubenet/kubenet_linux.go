package kubenet

const sysctlBridgeCallIPTables = "net/bridge/bridge-nf-call-iptables"

func start(sysctl interface{ SetSysctl(string, int) error }) error {
	return sysctl.SetSysctl(sysctlBridgeCallIPTables, 1)
}
