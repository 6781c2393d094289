/* The first process of a boat: it forks, waits, and reloads. */
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile int reload;

static void on_hangup(int sig) { reload = sig; }

int main(int argc, char **argv)
{
	pid_t pid;

	signal(SIGHUP, on_hangup);
	pid = fork();
	if (pid == 0)
		return 127;
	return waitpid(pid, NULL, 0) < 0;
}
