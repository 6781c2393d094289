/* Reads the directives of a unit. */
int config_parse_tasks_max(const char *value, unsigned long *tasks)
{
	return parse_number(value, tasks);
}
