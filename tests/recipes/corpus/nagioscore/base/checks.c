#include "base.h"

int run_scheduled_service_check(service *svc, int options, double latency) {
	return run_async_service_check(svc, options, latency);
}

int run_async_service_check(service *svc, int options, double latency) {
	return wproc_run_check(svc->result, svc->command);
}

int run_scheduled_host_check(host *hst, int options, double latency) {
	return 0;
}

int process_check_result_queue(const char *folder) {
	return process_check_result(read_result(folder));
}

int process_check_result(check_result *result) {
	return handle_async_service_check_result(result->service, result);
}

int handle_async_service_check_result(service *svc, check_result *result) {
	return result->return_code;
}
