package engine

import (
	"flag"
	"net/http"
	"net/http/pprof"
	"os"
)

// loud is set where much is to be told.
var loud = os.Getenv("TUGBOAT_TRACE") != ""

var level = flag.String("log-level", "info", "how much is told")

// serveDebug lets one look into a running engine.
func serveDebug(mux *http.ServeMux) {
	mux.HandleFunc("/debug/pprof/", pprof.Index)
	mux.HandleFunc("/healthz", ok)
}

func ok(w http.ResponseWriter, r *http.Request) {}
