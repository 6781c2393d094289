#include "server.h"

standardConfig configs[] = {
    createBoolConfig("appendonly", NULL, MODIFIABLE_CONFIG, server.aof_enabled, 0, NULL),
    createEnumConfig("appendfsync", NULL, MODIFIABLE_CONFIG, server.aof_fsync, AOF_FSYNC_EVERYSEC, NULL),
    createLongLongConfig("proto-max-bulk-len", NULL, MODIFIABLE_CONFIG, 1024, LONG_MAX, server.max_bulk, 1024),
    createULongLongConfig("maxmemory", NULL, MODIFIABLE_CONFIG, 0, ULLONG_MAX, server.maxmemory, 0),
    createBoolConfig("daemonize", NULL, IMMUTABLE_CONFIG, server.daemonize, 0, NULL),
};
