#include "server.h"

int serverCron(void) {
    replicationCron();
    return 100;
}
