package apply

import (
	"time"

	"go.etcd.io/etcd/server/etcdserver/txn"
)

type uberApplier struct{}

func (a *uberApplier) dispatch() {
	txn.WarnOfExpensiveRequest(time.Now())
}
