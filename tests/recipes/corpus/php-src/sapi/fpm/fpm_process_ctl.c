/* An imitation of a pool's warnings. */
static void fpm_pctl_perform_idle_server_maintenance(void)
{
	zlog(ZLOG_WARNING, "[pool %s] server reached pm.max_children setting (%d), consider raising it", name, most);
}
