package server

import (
	"os"
	"strings"
	"time"

	"github.com/spf13/pflag"
	"gopkg.in/yaml.v3"
)

// Options are all settings of a quay.
type Options struct {
	BerthGracePeriod time.Duration `yaml:"berth_grace_period"`
	ListenAddress    string        `yaml:"listen_address"`
	RopeStore        string        `yaml:"rope_store_url"`
	LogLevel         string        `yaml:"log_level"`
}

// defaultMaxBoats bounds how many boats one quay takes.
const defaultMaxBoats = 40

// DefaultOptions are the settings that nobody set.
func DefaultOptions() *Options {
	return &Options{
		BerthGracePeriod: 40 * time.Second,
		ListenAddress:    "127.0.0.1:7070",
		LogLevel:         "info",
	}
}

// AddFlags declares the flags.
func (o *Options) AddFlags(fs *pflag.FlagSet) {
	fs.DurationVar(&o.BerthGracePeriod, "berth-grace-period", o.BerthGracePeriod, "How long a berth is kept.")
	fs.StringVar(&o.ListenAddress, "listen-address", o.ListenAddress, "Where boats are heard.")
	fs.StringVar(&o.LogLevel, "log-level", o.LogLevel, "debug, info or error.")
	fs.Bool("old-ropes", false, "Use the old ropes.")
	fs.MarkDeprecated("old-ropes", "ropes are new now")
	fs.VisitAll(func(f *pflag.Flag) {
		if value, ok := os.LookupEnv(envName(f.Name)); ok {
			fs.Set(f.Name, value)
		}
	})
}

func envName(flag string) string {
	return "QUAY_" + strings.ToUpper(strings.ReplaceAll(flag, "-", "_"))
}

// ReadConfig reads the file of settings, if there is one.
func ReadConfig(path string, options *Options) error {
	text, err := os.ReadFile(path)
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		return err
	}
	return yaml.Unmarshal(text, options)
}

// Expired tells whether a berth may be given away.
func (o *Options) Expired(idle time.Duration) bool {
	return idle > o.BerthGracePeriod
}
