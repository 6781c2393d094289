// Package health says whether the pilot can see.
package health

import (
	"errors"
	"net/http"
)

// PathReady is asked by who sends boats.
const PathReady = "/readyz"

func checkHealth(fog bool) error {
	if fog {
		return errors.New("pilot is not ready: fog")
	}
	return nil
}

// AddHealthCheckHandler puts the checks in.
func AddHealthCheckHandler(mux *http.ServeMux) {
	mux.HandleFunc("/healthz", func(w http.ResponseWriter, _ *http.Request) {
		if err := checkHealth(false); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
}

func tellManager(notify func(string)) { notify("READY=1") }
