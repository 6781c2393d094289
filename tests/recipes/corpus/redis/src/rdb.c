#include <unistd.h>
#include "server.h"

int rdbSaveBackground(const char *filename) {
    return fork() == 0 ? rdbSave(filename) : 0;
}

int rdbLoad(const char *filename) {
    return readAll(filename);
}
