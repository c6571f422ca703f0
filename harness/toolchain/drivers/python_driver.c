/* The Python driver: module _effk, loaded into the system's interpreter by the text of python_bootstrap.h.
 *
 * The bootstrap warms the interpreter up and calls _effk.serve(), which never returns: from there on the loop
 * of child.c forks once a job and run_child() below is all that happens in the child.
 *
 * PyOS_AfterFork_Child() is left out on purpose. It would run what modules registered with
 * os.register_at_fork (random seeds itself anew there), and make the locks of other threads anew; this
 * process has one thread, which holds the GIL, is the main thread before and after, and has the same
 * pthread_self() in the child.
 */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdlib.h>
#include <unistd.h>

#include "harness/toolchain/drivers/child.h"
#include "harness/toolchain/drivers/python_failure.h"
#include "harness/toolchain/drivers/python_values.h"

/* Python frames need no C stack, calls through C do. C stack for each count of the interpreter's depth,
 * measured on CPython 3.11.2 with 110 kinds of recursion that have the least Python between two calls through
 * C: 306 bytes for lru_cache, 362 __call__, 650 map, 842 __getattr__. 256 MiB / 310,000 = 865. Only what
 * calls itself through the '%f' and '%d' of str (970, 1018), itertools.accumulate (954), struct.pack (1401),
 * sorted and its key (2569) or select.select (some 25,000) can run out of stack below the limit: that ends
 * the sample with SIGSEGV more than 10,000 calls deep where RecursionError would have ended it later. A
 * sample that sets a limit of its own has what it asked for. */
enum { kRecursionLimit = 310000 };

struct Sample {
  PyObject* arguments; /* a tuple */
  PyObject* code;
  PyObject* entry; /* its name */
  PyObject* globals;
};

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

/* A module named solution, in sys.modules because dataclasses and pickle look a class's module up there. */
static PyObject* fresh_globals(void) {
  PyObject* module = PyImport_AddModule("solution");
  if (!module) give_up();
  PyObject* globals = PyModule_GetDict(module);
  PyObject* file = PyUnicode_FromString("solution.py");
  if (!file || PyDict_SetItemString(globals, "__builtins__", PyEval_GetBuiltins()) < 0 ||
      PyDict_SetItemString(globals, "__file__", file) < 0)
    give_up();
  Py_DECREF(file);
  return globals;
}

/* Arguments first, so that where they lie does not depend on the source. */
static struct Sample read_sample(const struct EffkOpenJob* job) {
  struct Sample sample;
  sample.arguments = effk_decode_value(job->arguments.data, job->arguments.size);
  if (!sample.arguments || !PyTuple_CheckExact(sample.arguments)) give_up();
  sample.entry = PyUnicode_FromStringAndSize((const char*)job->entry.data, (Py_ssize_t)job->entry.size);
  if (!sample.entry) give_up();
  PyUnicode_InternInPlace(&sample.entry);
  sample.code = compile_source(job->source);
  sample.globals = fresh_globals();
  return sample;
}

/* ---- after mark 0 ---- */

static _Noreturn void leave_exception(void) {
  char text[EFFK_FAILURE_TEXT];
  const uint32_t kind = effk_describe_exception(text);
  leave_text(kind, text);
}

static PyObject* find(const struct Sample* sample, const char* name) {
  PyObject* found = PyDict_GetItemString(sample->globals, name);
  return found && PyCallable_Check(found) ? found : NULL;
}

static _Noreturn void leave_no_entry(const struct Sample* sample) {
  char text[EFFK_FAILURE_TEXT];
  const char* name = PyUnicode_AsUTF8(sample->entry);
  snprintf(text, sizeof text, "no function '%.100s', and no class 'Solution' with such a method",
           name ? name : "?");
  leave_text(EFFK_RESULT_NO_ENTRY, text);
}

/* Runs the module's body; returns the function, or the class Solution whose instance has the method. */
static PyObject* load(const struct Sample* sample, int* is_class) {
  if (!PyEval_EvalCode(sample->code, sample->globals, sample->globals)) leave_exception();
  const char* name = PyUnicode_AsUTF8(sample->entry);
  PyObject* found = name ? find(sample, name) : NULL;
  *is_class = 0;
  if (found) return found;
  found = find(sample, "Solution");
  if (!found || !PyObject_HasAttr(found, sample->entry)) leave_no_entry(sample);
  *is_class = 1;
  return found;
}

static PyObject* call(const struct Sample* sample, PyObject* target, int is_class) {
  if (is_class) {
    PyObject* instance = PyObject_CallNoArgs(target);
    target = instance ? PyObject_GetAttr(instance, sample->entry) : NULL;
    if (!target) leave_exception();
  }
  PyObject* result = PyObject_Call(target, sample->arguments, NULL);
  if (!result) leave_exception();
  return result;
}

static _Noreturn void leave_value(PyObject* value) {
  struct EffkEncoder encoder = {NULL, 0, 0, NULL};
  const enum EffkEncoding state = effk_encode_value(&encoder, value);
  char text[EFFK_FAILURE_TEXT];
  switch (state) {
    case EFFK_ENCODED:
      effk_leave_result(EFFK_RESULT_VALUE, encoder.data, encoder.size);
    case EFFK_TOO_LARGE:
      effk_leave_too_much();
    case EFFK_TOO_LITTLE_MEMORY:
      leave_text(EFFK_RESULT_NO_MEMORY, "too little memory to write the result down");
    default:
      effk_describe_bad_result(state, encoder.culprit, text);
      leave_text(EFFK_RESULT_BAD_TYPE, text);
  }
}

static void run_child(const struct EffkOpenJob* job) {
  /* One collection now, with none before: at mark 0 the collector's counters and generations are those of the
   * arguments alone, however much the compiler allocated for this source. */
  PyGC_Disable();
  const struct Sample sample = read_sample(job);
  PyGC_Enable();
  PyGC_Collect();
  Py_SetRecursionLimit(kRecursionLimit);

  effk_cross_mark_zero();
  int is_class;
  PyObject* target = load(&sample, &is_class);
  effk_mark(EFFK_MARK_LOADED);
  PyObject* result = call(&sample, target, is_class);
  effk_mark(EFFK_MARK_DONE);
  leave_value(result);
}

/* ---- the module ---- */

static PyObject* serve(PyObject* module, PyObject* version) {
  (void)module;
  const char* text = PyUnicode_AsUTF8(version);
  if (!text) return NULL;
  effk_say_ready(text);
  effk_serve(run_child);
}

static PyMethodDef methods[] = {
    {"serve", serve, METH_O,
     "serve(version): say what this interpreter is, then serve jobs; does not return"},
    {NULL, NULL, 0, NULL}};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "_effk", NULL, -1, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit__effk(void) {
  return PyModule_Create(&definition);
}
