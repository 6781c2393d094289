/* The winch: threads and locks by hand. */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>

struct winch {
	int turns;
	char name[16];
};

static pthread_mutex_t rope_mutex = PTHREAD_MUTEX_INITIALIZER;
static struct winch the_winch;

static void *turn(void *arg)
{
	pthread_mutex_lock(&rope_mutex);
	the_winch.turns++;
	pthread_mutex_unlock(&rope_mutex);
	return arg;
}

int start_winch(int fd, const char *name)
{
	pthread_t thread;

	serverAssert(name != NULL);
	if (flock(fd, LOCK_EX) != 0)
		return -1;
	strcpy(the_winch.name, name);
	return pthread_create(&thread, NULL, turn, NULL);
}
