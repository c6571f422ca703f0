#include "harness/counters/icount/opened_files.h"

#include <asm/errno.h>
#include <asm/stat.h>
#include <sys/mman.h>
#include <sys/syscall.h>

#include "harness/counters/icount/guest_memory.h"
#include "harness/counters/icount/kernel.h"
#include "harness/counters/icount/program_files.h"

namespace effk::icount {
namespace {

constexpr std::uint64_t kProcFiles = 0x9fa0;        // PROC_SUPER_MAGIC
constexpr std::uint64_t kMemoryFiles = 0x01021994;  // TMPFS_MAGIC
constexpr std::uint64_t kMostPath = 512;
constexpr std::uint32_t kFileType = 0170000;
constexpr std::uint32_t kCharacterDevice = 0020000;

// Whether a part of the path is a number: the directory of a process or thread.
bool names_a_process(const char* path) {
  while (*path != '\0') {
    while (*path == '/') ++path;
    const char* at = path;
    while (*at >= '0' && *at <= '9') ++at;
    if (at != path && (*at == '/' || *at == '\0')) return true;
    while (*path != '/' && *path != '\0') ++path;
  }
  return false;
}

// Of the files in a process's directory, those that tell where its memory is, or what is in it.
bool tells_of_memory(const char* name) {
  constexpr const char* kNames[] = {"maps",    "smaps", "smaps_rollup", "numa_maps", "map_files", "mem",
                                    "pagemap", "auxv",  "syscall",      "stack",     "cmdline",   "environ"};
  for (const char* known : kNames) {
    if (same_text(name, known)) return true;
  }
  return false;
}

// /proc/<pid>/name or /proc/<pid>/task/<tid>/name of this very process.
bool is_own(const char* path) {
  char own[kMostPath] = "/proc/";
  const long length = system_call(SYS_readlink, as_long("/proc/self"), as_long(own + 6), 32);
  if (failed(length)) return false;
  own[6 + length] = '/';
  own[7 + length] = '\0';
  return starts_with(path, own);
}

// Without a name, which is so where /proc is not at its place, nothing can be told: that is not permitted.
long judge_file_of_process(Hidden& hidden, long descriptor, const char* path) {
  const char* const name = last_part(path);
  // The directory of links to mapped files has further names below it.
  bool is_link_to_memory = false;
  for (const char* at = path; *at != '\0'; ++at) is_link_to_memory |= starts_with(at, "/map_files/");
  if (!is_link_to_memory && !tells_of_memory(name) && *path != '\0') return descriptor;
  system_call(SYS_close, descriptor);
  if (is_link_to_memory || !is_own(path)) return -EACCES;
  return open_file_about_program(hidden, name);
}

long judge(Hidden& hidden, long descriptor) {
  std::uint64_t about[16] = {};  // struct statfs; the type comes first
  if (failed(system_call(SYS_fstatfs, descriptor, as_long(about)))) return descriptor;
  if (about[0] != kProcFiles && about[0] != kMemoryFiles) return descriptor;
  char name[kMostPath];
  name_of_descriptor(descriptor, name, sizeof name);
  if (about[0] == kProcFiles) {
    return name[0] != '/' || names_a_process(name) ? judge_file_of_process(hidden, descriptor, name)
                                                   : descriptor;
  }
  // Memory files can be opened again through /proc/<pid>/fd.
  if (!starts_with(name, "/memfd:effk-counts ")) return descriptor;
  system_call(SYS_close, descriptor);
  return -EACCES;
}

bool is_program_link(const Hidden& hidden, Address path) {
  if (!guest_text_begins(hidden, path, "/proc/")) return false;
  if (guest_text_is(hidden, path, "/proc/self/exe") || guest_text_is(hidden, path, "/proc/thread-self/exe"))
    return true;
  char own[32] = "/proc/";
  char* at = write_number(own + 6, static_cast<std::uint64_t>(system_call(SYS_getpid)));
  memcpy(at, "/exe", 5);
  return guest_text_is(hidden, path, own);
}

}  // namespace

long open_file(Hidden& hidden, const Call& call) {
  Call named = call;
  Address& path = call.number == SYS_openat ? named.b : named.a;
  if (is_program_link(hidden, path)) path = reinterpret_cast<Address>(hidden.program);
  const long descriptor = forward(named);
  return failed(descriptor) ? descriptor : judge(hidden, descriptor);
}

bool read_program_link(const Hidden& hidden, const Call& call, long& result) {
  const bool at = call.number == SYS_readlinkat;
  if (!is_program_link(hidden, at ? call.b : call.a)) return false;
  const Address buffer = at ? call.c : call.b;
  std::uint64_t length = text_length(hidden.program);
  const std::uint64_t room = at ? call.d : call.c;
  if (length > room) length = room;
  result = -EFAULT;
  if (!is_mapped(hidden, buffer, length, PROT_WRITE)) return true;
  memcpy(reinterpret_cast<void*>(buffer), hidden.program, length);
  result = static_cast<long>(length);
  return true;
}

bool is_random_device(std::uint64_t descriptor) {
  struct stat about {};
  if (failed(system_call(SYS_fstat, static_cast<long>(descriptor), as_long(&about)))) return false;
  constexpr std::uint64_t kRandom = 0x108;   // 1:8
  constexpr std::uint64_t kURandom = 0x109;  // 1:9
  return (about.st_mode & kFileType) == kCharacterDevice &&
         (about.st_rdev == kRandom || about.st_rdev == kURandom);
}

}  // namespace effk::icount
