/* The first quay: a daemon with a table of settings. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <syslog.h>

#define DEFAULT_TIDE_TIMEOUT 90
#define EXIT_NO_WATER 4

static int tide_timeout = DEFAULT_TIDE_TIMEOUT;
static int verbose;

int read_setting(const char *key, const char *value)
{
	if (strcmp(key, "tide_timeout") == 0)
		tide_timeout = atoi(value);
	else
		return -1;
	return 0;
}

int wait_for_tide(void)
{
	const char *file = getenv("QUAY_TIDES");

	if (file == NULL)
		file = "/etc/quay/tides.conf";
	if (tide_timeout <= 0) {
		syslog(LOG_ERR, "the tide never comes");
		exit(EXIT_NO_WATER);
	}
	if (verbose)
		printf("waiting %d s for %s\n", tide_timeout, file);
	return tide_timeout;
}

int exit_status_of(int status)
{
	return status > 128 ? 128 : status;
}
