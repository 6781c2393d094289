module github.com/containernetworking/plugins
