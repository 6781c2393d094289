package main

const (
	answerPort = 4120
	answerers  = 3
)
