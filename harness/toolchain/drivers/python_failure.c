#include "harness/toolchain/drivers/python_failure.h"

#include <frameobject.h>
#include <stdio.h>
#include <string.h>

#include "harness/toolchain/drivers/job.h"

/* ---- text that fits one line ---- */

struct Line {
  char* text;
  size_t size;
};

/* Stops before the first character that no longer fits; leaves room for what close_line() adds. */
static void add_bytes(struct Line* line, const char* bytes, size_t size) {
  const size_t room = EFFK_FAILURE_TEXT - 40 - line->size;
  if (size > room) {
    size = room;
    while (size > 0 && ((unsigned char)bytes[size] & 0xc0) == 0x80) --size;
  }
  for (size_t i = 0; i < size; ++i) {
    const unsigned char c = (unsigned char)bytes[i];
    line->text[line->size++] = c < 0x20 || c == 0x7f ? ' ' : (char)c;
  }
}

static void add(struct Line* line, const char* text) {
  add_bytes(line, text, strlen(text));
}

static void close_line(struct Line* line, int number) {
  if (number > 0)
    snprintf(line->text + line->size, 40, " (line %d)", number);
  else
    line->text[line->size] = '\0';
}

/* The start of an exact str as UTF-8; what UTF-8 cannot hold becomes '?'. */
static void add_str(struct Line* line, PyObject* text) {
  if (PyUnicode_READY(text) < 0) return;
  const Py_ssize_t length = PyUnicode_GET_LENGTH(text);
  for (Py_ssize_t i = 0; i < length && i < EFFK_FAILURE_TEXT; ++i) {
    const Py_UCS4 c = PyUnicode_READ_CHAR(text, i);
    char utf8[4];
    size_t size = 0;
    if (c < 0x80) {
      utf8[size++] = (char)c;
    } else if (c >= 0xd800 && c < 0xe000) {
      utf8[size++] = '?';
    } else {
      if (c < 0x800) {
        utf8[size++] = (char)(0xc0 | (c >> 6));
      } else {
        if (c < 0x10000) {
          utf8[size++] = (char)(0xe0 | (c >> 12));
        } else {
          utf8[size++] = (char)(0xf0 | (c >> 18));
          utf8[size++] = (char)(0x80 | ((c >> 12) & 0x3f));
        }
        utf8[size++] = (char)(0x80 | ((c >> 6) & 0x3f));
      }
      utf8[size++] = (char)(0x80 | (c & 0x3f));
    }
    if (line->size + size > EFFK_FAILURE_TEXT - 40) return;
    add_bytes(line, utf8, size);
  }
}

/* What the interpreter keeps for a class is UTF-8 and always there; a sample may have chosen it. */
static void add_type_name(struct Line* line, const PyTypeObject* type) {
  const char* name = type->tp_name;
  if (!(type->tp_flags & Py_TPFLAGS_HEAPTYPE)) {
    const char* dot = strrchr(name, '.');
    if (dot && strncmp(name, "numpy.", 6) != 0) name = dot + 1;
  }
  const size_t size = strlen(name);
  add_bytes(line, name, size < 120 ? size : 120);
}

/* ---- exceptions ---- */

static void add_argument(struct Line* line, PyObject* argument) {
  if (!argument) return;
  if (PyUnicode_CheckExact(argument)) {
    add(line, ": ");
    add_str(line, argument);
  } else if (PyLong_CheckExact(argument)) {
    int overflow;
    const long long number = PyLong_AsLongLongAndOverflow(argument, &overflow);
    char digits[32];
    snprintf(digits, sizeof digits, ": %lld", number);
    if (!overflow) add(line, digits);
  }
}

/* The message of an exception whose class is built in: its first argument, or the second of OSError(2,
 * '...'). An exception that nobody has caught may not be an instance yet: then `value` is the argument or
 * their tuple. */
static PyObject* message_of(PyObject* value) {
  if (!value) return NULL;
  PyObject* arguments = value;
  if (PyExceptionInstance_Check(value))
    arguments = ((PyBaseExceptionObject*)value)->args;
  else if (!PyTuple_CheckExact(value))
    return value;
  if (!arguments || !PyTuple_CheckExact(arguments) || PyTuple_GET_SIZE(arguments) == 0) return NULL;
  const int is_os_error = PyType_IsSubtype(Py_TYPE(value), (PyTypeObject*)PyExc_OSError);
  return PyTuple_GET_ITEM(arguments, is_os_error && PyTuple_GET_SIZE(arguments) > 1);
}

/* The deepest line of the sample's own file on the way to the exception; 0 if there is none. */
static int sample_line(PyObject* traceback) {
  int line = 0;
  while (traceback && PyTraceBack_Check(traceback)) {
    const PyTracebackObject* entry = (const PyTracebackObject*)traceback;
    PyCodeObject* code = PyFrame_GetCode(entry->tb_frame);
    if (PyUnicode_CheckExact(code->co_filename) &&
        PyUnicode_CompareWithASCIIString(code->co_filename, "solution.py") == 0)
      line = entry->tb_lineno >= 0 ? entry->tb_lineno : PyCode_Addr2Line(code, entry->tb_lasti);
    Py_DECREF(code);
    traceback = (PyObject*)entry->tb_next;
  }
  return line;
}

unsigned int effk_describe_exception(char text[EFFK_FAILURE_TEXT]) {
  PyObject *type, *value, *traceback;
  PyErr_Fetch(&type, &value, &traceback);
  struct Line line = {text, 0};
  const PyTypeObject* class =
      value && PyExceptionInstance_Check(value) ? Py_TYPE(value) : (PyTypeObject*)type;
  if (!class) {
    add(&line, "no exception was set");
  } else {
    add_type_name(&line, class);
    if (!(class->tp_flags & Py_TPFLAGS_HEAPTYPE)) add_argument(&line, message_of(value));
  }
  close_line(&line, sample_line(traceback));
  return class == (PyTypeObject*)PyExc_MemoryError ? EFFK_RESULT_NO_MEMORY : EFFK_RESULT_EXCEPTION;
}

void effk_describe_compile_error(char text[EFFK_FAILURE_TEXT]) {
  PyObject *type, *value, *traceback;
  PyErr_Fetch(&type, &value, &traceback);
  PyErr_NormalizeException(&type, &value, &traceback);
  struct Line line = {text, 0};
  long number = 0;
  if (!value) {
    add(&line, "it does not compile");
  } else if (PyErr_GivenExceptionMatches(value, PyExc_SyntaxError)) {
    const PySyntaxErrorObject* error = (const PySyntaxErrorObject*)value;
    add_type_name(&line, Py_TYPE(value));
    add_argument(&line, error->msg);
    if (error->lineno && PyLong_CheckExact(error->lineno)) number = PyLong_AsLong(error->lineno);
  } else {
    add_type_name(&line, Py_TYPE(value));
    add_argument(&line, message_of(value));
  }
  close_line(&line, (int)number);
}

/* ---- results ---- */

/* What many mean to be a list and is none. */
static int looks_like_a_list(const PyTypeObject* type) {
  static const char* const kNames[] = {
      "generator",  "map",       "filter",    "zip",         "range",
      "enumerate",  "reversed",  "dict_keys", "dict_values", "dict_items",
      "odict_keys", "deque",     "array",     "chain",       "list_reverseiterator",
      "ndarray",    "accumulate"};
  if (type->tp_flags & Py_TPFLAGS_HEAPTYPE && strcmp(type->tp_name, "array.array") != 0) return 0;
  const char* dot = strrchr(type->tp_name, '.');
  const char* name = dot ? dot + 1 : type->tp_name;
  for (size_t i = 0; i < sizeof kNames / sizeof kNames[0]; ++i)
    if (strcmp(name, kNames[i]) == 0) return 1;
  return 0;
}

void effk_describe_bad_result(enum EffkEncoding why, const PyTypeObject* culprit,
                              char text[EFFK_FAILURE_TEXT]) {
  struct Line line = {text, 0};
  if (why == EFFK_TOO_DEEP) {
    add(&line, "the result is nested more than 1000 deep, or contains itself");
  } else {
    add(&line, "the result has in it '");
    add_type_name(&line, culprit);
    add(&line, looks_like_a_list(culprit)
                   ? "', which is not a list: return list() of it"
                   : "', which is none of None, bool, int, float, str, bytes, list, tuple, set, dict");
  }
  close_line(&line, 0);
}
