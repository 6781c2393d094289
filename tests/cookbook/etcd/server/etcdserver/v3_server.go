package etcdserver

import (
	"time"

	"go.etcd.io/etcd/server/etcdserver/txn"
)

// EtcdServer serves.
type EtcdServer struct{}

// Txn runs a transaction.
func (s *EtcdServer) Txn() {
	txn.WarnOfExpensiveReadOnlyTxnRequest(time.Now())
}
