package lease

const defaultMinLeaseTTL = 5

type lessor struct{ leases map[int64]*Lease }

// Lease lives as long as somebody renews it.
type Lease struct{ ttl int64 }

func newLessor() *lessor { return &lessor{} }

func (le *lessor) revokeExpiredLeases() {}
