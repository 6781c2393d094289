PHP_METHOD(Harbor, moor)
// @0+10 reference.call PHP_METHOD
//         ^^^^^^ reference.name Harbor
//                 ^^^^ definition.method Harbor.moor
{
	RETURN_NULL();
// @1+11 reference.call RETURN_NULL
}

PHP_FUNCTION(harbor_open)
// @0+12 reference.call PHP_FUNCTION
//           ^^^^^^^^^^^ definition.function harbor_open
{
	RETURN_TRUE;
// @1+11 reference.name RETURN_TRUE
}
