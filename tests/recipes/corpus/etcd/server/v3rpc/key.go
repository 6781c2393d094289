package v3rpc

type kvServer struct{ kv kv }

func (s *kvServer) Put(request *putRequest) (*putResponse, error) {
	return s.kv.Put(request)
}

type quotaKVServer struct {
	kvServer
	quota quota
}

func (s *quotaKVServer) Put(request *putRequest) (*putResponse, error) {
	if !s.quota.Available(request) {
		return nil, ErrNoSpace
	}
	return s.kvServer.Put(request)
}
