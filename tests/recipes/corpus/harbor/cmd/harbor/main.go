// Command harbor keeps boats: small programs that it starts and watches.
package main

import (
	"os"

	"example.org/harbor/run"
	"github.com/spf13/cobra"
)

func newStartCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "start BOAT",
		Short: "Start a boat",
		RunE: func(_ *cobra.Command, args []string) error {
			return run.Start(args[0])
		},
	}
}

func main() {
	root := &cobra.Command{Use: "harbor"}
	root.AddCommand(newStartCommand())
	if err := root.Execute(); err != nil {
		os.Exit(1)
	}
}
