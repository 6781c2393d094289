module example.org/barge

go 1.22

require (
	example.org/harbor v1.4.0
	example.org/rope v0.9.1
	example.org/wind v0.2.0 // indirect
)
