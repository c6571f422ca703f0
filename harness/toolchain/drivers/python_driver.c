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

#include "harness/toolchain/drivers/child.h"
#include "harness/toolchain/drivers/python_failure.h"
#include "harness/toolchain/drivers/python_heap.h"
#include "harness/toolchain/drivers/python_sample.h"
#include "harness/toolchain/drivers/python_values.h"

struct Sample {
  PyObject* arguments; /* a tuple */
  PyObject* code;
  PyObject* entry; /* its name */
  PyObject* globals;
};

/* ---- before mark 0 ---- */

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
  effk_settle_heap();
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
