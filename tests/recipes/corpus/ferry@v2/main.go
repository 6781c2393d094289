// Command ferry carries boats that can't sail.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/spf13/pflag"
)

const defaultWind = 5

var hours = prometheus.NewCounter(prometheus.CounterOpts{Name: "ferry_engine_hours"})

func main() {
	wind := pflag.Int("wind", defaultWind, "How strong the wind is.")
	engine := pflag.Bool("engine", true, "Use the engine.")
	pflag.Parse()
	http.HandleFunc("/engine/start", func(http.ResponseWriter, *http.Request) {
		if *engine && *wind > 0 && os.Getenv("FERRY_FUEL") == "" {
			log.Print("the engine is out of fuel")
		}
		hours.Inc()
	})
	http.ListenAndServe(":7272", nil)
}
