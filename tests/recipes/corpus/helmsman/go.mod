module example.org/helmsman

go 1.22
