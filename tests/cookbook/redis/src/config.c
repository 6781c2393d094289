#include "server.h"

struct setting settings[] = {
    createIntConfig("repl-timeout", 1, 1000, server.repl_timeout, 60),
    createIntConfig("other", 1, 1000, server.other, 5),
};
