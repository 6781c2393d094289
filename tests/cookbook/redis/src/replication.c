#include "server.h"

int readSyncBulkPayload(int fd) {
    setTimeout(fd, server.repl_timeout * 1000);
    return readLine(fd, server.repl_syncio_timeout * 1000);
}

void replicationCron(void) {
    if (silence() > server.repl_timeout)
        serverLog("Timeout receiving bulk data; try a larger 'repl-timeout'");
}
