package v3rpc

func (ms *maintenanceServer) Snapshot(stream snapshotStream) error {
	return stream.Send(ms.backend.Snapshot())
}
