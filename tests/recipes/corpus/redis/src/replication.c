#include "server.h"

/* What a write leaves for those that follow. */
void replicationFeedSlaves(list *slaves, robj **argv, int argc) {
    feed(slaves, argv, argc);
}

void waitCommand(client *c) {
    blockForReplication(c);
}

void clusterHandleSlaveFailover(void) {
    clusterRequestFailoverAuth();
}

void pingCommand(client *c) {
    addReply(c, shared.pong);
}
