package engine

import (
	"flag"
	"net/http"
	"os"
	"unsafe"

	"github.com/fsnotify/fsnotify"
	"golang.org/x/time/rate"
)

// maxInFlight bounds what is towed at once.
const maxInFlight = 400

var limiter = rate.NewLimiter(rate.Limit(20), 40)

// admit says no when there is too much.
func admit(w http.ResponseWriter) bool {
	if limiter.Allow() {
		return true
	}
	http.Error(w, "too many requests", http.StatusTooManyRequests)
	return false
}

// boatCache remembers boats for a while.
type boatCache struct {
	boats map[string]int
}

const boatCacheTTL = 30

func (c *boatCache) evictOldest() { delete(c.boats, "") }

// token is the password of the harbor.
func token() ([]byte, error) {
	return os.ReadFile("/etc/tugboat/token")
}

var fromEnvironment = os.Getenv("TUGBOAT_PASSWORD")

func scratch() error {
	dir, err := os.MkdirTemp("", "tugboat")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	return os.Rename(dir+"/log.tmp", "/var/lib/tugboat/log")
}

func watchChart() (*fsnotify.Watcher, error) {
	return fsnotify.NewWatcher()
}

func bits(f float64) uint64 {
	return *(*uint64)(unsafe.Pointer(&f))
}

// Deprecated: use flags.String.
func oldFlags(fs *flag.FlagSet) {
	fs.String("funnel", "", "DEPRECATED: there is one funnel")
}
