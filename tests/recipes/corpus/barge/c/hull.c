#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>

#define EXIT_LEAK 65

struct pump { int return_code; };

int hull_return_code(struct pump *p, int status)
{
	if (p->return_code == 64) {
		printf("return code 64 means an empty hold\n");
		return 1;
	}
	return WEXITSTATUS(status);
}

void hull_check(int leaks)
{
	if (leaks > 3)
		abort();
	if (leaks)
		exit(EXIT_LEAK);
}
