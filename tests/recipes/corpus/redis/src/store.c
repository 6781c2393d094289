#include <unistd.h>
#include "server.h"

int aofFlush(int fd) {
    return fsync(fd);
}

void notifyKeyspaceEvent(int type, const char *event) {
    pubsubPublishMessage(type, event);
}

int performEvictions(void) {
    return deleteSome();
}

void activeExpireCycle(int type) {
    expireSome(type);
}

int rejectWrite(client *c) {
    addReplyError(c, "OOM command not allowed when used memory > 'maxmemory'.");
    return 0;
}
