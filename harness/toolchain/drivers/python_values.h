/* harness/toolchain/drivers/python_values.h -- the binary form of values (docs/value-format.md) to and from
 * Python objects.
 *
 *   Scope    encoding runs after mark 0 on objects a sample made. It reads the layout of the built-in types
 * and calls nothing that a sample could have defined, creates no Python object, and so starts no garbage
 *            collection: no code of the sample can run in it.
 *   Errors   decoding trusts its writer and only says yes or no; encoding names what stood in its way.
 *   Threads  the caller holds the GIL.
 */
#ifndef EFFK_DRIVERS_PYTHON_VALUES_H
#define EFFK_DRIVERS_PYTHON_VALUES_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stddef.h>

/* A new reference; NULL with or without a Python exception if the bytes are malformed or memory is short. */
PyObject* effk_decode_value(const unsigned char* data, size_t size);

enum EffkEncoding {
  EFFK_ENCODED,
  EFFK_NOT_A_VALUE, /* `culprit` has no binary form */
  EFFK_TOO_DEEP,
  EFFK_TOO_LARGE, /* more than EFFK_RESULT_LIMIT */
  EFFK_TOO_LITTLE_MEMORY
};

struct EffkEncoder {
  unsigned char* data;
  size_t size, capacity;
  const PyTypeObject* culprit;
};

/* Appends the binary form of `value`. Start with a zeroed encoder; free(data) when done with it. */
enum EffkEncoding effk_encode_value(struct EffkEncoder* encoder, PyObject* value);

#endif
