module example.org/pilot

go 1.22

require example.org/keel v0.4.0
