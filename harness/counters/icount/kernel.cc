#include "harness/counters/icount/kernel.h"

#include <sys/syscall.h>

extern "C" {

void* memcpy(void* to, const void* from, std::size_t bytes) {
  void* at = to;
  __asm__ volatile("rep movsb" : "+D"(at), "+S"(from), "+c"(bytes) : : "memory");
  return to;
}

void* memset(void* to, int value, std::size_t bytes) {
  void* at = to;
  __asm__ volatile("rep stosb" : "+D"(at), "+c"(bytes) : "a"(value) : "memory");
  return to;
}

void* memmove(void* to, const void* from, std::size_t bytes) {
  if (to <= from || static_cast<const char*>(from) + bytes <= to) return memcpy(to, from, bytes);
  char* out = static_cast<char*>(to) + bytes;
  const char* in = static_cast<const char*>(from) + bytes;
  while (bytes-- > 0) *--out = *--in;
  return to;
}

int memcmp(const void* a, const void* b, std::size_t bytes) {
  const auto* x = static_cast<const unsigned char*>(a);
  const auto* y = static_cast<const unsigned char*>(b);
  for (; bytes > 0; --bytes, ++x, ++y) {
    if (*x != *y) return *x < *y ? -1 : 1;
  }
  return 0;
}
}

namespace effk::icount {
namespace {

void say(const char* text) {
  system_call(SYS_write, 2, as_long(text), static_cast<long>(text_length(text)));
}

}  // namespace

long map(std::uint64_t where, std::uint64_t bytes, int protection, int flags, int fd, std::uint64_t offset) {
  return system_call(SYS_mmap, static_cast<long>(where), static_cast<long>(bytes), protection, flags, fd,
                     static_cast<long>(offset));
}

std::size_t text_length(const char* text) {
  std::size_t length = 0;
  while (text[length] != '\0') ++length;
  return length;
}

bool same_text(const char* a, const char* b) {
  while (*a != '\0' && *a == *b) ++a, ++b;
  return *a == *b;
}

bool starts_with(const char* text, const char* prefix) {
  while (*prefix != '\0' && *text == *prefix) ++text, ++prefix;
  return *prefix == '\0';
}

static char* write_digits(char* to, std::uint64_t number, unsigned base, unsigned least) {
  char digits[20];
  unsigned count = 0;
  for (; number != 0 || count < least; number /= base) digits[count++] = "0123456789abcdef"[number % base];
  while (count > 0) *to++ = digits[--count];
  return to;
}

char* write_number(char* to, std::uint64_t number) {
  return write_digits(to, number, 10, 1);
}

char* write_hexadecimal(char* to, std::uint64_t number, unsigned least_digits) {
  return write_digits(to, number, 16, least_digits);
}

const char* last_part(const char* path) {
  const char* last = path;
  for (; *path != '\0'; ++path) {
    if (*path == '/') last = path + 1;
  }
  return last;
}

void name_of_descriptor(long descriptor, char* name, std::uint64_t room) {
  char link[40] = "/proc/self/fd/";
  *write_number(link + text_length(link), static_cast<std::uint64_t>(descriptor)) = '\0';
  const long length = system_call(SYS_readlink, as_long(link), as_long(name), static_cast<long>(room - 1));
  name[failed(length) ? 0 : length] = '\0';
}

void refuse(const char* what, const char* detail) {
  say("icount: ");
  say(what);
  if (*detail != '\0') say(": ");
  say(detail);
  say("\n");
  system_call(SYS_exit_group, kRefusedStatus);
  __builtin_unreachable();
}

void refuse(const char* what, std::uint64_t number) {
  char digits[24] = "0x";
  *write_hexadecimal(digits + 2, number) = '\0';
  refuse(what, digits);
}

}  // namespace effk::icount
