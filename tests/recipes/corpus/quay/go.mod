module example.org/quay

go 1.22

require (
	example.org/harbor v1.4.0
	github.com/spf13/pflag v1.0.5
	example.org/rope v0.9.2 // indirect
)
