/* An imitation of settings. */
ZEND_INI_BEGIN()
	STD_PHP_INI_BOOLEAN("opcache.enable", "1", PHP_INI_ALL, OnEnable, enabled, zend_accel_globals, accel_globals)
	STD_PHP_INI_ENTRY("opcache.memory_consumption", "128", PHP_INI_SYSTEM, OnUpdateMemoryConsumption, memory, zend_accel_globals, accel_globals)
ZEND_INI_END()

ZEND_FUNCTION(opcache_reset)
{
	RETURN_TRUE;
}
