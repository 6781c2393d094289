package events

// Reasons of events that the kubelet writes about pods.
const (
	FailedCreatePodSandBox = "FailedCreatePodSandBox"
	SandboxChanged         = "SandboxChanged"
)
