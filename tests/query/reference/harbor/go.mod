module example.org/harbor
