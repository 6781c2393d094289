/* Joins and makes namespaces before the runtime of the other language starts. */
void nsexec(void)
{
	join_namespaces("net:/run/netns/one");
	try_unshare(CLONE_NEWPID, "pid namespace");
}

void join_namespaces(char *list) { }

void try_unshare(int flags, const char *what) { }

void __attribute__((constructor)) init(void)
{
	nsexec();
}
