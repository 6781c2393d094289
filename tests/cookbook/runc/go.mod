module github.com/opencontainers/runc
