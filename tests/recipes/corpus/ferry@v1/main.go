// Command ferry carries boats that can't sail.
package main

import (
	"log"
	"net/http"

	"github.com/spf13/pflag"
)

const defaultWind = 3

func main() {
	wind := pflag.Int("wind", defaultWind, "How strong the wind is.")
	sail := pflag.Bool("old-sail", false, "Use the old sail.")
	pflag.CommandLine.MarkDeprecated("old-sail", "there will be engines")
	pflag.Parse()
	http.HandleFunc("/sail/hoist", func(http.ResponseWriter, *http.Request) {
		if *sail && *wind > 9 {
			log.Print("the sail is torn")
		}
	})
	http.ListenAndServe(":7272", nil)
}
