#include "harness/counters/icount/program_files.h"

#include <asm/errno.h>
#include <sys/mman.h>
#include <sys/syscall.h>

#include "harness/counters/icount/kernel.h"

namespace effk::icount {
namespace {

void write_all(long file, const char* text, std::uint64_t bytes) {
  while (bytes > 0) {
    const long written = system_call(SYS_write, file, as_long(text), static_cast<long>(bytes));
    if (failed(written) || written == 0) return;
    text += written;
    bytes -= static_cast<std::uint64_t>(written);
  }
}

// One line for each range, as the kernel writes them: a stack and a heap have names, files have not.
void write_maps(const Hidden& hidden, long file) {
  for (const Range* range = hidden.space.find_from(0); range != nullptr;
       range = hidden.space.find_from(range->end)) {
    char line[128];
    char* at = write_hexadecimal(line, range->begin);
    *at++ = '-';
    at = write_hexadecimal(at, range->end);
    *at++ = ' ';
    *at++ = (range->protection & PROT_READ) != 0 ? 'r' : '-';
    *at++ = (range->protection & PROT_WRITE) != 0 ? 'w' : '-';
    *at++ = (range->protection & PROT_EXEC) != 0 ? 'x' : '-';
    *at++ = range->is_private ? 'p' : 's';
    const char* rest = " 00000000 00:00 0 \n";
    if (range->end == kStackEnd) rest = " 00000000 00:00 0                          [stack]\n";
    if (range->begin == kHeapBegin) rest = " 00000000 00:00 0                          [heap]\n";
    const std::uint64_t length = text_length(rest);
    memcpy(at, rest, length);
    write_all(file, line, static_cast<std::uint64_t>(at - line) + length);
  }
}

}  // namespace

long open_file_about_program(const Hidden& hidden, const char* name) {
  const bool maps = same_text(name, "maps");
  const bool environment = same_text(name, "environ");
  if (!maps && !environment && !same_text(name, "cmdline")) return -EACCES;
  const long file = system_call(SYS_memfd_create, as_long(name), 1 /* MFD_CLOEXEC */);
  if (failed(file)) return -EACCES;
  if (maps) {
    write_maps(hidden, file);
  } else {
    const Address begin = environment ? hidden.arguments_end : hidden.arguments_begin;
    const Address end = environment ? hidden.environment_end : hidden.arguments_end;
    write_all(file, reinterpret_cast<const char*>(begin), end - begin);
  }
  system_call(SYS_lseek, file, 0, 0);
  return file;
}

}  // namespace effk::icount
