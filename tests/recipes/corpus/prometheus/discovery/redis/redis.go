package redis

import "github.com/example/go-redis/redis"

// Discovery reads targets from keys.
type Discovery struct{ client *redis.Client }

func (d *Discovery) Run() { d.client.Get("targets") }
