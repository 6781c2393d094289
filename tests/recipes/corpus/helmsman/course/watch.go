package course

import (
	"net/http"

	"github.com/prometheus/client_golang/prometheus"
	"go.opentelemetry.io/otel"
)

var changes = prometheus.NewCounter(prometheus.CounterOpts{Name: "changes"})

func withBackoff(change func() error) error { return change() }

func healthCheck() error { return nil }

func steer(ctx Context) {
	defer func() {
		if cause := recover(); cause != nil {
			logger.Print(cause)
		}
	}()
	_, span := otel.Tracer("").Start(ctx, "steer")
	defer span.End()
	changes.Inc()
}

func serve() {
	http.HandleFunc("/healthz", answer)
	http.HandleFunc("/course", course)
}
