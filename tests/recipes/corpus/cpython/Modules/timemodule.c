/* An imitation of a module's table of functions. */
static PyObject *
time_sleep(PyObject *self, PyObject *timeout_obj)
{
    return pysleep(timeout_obj);
}

static PyMethodDef time_methods[] = {
    {"time", time_time, METH_NOARGS, time_doc},
    {"sleep", time_sleep, METH_O, sleep_doc},
    {NULL, NULL}
};

static struct PyModuleDef timemodule = {
    PyModuleDef_HEAD_INIT,
    .m_name = "time",
    .m_methods = time_methods,
};
