package iptables

import "testing"

func TestRules(t *testing.T) {
	want := "--ctstate INVALID -j DROP"
	proxier := &Proxier{}
	proxier.syncProxyRules()
	if len(proxier.rules) == 0 {
		t.Fatal(want)
	}
}
