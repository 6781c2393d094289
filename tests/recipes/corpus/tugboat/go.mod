module example.org/tugboat

go 1.21
