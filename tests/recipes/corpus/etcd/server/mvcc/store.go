package mvcc

type storeTxnWrite struct{ rev int64 }

func (tw *storeTxnWrite) put(key, value []byte) { tw.rev++ }
