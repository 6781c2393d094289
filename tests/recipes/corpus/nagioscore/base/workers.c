#include "base.h"

static int spawn_core_worker(void) {
	return fork();
}

int wproc_run_check(check_result *result, char *command) {
	return wproc_run_job(new_job(result, command));
}

static int wproc_run_job(struct wproc_job *job) {
	return write_job(job);
}

static int handle_worker_result(int socket, int events, void *worker) {
	return process_check_result(parse_result(socket));
}
