package network

const sysctlBridgeCallIPTables = "net/bridge/bridge-nf-call-iptables"

func setUp(sysctl interface{ SetSysctl(string, int) error }) error {
	return sysctl.SetSysctl(sysctlBridgeCallIPTables, 1)
}
