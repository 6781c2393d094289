#include "base.h"

int event_execution_loop(void) {
	for (;;)
		handle_timed_event(next_event());
}

int handle_timed_event(timed_event *event) {
	return run_scheduled_service_check(event->service, 0, 0.0);
}
