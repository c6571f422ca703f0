/* The module _effk_values: the binary form of values for Python programs of ours outside the driver
 * (generators and checkers). The codec itself is the driver's own, python_decode.c and python_encode.c.
 *
 *   encode(value) -> bytes     ValueError, if it has no binary form
 *   decode(bytes) -> value     ValueError, if the bytes are malformed
 */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdlib.h>

#include "harness/toolchain/drivers/python_values.h"

static PyObject* raise_for(enum EffkEncoding state, const PyTypeObject* culprit) {
  switch (state) {
    case EFFK_TOO_DEEP:
      PyErr_SetString(PyExc_ValueError, "the value is nested more than 1000 deep, or contains itself");
      break;
    case EFFK_TOO_LARGE:
      PyErr_SetString(PyExc_ValueError, "the value needs more than 64 MiB");
      break;
    case EFFK_TOO_LITTLE_MEMORY:
      PyErr_NoMemory();
      break;
    default:
      PyErr_Format(PyExc_ValueError,
                   "the value has in it '%.100s', which is none of None, bool, int, float, str, bytes, list, "
                   "tuple, set, dict",
                   culprit ? culprit->tp_name : "?");
  }
  return NULL;
}

static PyObject* encode(PyObject* module, PyObject* value) {
  (void)module;
  struct EffkEncoder encoder = {NULL, 0, 0, NULL};
  const enum EffkEncoding state = effk_encode_value(&encoder, value);
  PyObject* bytes = state == EFFK_ENCODED
                        ? PyBytes_FromStringAndSize((const char*)encoder.data, (Py_ssize_t)encoder.size)
                        : raise_for(state, encoder.culprit);
  free(encoder.data);
  return bytes;
}

static PyObject* decode(PyObject* module, PyObject* bytes) {
  (void)module;
  if (!PyBytes_Check(bytes)) {
    PyErr_SetString(PyExc_TypeError, "decode() wants bytes");
    return NULL;
  }
  PyObject* value =
      effk_decode_value((const unsigned char*)PyBytes_AS_STRING(bytes), (size_t)PyBytes_GET_SIZE(bytes));
  if (!value && !PyErr_Occurred()) PyErr_SetString(PyExc_ValueError, "the bytes are no value");
  return value;
}

static PyMethodDef methods[] = {{"encode", encode, METH_O, "encode(value): its binary form"},
                                {"decode", decode, METH_O, "decode(bytes): the value"},
                                {NULL, NULL, 0, NULL}};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "_effk_values", NULL, -1, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit__effk_values(void) {
  return PyModule_Create(&definition);
}
