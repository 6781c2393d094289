start:
// @0+5 definition.function start
	call	other
// @1+4 reference.name call
//    ^^^^^ reference.call other
other:
// @0+5 definition.function other
	ret
// @1+3 reference.name ret
