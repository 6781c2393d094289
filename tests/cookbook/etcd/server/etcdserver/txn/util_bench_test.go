package txn

import (
	"testing"
	"time"
)

func BenchmarkWarn(b *testing.B) {
	WarnOfExpensiveRequest(time.Now())
}
