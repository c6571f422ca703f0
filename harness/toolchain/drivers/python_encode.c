/* Python objects to bytes; after mark 0, on objects that a hostile sample made.
 *
 * Every access below is to the layout of a built-in type. What a subclass overrides (__iter__, __index__,
 * __eq__, keys()) is not asked: the flags that PyLong_Check() and its like read are set by the interpreter
 * when a class is made and cannot be forged from Python, and a subclass keeps its base's layout.
 */
#include "harness/toolchain/drivers/python_values.h" /* first: Python.h chooses what the C library declares */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "harness/toolchain/drivers/job.h"
#include "harness/toolchain/drivers/python_numpy.h"
#include "harness/toolchain/drivers/value_tags.h"

static enum EffkEncoding put_value(struct EffkEncoder* out, PyObject* value, int depth);

static enum EffkEncoding reserve(struct EffkEncoder* out, size_t more) {
  /* Shared parts are written again each time, so a small object can have an endless encoding. */
  if (more > EFFK_RESULT_LIMIT || out->size > EFFK_RESULT_LIMIT - more) return EFFK_TOO_LARGE;
  if (more <= out->capacity - out->size) return EFFK_ENCODED;
  size_t capacity = out->capacity ? out->capacity : 4096;
  while (capacity - out->size < more) capacity *= 2;
  unsigned char* data = realloc(out->data, capacity);
  if (!data) return EFFK_TOO_LITTLE_MEMORY;
  out->data = data;
  out->capacity = capacity;
  return EFFK_ENCODED;
}

static enum EffkEncoding put_tag(struct EffkEncoder* out, unsigned char tag) {
  const enum EffkEncoding state = reserve(out, 1);
  if (state == EFFK_ENCODED) out->data[out->size++] = tag;
  return state;
}

/* A tag and 8 bytes. */
static enum EffkEncoding put_word(struct EffkEncoder* out, unsigned char tag, const void* word) {
  const enum EffkEncoding state = reserve(out, 9);
  if (state != EFFK_ENCODED) return state;
  out->data[out->size] = tag;
  memcpy(out->data + out->size + 1, word, 8);
  out->size += 9;
  return state;
}

/* A tag, a count, and room for `room` bytes more. */
static enum EffkEncoding put_count(struct EffkEncoder* out, unsigned char tag, size_t number, size_t room) {
  if (number > UINT32_MAX) return EFFK_TOO_LARGE;
  const enum EffkEncoding state = reserve(out, 5 + room);
  if (state != EFFK_ENCODED) return state;
  const uint32_t count = (uint32_t)number;
  out->data[out->size] = tag;
  memcpy(out->data + out->size + 1, &count, sizeof count);
  out->size += 5;
  return state;
}

static enum EffkEncoding put_float(struct EffkEncoder* out, double number) {
  uint64_t bits = 0x7ff8000000000000u; /* the one NaN of the binary form */
  if (number == number) memcpy(&bits, &number, sizeof bits);
  return put_word(out, EFFK_TAG_FLOAT, &bits);
}

static enum EffkEncoding put_bigint(struct EffkEncoder* out, PyObject* number) {
  /* One byte more than the magnitude may need, for the sign; dropped again if it says nothing new. */
  size_t size = _PyLong_NumBits(number) / 8 + 1;
  const enum EffkEncoding state = put_count(out, EFFK_TAG_BIGINT, size, size);
  if (state != EFFK_ENCODED) return state;
  unsigned char* digits = out->data + out->size;
  if (_PyLong_AsByteArray((PyLongObject*)number, digits, size, 1, 1) < 0) return EFFK_NOT_A_VALUE;
  while (size > 1 && ((digits[size - 1] == 0xff && digits[size - 2] >= 0x80) ||
                      (digits[size - 1] == 0x00 && digits[size - 2] < 0x80)))
    --size;
  const uint32_t count = (uint32_t)size;
  memcpy(digits - sizeof count, &count, sizeof count);
  out->size += size;
  return EFFK_ENCODED;
}

static enum EffkEncoding put_int(struct EffkEncoder* out, PyObject* number) {
  int overflow;
  const int64_t small = PyLong_AsLongLongAndOverflow(number, &overflow);
  return overflow ? put_bigint(out, number) : put_word(out, EFFK_TAG_INT64, &small);
}

/* UTF-8, surrogates written as the three bytes that the formula gives ('surrogatepass'). Written here because
 * the codecs' error handlers are looked up in a registry that a sample may change. */
static unsigned char* put_character(unsigned char* to, Py_UCS4 c) {
  if (c < 0x80) {
    *to++ = (unsigned char)c;
    return to;
  }
  if (c < 0x800) {
    *to++ = (unsigned char)(0xc0 | (c >> 6));
  } else {
    if (c < 0x10000) {
      *to++ = (unsigned char)(0xe0 | (c >> 12));
    } else {
      *to++ = (unsigned char)(0xf0 | (c >> 18));
      *to++ = (unsigned char)(0x80 | ((c >> 12) & 0x3f));
    }
    *to++ = (unsigned char)(0x80 | ((c >> 6) & 0x3f));
  }
  *to++ = (unsigned char)(0x80 | (c & 0x3f));
  return to;
}

static size_t utf8_size(unsigned int kind, const void* characters, size_t length) {
  size_t size = length;
  for (size_t i = 0; i < length; ++i) {
    const Py_UCS4 c = PyUnicode_READ(kind, characters, (Py_ssize_t)i);
    size += (size_t)(c >= 0x80) + (size_t)(c >= 0x800) + (size_t)(c >= 0x10000);
  }
  return size;
}

static enum EffkEncoding put_str(struct EffkEncoder* out, PyObject* text) {
  if (PyUnicode_READY(text) < 0) return EFFK_TOO_LITTLE_MEMORY;
  const size_t length = (size_t)PyUnicode_GET_LENGTH(text);
  const unsigned int kind = PyUnicode_KIND(text);
  const void* characters = PyUnicode_DATA(text);
  const unsigned int is_ascii = PyUnicode_IS_ASCII(text);
  const size_t size = is_ascii ? length : utf8_size(kind, characters, length);
  const enum EffkEncoding state = put_count(out, EFFK_TAG_STR, size, size);
  if (state != EFFK_ENCODED) return state;
  unsigned char* to = out->data + out->size;
  out->size += size;
  if (is_ascii) {
    memcpy(to, characters, length);
    return state;
  }
  for (size_t i = 0; i < length; ++i) to = put_character(to, PyUnicode_READ(kind, characters, (Py_ssize_t)i));
  return state;
}

static enum EffkEncoding put_bytes(struct EffkEncoder* out, PyObject* bytes) {
  const size_t size = (size_t)PyBytes_GET_SIZE(bytes);
  const enum EffkEncoding state = put_count(out, EFFK_TAG_BYTES, size, size);
  if (state != EFFK_ENCODED) return state;
  memcpy(out->data + out->size, PyBytes_AS_STRING(bytes), size);
  out->size += size;
  return state;
}

static enum EffkEncoding put_items(struct EffkEncoder* out, unsigned char tag, PyObject* const* items,
                                   Py_ssize_t count, int depth) {
  enum EffkEncoding state = put_count(out, tag, (size_t)count, 0);
  for (Py_ssize_t i = 0; state == EFFK_ENCODED && i < count; ++i) state = put_value(out, items[i], depth);
  return state;
}

static enum EffkEncoding put_dict(struct EffkEncoder* out, PyObject* dict, int depth) {
  enum EffkEncoding state = put_count(out, EFFK_TAG_DICT, (size_t)PyDict_GET_SIZE(dict), 0);
  PyObject *key, *value;
  Py_ssize_t position = 0;
  while (state == EFFK_ENCODED && PyDict_Next(dict, &position, &key, &value)) {
    state = put_value(out, key, depth);
    if (state == EFFK_ENCODED) state = put_value(out, value, depth);
  }
  return state;
}

struct Piece {
  size_t start, size;
};

static int compare_pieces(const void* a, const void* b, void* data) {
  const struct Piece *left = a, *right = b;
  const unsigned char* bytes = data;
  const size_t shorter = left->size < right->size ? left->size : right->size;
  const int order = memcmp(bytes + left->start, bytes + right->start, shorter);
  if (order != 0) return order;
  return (left->size > right->size) - (left->size < right->size);
}

/* Sorts the items that lie from `start` on and drops repetitions (two objects may be unequal to Python and
 * the same to us: NaNs, or instances of an int class with an __eq__ of its own). */
static enum EffkEncoding order_pieces(struct EffkEncoder* out, size_t start, struct Piece* pieces,
                                      size_t count) {
  const size_t size = out->size - start;
  unsigned char* copy = malloc(size + 1);
  if (!copy) return EFFK_TOO_LITTLE_MEMORY;
  memcpy(copy, out->data + start, size);
  qsort_r(pieces, count, sizeof *pieces, compare_pieces, copy);
  unsigned char* to = out->data + start;
  uint32_t kept = 0;
  for (size_t i = 0; i < count; ++i) {
    if (i > 0 && compare_pieces(&pieces[i - 1], &pieces[i], copy) == 0) continue;
    memcpy(to, copy + pieces[i].start, pieces[i].size);
    to += pieces[i].size;
    ++kept;
  }
  memcpy(out->data + start - sizeof kept, &kept, sizeof kept);
  out->size = (size_t)(to - out->data);
  free(copy);
  return EFFK_ENCODED;
}

static enum EffkEncoding put_set(struct EffkEncoder* out, PyObject* set, int depth) {
  const size_t count = (size_t)PySet_GET_SIZE(set);
  enum EffkEncoding state = put_count(out, EFFK_TAG_SET, count, 0);
  if (state != EFFK_ENCODED) return state;
  struct Piece* pieces = malloc((count + 1) * sizeof *pieces);
  if (!pieces) return EFFK_TOO_LITTLE_MEMORY;
  const size_t start = out->size;
  size_t found = 0;
  PyObject* item;
  Py_hash_t hash;
  Py_ssize_t position = 0;
  while (state == EFFK_ENCODED && found < count && _PySet_NextEntry(set, &position, &item, &hash)) {
    pieces[found].start = out->size - start;
    state = put_value(out, item, depth);
    pieces[found].size = out->size - start - pieces[found].start;
    ++found;
  }
  if (state == EFFK_ENCODED) state = order_pieces(out, start, pieces, found);
  free(pieces);
  return state;
}

static enum EffkEncoding put_container(struct EffkEncoder* out, PyObject* value, int depth) {
  if (++depth > EFFK_DEPTH_LIMIT) return EFFK_TOO_DEEP;
  if (PyList_Check(value))
    return put_items(out, EFFK_TAG_LIST, ((PyListObject*)value)->ob_item, PyList_GET_SIZE(value), depth);
  if (PyTuple_Check(value))
    return put_items(out, EFFK_TAG_TUPLE, ((PyTupleObject*)value)->ob_item, PyTuple_GET_SIZE(value), depth);
  if (PyDict_Check(value)) return put_dict(out, value, depth);
  return put_set(out, value, depth);
}

static enum EffkEncoding put_numpy(struct EffkEncoder* out, PyObject* value) {
  const struct EffkNumpyScalar scalar = effk_read_numpy_scalar(value);
  switch (scalar.kind) {
    case EFFK_NUMPY_BOOL:
      return put_tag(out, scalar.integer ? EFFK_TAG_TRUE : EFFK_TAG_FALSE);
    case EFFK_NUMPY_INT:
      return put_word(out, EFFK_TAG_INT64, &scalar.integer);
    case EFFK_NUMPY_HUGE: {
      /* An unsigned number of 64 bits with the highest set: nine bytes, the last one the sign. */
      const enum EffkEncoding state = put_count(out, EFFK_TAG_BIGINT, 9, 9);
      if (state != EFFK_ENCODED) return state;
      memcpy(out->data + out->size, &scalar.integer, 8);
      out->data[out->size + 8] = 0;
      out->size += 9;
      return state;
    }
    case EFFK_NUMPY_FLOAT:
      return put_float(out, scalar.real);
    default:
      out->culprit = Py_TYPE(value);
      return EFFK_NOT_A_VALUE;
  }
}

static enum EffkEncoding put_value(struct EffkEncoder* out, PyObject* value, int depth) {
  if (value == Py_None) return put_tag(out, EFFK_TAG_NONE);
  if (value == Py_True) return put_tag(out, EFFK_TAG_TRUE);
  if (value == Py_False) return put_tag(out, EFFK_TAG_FALSE);
  if (PyLong_Check(value)) return put_int(out, value);
  if (PyFloat_Check(value)) return put_float(out, PyFloat_AS_DOUBLE(value));
  if (PyUnicode_Check(value)) return put_str(out, value);
  if (PyBytes_Check(value)) return put_bytes(out, value);
  if (PyList_Check(value) || PyTuple_Check(value) || PyDict_Check(value) || PyAnySet_Check(value))
    return put_container(out, value, depth);
  return put_numpy(out, value);
}

enum EffkEncoding effk_encode_value(struct EffkEncoder* encoder, PyObject* value) {
  return put_value(encoder, value, 0);
}
