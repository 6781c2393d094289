module k8s.io/cri-api
