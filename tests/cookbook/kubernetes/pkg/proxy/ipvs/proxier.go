package ipvs

const sysctlBridgeCallIPTables = "net/bridge/bridge-nf-call-iptables"

func check(sysctl interface{ GetSysctl(string) (int, error) }) (int, error) {
	return sysctl.GetSysctl(sysctlBridgeCallIPTables)
}
