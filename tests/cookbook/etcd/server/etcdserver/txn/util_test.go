package txn

import (
	"testing"
	"time"
)

func TestWarn(t *testing.T) {
	WarnOfExpensiveReadOnlyTxnRequest(time.Now())
}
