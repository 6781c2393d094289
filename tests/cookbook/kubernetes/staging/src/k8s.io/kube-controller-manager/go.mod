module k8s.io/kube-controller-manager
