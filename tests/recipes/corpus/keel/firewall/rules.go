// Package firewall lets packets through, or not.
package firewall

const (
	dropChain  = "KEEL-DROP"
	masqChain  = "KEEL-MARK-MASQ"
	userChain  = "KEEL-USER"
	bridgeCall = "net/bridge/bridge-nf-call-iptables"
	forwarding = "/proc/sys/net/ipv4/ip_forward"

	tunnelOverhead = 50
)

func rules(table *Table) error {
	// Packets of no connection are dropped, for they would be answered with a reset.
	if err := table.Append("FORWARD", "-m", "conntrack", "--ctstate", "INVALID", "-j", "DROP"); err != nil {
		return err
	}
	table.Append("POSTROUTING", "-s", "10.0.0.0/8", "-j", "MASQUERADE")
	table.Append("KEEL-POSTROUTING", "-m", "mark", "-j", "RETURN")
	return table.SetDefaultPolicy("FORWARD", "DROP")
}

func chains(table *Table) error { return table.EnsureChain(dropChain) }

func setupMasq(table *Table) error { return nil }

func begin(table *Table) error { return setupMasq(table) }

func limits(sysctl Sysctl) error {
	return sysctl.Set("nf_conntrack_max", 131072)
}

var _ = intFlag("conntrack-max-per-core", 32768)

func mtu(interfaceMTU int) int { return mtuOf(interfaceMTU - tunnelOverhead) }

func mtuOf(mtu int) int { return mtu - 8 }

func write(mtu int) string { return sprintf("KEEL_MTU=%d", mtu) }

func address(free int) error {
	if free == 0 {
		return errorf("no IP addresses available in range")
	}
	return nil
}
