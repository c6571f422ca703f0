// harness/counters/icount/kernel.h -- system calls and small routines of a program without a C library.
#pragma once

#include <cstddef>
#include <cstdint>

namespace effk::icount {

inline long system_call(long number, long a = 0, long b = 0, long c = 0, long d = 0, long e = 0, long f = 0) {
  register long r10 __asm__("r10") = d;
  register long r8 __asm__("r8") = e;
  register long r9 __asm__("r9") = f;
  long result = number;
  __asm__ volatile("syscall"
                   : "+a"(result)
                   : "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
                   : "rcx", "r11", "memory");
  return result;
}

inline bool failed(long result) {
  return result < 0 && result > -4096;
}

template <class T>
long as_long(T* pointer) {
  return reinterpret_cast<long>(pointer);
}

// Maps memory; the address, or a negative errno.
long map(std::uint64_t where, std::uint64_t bytes, int protection, int flags, int fd = -1,
         std::uint64_t offset = 0);

std::size_t text_length(const char* text);
bool same_text(const char* a, const char* b);
bool starts_with(const char* text, const char* prefix);
// What follows the last slash.
const char* last_part(const char* path);
// The canonical name of an open file, cut to `room`; empty if the kernel does not tell.
void name_of_descriptor(long descriptor, char* name, std::uint64_t room);
// Write the digits at `to`, which has room for 20, and return the place behind them.
char* write_number(char* to, std::uint64_t number);
char* write_hexadecimal(char* to, std::uint64_t number, unsigned least_digits = 8);

// Exit status: this machine or this program cannot be counted.
constexpr int kRefusedStatus = 96;

// Writes "icount: a b\n" to standard error and ends the process: what icount cannot do is never counted.
[[noreturn]] void refuse(const char* what, const char* detail = "");
[[noreturn]] void refuse(const char* what, std::uint64_t number);

}  // namespace effk::icount

// The compiler calls these.
extern "C" {
void* memcpy(void* to, const void* from, std::size_t bytes);
void* memset(void* to, int value, std::size_t bytes);
void* memmove(void* to, const void* from, std::size_t bytes);
int memcmp(const void* a, const void* b, std::size_t bytes);
}
