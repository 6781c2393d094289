ui           = true
# @0+2 definition.variable ui
cluster_name = "main"
# @0+12 definition.variable cluster_name
listener "tcp" {
# @0+8 reference.name listener
#         ^^^ definition.resource tcp
  address = "127.0.0.1:8200"
# ^^^^^^^ reference.name address
}
job "cache" {
# @0+3 reference.name job
#    ^^^^^ definition.resource cache
  group "servers" {
# ^^^^^ reference.name group
#        ^^^^^^^ definition.resource cache.servers
    task "redis" { driver = "docker" }
#   ^^^^ reference.name task
#         ^^^^^ definition.resource cache.servers.redis
#                  ^^^^^^ reference.name driver
  }
}
