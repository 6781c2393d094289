package apply

type uberApplier struct{ next applier }

func (a *uberApplier) Apply(entry *entry) *result {
	return a.next.Put(entry.put)
}

type applierV3backend struct{ kv kv }

func (a *applierV3backend) Put(request *putRequest) *result {
	return txn.Put(a.kv, request)
}
