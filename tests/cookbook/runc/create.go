package main

type command struct{ Action func() error }

var createCommand = command{
	Action: func() error {
		return startContainer("create")
	},
}
