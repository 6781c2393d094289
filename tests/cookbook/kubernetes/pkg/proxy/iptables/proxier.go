package iptables

const sysctlBridgeCallIPTables = "net/bridge/bridge-nf-call-iptables"

// Proxier writes the rules of services.
type Proxier struct{ rules []string }

// NewProxier looks whether bridged packets are seen.
func NewProxier(sysctl interface{ GetSysctl(string) (int, error) }) *Proxier {
	if val, err := sysctl.GetSysctl(sysctlBridgeCallIPTables); err == nil && val != 1 {
		println("bridged packets pass the rules by")
	}
	return &Proxier{}
}

// OnServiceSynced is called when all services are known.
func (proxier *Proxier) OnServiceSynced() {
	proxier.syncProxyRules()
}

func (proxier *Proxier) syncProxyRules() {
	// See https://github.com/kubernetes/kubernetes/issues/74839
	proxier.write("-m", "conntrack", "--ctstate", "INVALID",
		"-j", "DROP",
	)
}

func (proxier *Proxier) write(rule ...string) { proxier.rules = append(proxier.rules, rule...) }
