package etcdserver

const maxGapBetweenApplyAndCommitIndex = 5000

// EtcdServer answers requests.
type EtcdServer struct {
	r raftNode
	w waiters
}

func (s *EtcdServer) Put(request *putRequest) (*putResponse, error) {
	return s.raftRequest(request)
}

func (s *EtcdServer) raftRequest(request *putRequest) (*putResponse, error) {
	return s.processInternalRaftRequestOnce(request)
}

func (s *EtcdServer) processInternalRaftRequestOnce(request *putRequest) (*putResponse, error) {
	if s.committed() > s.applied()+maxGapBetweenApplyAndCommitIndex {
		return nil, ErrTooManyRequests
	}
	return s.r.Propose(request)
}

// LinearizableReadNotify waits until this member has what the leader had when it was asked.
func (s *EtcdServer) LinearizableReadNotify() error {
	return s.read.wait()
}
