/* harness/toolchain/drivers/python_numpy.h -- reads numpy's scalars without calling or linking numpy.
 *
 * A sample cannot make a static type from Python. So a static type that calls itself numpy.int64 is numpy's
 * own (or that of another compiled module the suite preloads), and its objects are an object header followed
 * by the number. Subclasses keep that layout. float64, str_ and bytes_ derive from Python's own types and
 * never get here.
 */
#ifndef EFFK_DRIVERS_PYTHON_NUMPY_H
#define EFFK_DRIVERS_PYTHON_NUMPY_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>

enum EffkNumpyKind { EFFK_NUMPY_NOT, EFFK_NUMPY_BOOL, EFFK_NUMPY_INT, EFFK_NUMPY_HUGE, EFFK_NUMPY_FLOAT };

struct EffkNumpyScalar {
  enum EffkNumpyKind kind;
  int64_t integer; /* for EFFK_NUMPY_HUGE the bits of a uint64 above the largest int64 */
  double real;
};

struct EffkNumpyScalar effk_read_numpy_scalar(PyObject* value);

#endif
