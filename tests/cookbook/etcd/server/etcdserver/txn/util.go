package txn

import "time"

// WarnOfExpensiveRequest warns of any request.
func WarnOfExpensiveRequest(started time.Time) {
	warnOfExpensiveGenericRequest("", started)
}

// WarnOfExpensiveReadOnlyTxnRequest warns of a transaction.
func WarnOfExpensiveReadOnlyTxnRequest(started time.Time) {
	warnOfExpensiveGenericRequest("read-only txn", started)
}

func warnOfExpensiveGenericRequest(prefix string, started time.Time) {
	println(
		"apply request took too long",
		prefix,
	)
}
