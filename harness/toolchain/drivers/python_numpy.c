#include "harness/toolchain/drivers/python_numpy.h"

#include <string.h>

struct Layout {
  const char* name;
  char kind; /* 'b' bool, 'i' signed, 'u' unsigned, 'f' float */
  unsigned char size;
};

static const struct Layout kLayouts[] = {
    {"bool_", 'b', 1}, {"bool", 'b', 1},      {"int8", 'i', 1},    {"int16", 'i', 2},
    {"int32", 'i', 4}, {"int64", 'i', 8},     {"intc", 'i', 4},    {"longlong", 'i', 8},
    {"uint8", 'u', 1}, {"uint16", 'u', 2},    {"uint32", 'u', 4},  {"uint64", 'u', 8},
    {"uintc", 'u', 4}, {"ulonglong", 'u', 8}, {"float16", 'f', 2}, {"float32", 'f', 4},
};

static const struct Layout* layout_of(const PyTypeObject* type) {
  while (type && (type->tp_flags & Py_TPFLAGS_HEAPTYPE)) type = type->tp_base;
  if (!type || strncmp(type->tp_name, "numpy.", 6) != 0) return NULL;
  for (size_t i = 0; i < sizeof kLayouts / sizeof kLayouts[0]; ++i)
    if (strcmp(type->tp_name + 6, kLayouts[i].name) == 0 &&
        (size_t)type->tp_basicsize >= sizeof(PyObject) + kLayouts[i].size)
      return &kLayouts[i];
  return NULL;
}

static struct EffkNumpyScalar read_integer(const struct Layout* layout, const unsigned char* bytes) {
  uint64_t bits = 0;
  memcpy(&bits, bytes, layout->size);
  const unsigned int spare = 64u - 8u * layout->size;
  if (layout->kind == 'i') {
    const int64_t number = (int64_t)(bits << spare) >> spare;
    return (struct EffkNumpyScalar){EFFK_NUMPY_INT, number, 0};
  }
  if (layout->kind == 'b') return (struct EffkNumpyScalar){EFFK_NUMPY_BOOL, bits != 0, 0};
  const enum EffkNumpyKind kind = bits > INT64_MAX ? EFFK_NUMPY_HUGE : EFFK_NUMPY_INT;
  return (struct EffkNumpyScalar){kind, (int64_t)bits, 0};
}

struct EffkNumpyScalar effk_read_numpy_scalar(PyObject* value) {
  const struct Layout* layout = layout_of(Py_TYPE(value));
  if (!layout) return (struct EffkNumpyScalar){EFFK_NUMPY_NOT, 0, 0};
  const unsigned char* bytes = (const unsigned char*)value + sizeof(PyObject);
  if (layout->kind != 'f') return read_integer(layout, bytes);
  if (layout->size == 2)
    return (struct EffkNumpyScalar){EFFK_NUMPY_FLOAT, 0, PyFloat_Unpack2((const char*)bytes, 1)};
  float number;
  memcpy(&number, bytes, sizeof number);
  return (struct EffkNumpyScalar){EFFK_NUMPY_FLOAT, 0, number};
}
