/* The Python driver of whole programs: module _effk, started as python_driver.c is. The source runs as
 * __main__, and then what CPython does at a program's end is done as far as it is the program's own: its
 * atexit handlers, flushing what was printed, and taking its globals away, so that files which it left open
 * are written out. The interpreter itself is not taken down: that costs tens of millions of instructions,
 * which a program could save itself with os._exit(). All of it comes after mark 0: it is charged, and nothing
 * of it is believed.
 */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include "harness/toolchain/drivers/child.h"
#include "harness/toolchain/drivers/program_child.h"
#include "harness/toolchain/drivers/python_heap.h"
#include "harness/toolchain/drivers/python_sample.h"

enum { kFlushFailed = 120 /* what CPython ends with if standard output cannot be flushed */ };

struct PythonProgram {
  PyObject* code;
  PyObject* globals;
  PyObject* run_exit_handlers; /* atexit._run_exitfuncs */
};

/* ---- before mark 0 ---- */

/* The driver's own __main__ goes: programs look themselves up there, as pickle and dataclasses do. */
static PyObject* fresh_main(void) {
  PyObject* module = PyModule_New("__main__");
  if (!module || PyDict_SetItemString(PyImport_GetModuleDict(), "__main__", module) < 0) give_up();
  PyObject* globals = PyModule_GetDict(module);
  PyObject* file = PyUnicode_FromString("solution.py");
  if (!file || PyDict_SetItemString(globals, "__builtins__", PyEval_GetBuiltins()) < 0 ||
      PyDict_SetItemString(globals, "__file__", file) < 0)
    give_up();
  Py_DECREF(file);
  Py_DECREF(module);
  return globals;
}

static struct PythonProgram read_program(const struct EffkOpenJob* job) {
  struct PythonProgram program;
  PyObject* atexit = PyImport_ImportModule("atexit");
  program.run_exit_handlers = atexit ? PyObject_GetAttrString(atexit, "_run_exitfuncs") : NULL;
  if (!program.run_exit_handlers) give_up();
  program.globals = fresh_main();
  program.code = compile_source(job->source);
  return program;
}

/* ---- after mark 0 ---- */

/* What sys.exit(code) makes of `code`: None is 0, an int itself, anything else 1. */
static int status_of_system_exit(void) {
  PyObject *type, *value, *traceback;
  PyErr_Fetch(&type, &value, &traceback);
  PyErr_NormalizeException(&type, &value, &traceback);
  PyObject* code = value ? PyObject_GetAttrString(value, "code") : NULL;
  PyErr_Clear();
  if (!code) return 1;
  if (code == Py_None) return 0;
  if (!PyLong_Check(code)) return 1;
  const int status = (int)PyLong_AsLong(code);
  PyErr_Clear();
  return status & 0xff;
}

static int run_main(const struct PythonProgram* program) {
  if (PyEval_EvalCode(program->code, program->globals, program->globals)) return 0;
  if (!PyErr_ExceptionMatches(PyExc_SystemExit)) leave_exception();
  return status_of_system_exit();
}

/* As CPython: a stream that the program has closed or taken away needs no flushing. */
static int flush_stream(const char* name) {
  PyObject* file = PySys_GetObject(name);
  if (!file || file == Py_None) return 0;
  PyObject* closed = PyObject_GetAttrString(file, "closed");
  const int is_closed = closed ? PyObject_IsTrue(closed) : 0;
  PyErr_Clear();
  if (is_closed > 0) return 0;
  PyObject* done = PyObject_CallMethod(file, "flush", NULL);
  PyErr_Clear();
  return done ? 0 : kFlushFailed;
}

static _Noreturn void end_program(const struct PythonProgram* program, int status) {
  PyObject_CallNoArgs(program->run_exit_handlers);
  PyErr_Clear();
  const int flushed = flush_stream("stdout");
  if (status == 0) status = flushed;
  _PyModule_ClearDict(program->globals);
  PyErr_Clear();
  flush_stream("__stdout__"); /* the one from the start, whatever took its place */
  _exit(status);
}

static void run_child(const struct EffkOpenJob* job) {
  effk_take_standard_streams(job->arguments);
  /* As python_driver.c does, and for its reasons. */
  PyGC_Disable();
  const struct PythonProgram program = read_program(job);
  PyGC_Enable();
  PyGC_Collect();
  Py_SetRecursionLimit(kRecursionLimit);

  effk_cross_mark_zero();
  end_program(&program, run_main(&program));
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
