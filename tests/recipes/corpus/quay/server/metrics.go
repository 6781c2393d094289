package server

import "github.com/prometheus/client_golang/prometheus"

var (
	boatsMoored = prometheus.NewCounter(prometheus.CounterOpts{
		Namespace: "quay",
		Subsystem: "berths",
		Name:      "boats_moored_total",
		Help:      "Boats that were given a berth.",
	})
	ropeLength = prometheus.NewGauge(prometheus.GaugeOpts{
		Namespace: "quay",
		Name:      "rope_length_meters",
	})
)

func moored() {
	boatsMoored.Inc()
}
