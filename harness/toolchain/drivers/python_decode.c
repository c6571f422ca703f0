/* Bytes to Python objects; before mark 0. */
#include "harness/toolchain/drivers/python_values.h"

#include <stdint.h>
#include <string.h>

#include "harness/toolchain/drivers/value_tags.h"

/* A flag beside the depth of the container, see read_value(). */
enum { EFFK_INSIDE_KEY = 1 << 16 };

struct Reader {
  const unsigned char* next;
  const unsigned char* end;
};

static PyObject* read_value(struct Reader* in, int depth);

static const unsigned char* take(struct Reader* in, size_t size) {
  if ((size_t)(in->end - in->next) < size) return NULL;
  const unsigned char* start = in->next;
  in->next += size;
  return start;
}

/* A length or count; what it counts takes at least a byte each, so more than what is left is malformed. */
static int take_count(struct Reader* in, uint32_t* count) {
  const unsigned char* bytes = take(in, sizeof *count);
  if (!bytes) return 0;
  memcpy(count, bytes, sizeof *count);
  return *count <= (size_t)(in->end - in->next);
}

static PyObject* read_int64(struct Reader* in) {
  const unsigned char* bytes = take(in, 8);
  if (!bytes) return NULL;
  int64_t number;
  memcpy(&number, bytes, sizeof number);
  return PyLong_FromLongLong(number);
}

static PyObject* read_float(struct Reader* in) {
  const unsigned char* bytes = take(in, 8);
  if (!bytes) return NULL;
  double number;
  memcpy(&number, bytes, sizeof number);
  return PyFloat_FromDouble(number);
}

static PyObject* read_run(struct Reader* in, unsigned char tag) {
  uint32_t size;
  if (!take_count(in, &size)) return NULL;
  const unsigned char* bytes = take(in, size);
  switch (tag) {
    case EFFK_TAG_BIGINT:
      return _PyLong_FromByteArray(bytes, size, 1, 1);
    case EFFK_TAG_STR:
      return PyUnicode_DecodeUTF8((const char*)bytes, size, "surrogatepass");
    default:
      return PyBytes_FromStringAndSize((const char*)bytes, size);
  }
}

static PyObject* read_sequence(struct Reader* in, int depth, int is_list) {
  uint32_t count;
  if (!take_count(in, &count)) return NULL;
  PyObject* sequence = is_list ? PyList_New(count) : PyTuple_New(count);
  for (Py_ssize_t i = 0; sequence && i < count; ++i) {
    PyObject* item = read_value(in, depth);
    if (!item)
      Py_CLEAR(sequence);
    else if (is_list)
      PyList_SET_ITEM(sequence, i, item);
    else
      PyTuple_SET_ITEM(sequence, i, item);
  }
  return sequence;
}

static PyObject* read_set(struct Reader* in, int depth, int is_frozen) {
  uint32_t count;
  if (!take_count(in, &count)) return NULL;
  PyObject* set = is_frozen ? PyFrozenSet_New(NULL) : PySet_New(NULL);
  for (uint32_t i = 0; set && i < count; ++i) {
    PyObject* item = read_value(in, depth | EFFK_INSIDE_KEY);
    if (!item || PySet_Add(set, item) < 0) Py_CLEAR(set);
    Py_XDECREF(item);
  }
  return set;
}

static PyObject* read_dict(struct Reader* in, int depth) {
  uint32_t count;
  if (!take_count(in, &count)) return NULL;
  PyObject* dict = PyDict_New();
  for (uint32_t i = 0; dict && i < count; ++i) {
    PyObject* key = read_value(in, depth | EFFK_INSIDE_KEY);
    PyObject* value = key ? read_value(in, depth) : NULL;
    if (!value || PyDict_SetItem(dict, key, value) < 0) Py_CLEAR(dict);
    Py_XDECREF(key);
    Py_XDECREF(value);
  }
  return dict;
}

/* `depth` counts the containers around; EFFK_INSIDE_KEY in it says that the value must be hashable: the
 * binary form has one kind of set, and inside a set or a key that can only have been a frozenset. */
static PyObject* read_value(struct Reader* in, int depth) {
  const unsigned char* tag = take(in, 1);
  if (!tag) return NULL;
  if (*tag >= EFFK_TAG_LIST && ((++depth) & ~EFFK_INSIDE_KEY) > EFFK_DEPTH_LIMIT) return NULL;
  switch (*tag) {
    case EFFK_TAG_NONE:
      Py_RETURN_NONE;
    case EFFK_TAG_FALSE:
      Py_RETURN_FALSE;
    case EFFK_TAG_TRUE:
      Py_RETURN_TRUE;
    case EFFK_TAG_INT64:
      return read_int64(in);
    case EFFK_TAG_FLOAT:
      return read_float(in);
    case EFFK_TAG_BIGINT:
    case EFFK_TAG_STR:
    case EFFK_TAG_BYTES:
      return read_run(in, *tag);
    case EFFK_TAG_LIST:
    case EFFK_TAG_TUPLE:
      return read_sequence(in, depth, *tag == EFFK_TAG_LIST);
    case EFFK_TAG_SET:
      return read_set(in, depth, depth & EFFK_INSIDE_KEY);
    case EFFK_TAG_DICT:
      return read_dict(in, depth);
    default:
      return NULL;
  }
}

PyObject* effk_decode_value(const unsigned char* data, size_t size) {
  struct Reader in = {data, data + size};
  PyObject* value = read_value(&in, 0);
  if (value && in.next != in.end) Py_CLEAR(value);
  return value;
}
