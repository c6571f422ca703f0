/* harness/toolchain/drivers/value_tags.h -- the first byte of each value (docs/value-format.md). */
#ifndef EFFK_DRIVERS_VALUE_TAGS_H
#define EFFK_DRIVERS_VALUE_TAGS_H

enum {
  EFFK_TAG_NONE = 0x00,
  EFFK_TAG_FALSE = 0x01,
  EFFK_TAG_TRUE = 0x02,
  EFFK_TAG_INT64 = 0x03,
  EFFK_TAG_BIGINT = 0x04,
  EFFK_TAG_FLOAT = 0x05,
  EFFK_TAG_STR = 0x06,
  EFFK_TAG_BYTES = 0x07,
  EFFK_TAG_LIST = 0x08, /* from here on: containers */
  EFFK_TAG_TUPLE = 0x09,
  EFFK_TAG_SET = 0x0a,
  EFFK_TAG_DICT = 0x0b
};

enum { EFFK_DEPTH_LIMIT = 1000 };

#endif
