package etcdserver

type raftNode struct {
	storage storage
	applyc  chan batch
}

// start runs the loop that takes what has been agreed.
func (r *raftNode) start() {
	go func() {
		for ready := range r.readyc() {
			r.applyc <- ready
			r.storage.Save(ready)
		}
	}()
}

func (s *EtcdServer) applyEntryNormal(entry *entry) {
	result := s.uber.Apply(entry)
	s.w.Trigger(entry.id, result)
}

// becomeLeader begins a term.
func (r *raftNode) becomeLeader() {}
