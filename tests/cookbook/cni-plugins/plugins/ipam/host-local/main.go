package main

import "github.com/containernetworking/plugins/plugins/ipam/host-local/backend/allocator"

func cmdAdd(id string) error {
	a := &allocator.IPAllocator{}
	_, err := a.Get(id)
	return err
}
