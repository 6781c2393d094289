static PyMethodDef tide_functions[] = {
//     ^^^^^^^^^^^ reference.type PyMethodDef
//                 ^^^^^^^^^^^^^^ definition.variable tide_functions
	{"wait", tide_wait, METH_VARARGS, NULL},
// ^^^^ definition.function harbor.tide.wait
//        ^^^^^^^^^ reference.call tide_wait
//                   ^^^^^^^^^^^^ reference.name METH_VARARGS
//                                 ^^^^ reference.name NULL
};

static PyModuleDef tide = { PyModuleDef_HEAD_INIT, "harbor.tide", NULL, -1, tide_functions, NULL };
//     ^^^^^^^^^^^ reference.type PyModuleDef
//                 ^^^^ definition.variable tide
//                          ^^^^^^^^^^^^^^^^^^^^^ reference.name PyModuleDef_HEAD_INIT
//                                                                ^^^^ reference.name NULL
//                                                                          ^^^^^^^^^^^^^^ reference.name tide_functions
//                                                                                          ^^^^ reference.name NULL

#define TIDE_LEVEL_METHODDEF    \
//      ^^^^^^^^^^^^^^^^^^^^ definition.macro TIDE_LEVEL_METHODDEF
    {"level", (PyCFunction)tide_level, METH_NOARGS, tide_level__doc__},
//    ^^^^^ definition.function tide.level
//             ^^^^^^^^^^^ reference.name PyCFunction
//                         ^^^^^^^^^^ reference.name tide_level
//                                     ^^^^^^^^^^^ reference.name METH_NOARGS
//                                                  ^^^^^^^^^^^^^^^^^ reference.name tide_level__doc__

#define TIDE_TURN_METHODDEF \
//      ^^^^^^^^^^^^^^^^^^^ definition.macro TIDE_TURN_METHODDEF
    {"turn", _PyCFunction_CAST(tide_turn), METH_FASTCALL|METH_KEYWORDS, tide_turn__doc__},
//    ^^^^ definition.function tide.turn
//           ^^^^^^^^^^^^^^^^^ reference.call _PyCFunction_CAST
//                             ^^^^^^^^^ reference.name tide_turn
//                                         ^^^^^^^^^^^^^ reference.name METH_FASTCALL
//                                                       ^^^^^^^^^^^^^ reference.name METH_KEYWORDS
//                                                                      ^^^^^^^^^^^^^^^^ reference.name tide_turn__doc__
