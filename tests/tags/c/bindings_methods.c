#include <Python.h>
//        ^^^^^^^^ reference.import Python.h

static PyObject *tide_wait(PyObject *self, PyObject *seconds)
//     ^^^^^^^^ reference.type PyObject
//               ^^^^^^^^^ definition.function tide_wait
//                         ^^^^^^^^ reference.type PyObject
//                                   ^^^^ reference.name self
//                                         ^^^^^^^^ reference.type PyObject
//                                                   ^^^^^^^ reference.name seconds
{
	return NULL;
//      ^^^^ reference.name NULL
}

static PyMethodDef tide_methods[] = {
//     ^^^^^^^^^^^ reference.type PyMethodDef
//                 ^^^^^^^^^^^^ definition.variable tide_methods
	{"wait", tide_wait, METH_O, wait_doc},
// ^^^^ definition.function tide.wait
//        ^^^^^^^^^ reference.call tide_wait
//                   ^^^^^^ reference.name METH_O
//                           ^^^^^^^^ reference.name wait_doc
	{"level", (PyCFunction)tide_level, METH_NOARGS, NULL},
// ^^^^^ definition.function tide.level
//          ^^^^^^^^^^^ reference.type PyCFunction
//                      ^^^^^^^^^^ reference.call tide_level
//                                  ^^^^^^^^^^^ reference.name METH_NOARGS
//                                               ^^^^ reference.name NULL
	{"turn", (PyCFunction)(void (*)(void))tide_turn, METH_VARARGS | METH_KEYWORDS, NULL},
// ^^^^ definition.function tide.turn
//         ^^^^^^^^^^^ reference.type PyCFunction
//                                     ^^^^^^^^^ reference.call tide_turn
//                                                ^^^^^^^^^^^^ reference.name METH_VARARGS
//                                                               ^^^^^^^^^^^^^ reference.name METH_KEYWORDS
//                                                                              ^^^^ reference.name NULL
	{"ebb", _PyCFunction_CAST(tide_ebb), METH_FASTCALL, NULL},
// ^^^ definition.function tide.ebb
//       ^^^^^^^^^^^^^^^^^ reference.call _PyCFunction_CAST
//                         ^^^^^^^^ reference.call tide_ebb
//                                    ^^^^^^^^^^^^^ reference.name METH_FASTCALL
//                                                   ^^^^ reference.name NULL
	{NULL, NULL}
//^^^^ reference.name NULL
//      ^^^^ reference.name NULL
};

static struct PyModuleDef tidemodule = {
//            ^^^^^^^^^^^ reference.type PyModuleDef
//                        ^^^^^^^^^^ definition.variable tidemodule
	PyModuleDef_HEAD_INIT,
// @1+21 reference.name PyModuleDef_HEAD_INIT
	.m_name = "tide",
//^^^^^^ reference.name m_name
	.m_methods = tide_methods,
//^^^^^^^^^ reference.name m_methods
//            ^^^^^^^^^^^^ reference.name tide_methods
};

static PyMethodDef buoy_methods[] = {
//     ^^^^^^^^^^^ reference.type PyMethodDef
//                 ^^^^^^^^^^^^ definition.variable buoy_methods
	{"anchor", buoy_anchor, METH_NOARGS, NULL},
// ^^^^^^ definition.function tide.Buoy.anchor
//          ^^^^^^^^^^^ reference.call buoy_anchor
//                       ^^^^^^^^^^^ reference.name METH_NOARGS
//                                    ^^^^ reference.name NULL
	{NULL}
//^^^^ reference.name NULL
};

static PyType_Slot buoy_slots[] = {
//     ^^^^^^^^^^^ reference.type PyType_Slot
//                 ^^^^^^^^^^ definition.variable buoy_slots
	{Py_tp_methods, buoy_methods},
//^^^^^^^^^^^^^ reference.name Py_tp_methods
//               ^^^^^^^^^^^^ reference.name buoy_methods
	{0, NULL},
//   ^^^^ reference.name NULL
};

static PyType_Spec buoy_spec = {
//     ^^^^^^^^^^^ reference.type PyType_Spec
//                 ^^^^^^^^^ definition.variable buoy_spec
	.name = "tide.Buoy",
//^^^^ reference.name name
	.slots = buoy_slots,
//^^^^^ reference.name slots
//        ^^^^^^^^^^ reference.name buoy_slots
};

static PyMethodDef lost_methods[] = {
//     ^^^^^^^^^^^ reference.type PyMethodDef
//                 ^^^^^^^^^^^^ definition.variable lost_methods
	{"drift", lost_drift, METH_NOARGS, NULL},
// ^^^^^ definition.function lost_methods.drift
//         ^^^^^^^^^^ reference.call lost_drift
//                     ^^^^^^^^^^^ reference.name METH_NOARGS
//                                  ^^^^ reference.name NULL
};
