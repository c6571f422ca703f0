/* harness/toolchain/drivers/python_sample.h -- what the two Python drivers have in common: compiling the
 * sample, and saying what an exception was that left it.
 *
 * Everything is static: each driver is a library of its own, and neither pays for a call.
 */
#ifndef EFFK_DRIVERS_PYTHON_SAMPLE_H
#define EFFK_DRIVERS_PYTHON_SAMPLE_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <string.h>
#include <unistd.h>

#include "harness/toolchain/drivers/child.h"
#include "harness/toolchain/drivers/python_failure.h"

/* Python frames need no C stack, calls through C do. C stack for each count of the interpreter's depth,
 * measured on CPython 3.11.2 with 110 kinds of recursion that have the least Python between two calls through
 * C: 306 bytes for lru_cache, 362 __call__, 650 map, 842 __getattr__. 256 MiB / 310,000 = 865. Only what
 * calls itself through the '%f' and '%d' of str (970, 1018), itertools.accumulate (954), struct.pack (1401),
 * sorted and its key (2569) or select.select (some 25,000) can run out of stack below the limit: that ends
 * the sample with SIGSEGV more than 10,000 calls deep where RecursionError would have ended it later. A
 * sample that sets a limit of its own has what it asked for. */
enum { kRecursionLimit = 310000 };

/* ---- before mark 0 ---- */

static _Noreturn void give_up(void) {
  _exit(PyErr_Occurred() && PyErr_ExceptionMatches(PyExc_MemoryError) ? EFFK_EXIT_NO_MEMORY
                                                                      : EFFK_EXIT_BAD_JOB);
}

static _Noreturn void leave_text(uint32_t kind, const char* text) {
  effk_leave_result(kind, text, strlen(text));
}

/* As compile(bytes, 'solution.py', 'exec', dont_inherit=True): knows coding lines, refuses NUL characters.
 * Under the usual recursion limit, because the compiler recurses in C along expressions. */
static PyObject* compile_source(struct EffkSpan source) {
  PyObject* compile = PyDict_GetItemString(PyEval_GetBuiltins(), "compile");
  PyObject* text = PyBytes_FromStringAndSize((const char*)source.data, (Py_ssize_t)source.size);
  PyObject* code = compile && text
                       ? PyObject_CallFunction(compile, "OssiO", text, "solution.py", "exec", 0, Py_True)
                       : NULL;
  if (!code) {
    char why[EFFK_FAILURE_TEXT];
    effk_describe_compile_error(why);
    leave_text(EFFK_RESULT_NO_ENTRY, why);
  }
  Py_DECREF(text);
  return code;
}

/* ---- after mark 0 ---- */

static _Noreturn void leave_exception(void) {
  char text[EFFK_FAILURE_TEXT];
  const uint32_t kind = effk_describe_exception(text);
  leave_text(kind, text);
}

#endif
