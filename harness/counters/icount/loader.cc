#include "harness/counters/icount/loader.h"

#include <elf.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#include "harness/counters/icount/cpu_identity.h"
#include "harness/counters/icount/kernel.h"
#include "harness/counters/icount/virtual_world.h"

namespace effk::icount {
namespace {

constexpr unsigned kMostHeaders = 64;
constexpr std::uint64_t kMostPath = 4096;
constexpr std::uint64_t kSmallestStack = 8ull << 20;
constexpr std::uint64_t kLargestStack = 256ull << 20;

struct Image {
  Address base = 0;  // what its addresses are relative to
  Address entry = 0;
  Address headers = 0;
  std::uint16_t header_count = 0;
  char interpreter[kMostPath] = {};
};

void read_at(int fd, void* to, std::uint64_t bytes, std::uint64_t offset, const char* path) {
  if (system_call(SYS_pread64, fd, as_long(to), static_cast<long>(bytes), static_cast<long>(offset)) !=
      static_cast<long>(bytes)) {
    refuse("not an ELF program", path);
  }
}

int open_file(const char* path) {
  return static_cast<int>(system_call(SYS_openat, AT_FDCWD, as_long(path), O_RDONLY | O_CLOEXEC));
}

int protection_of(const Elf64_Phdr& header) {
  return ((header.p_flags & PF_R) != 0 ? PROT_READ : 0) | ((header.p_flags & PF_W) != 0 ? PROT_WRITE : 0) |
         ((header.p_flags & PF_X) != 0 ? PROT_EXEC : 0);
}

void place(Hidden& hidden, Address begin, std::uint64_t bytes, int protection, int flags, int fd,
           std::uint64_t offset, const char* path) {
  if (begin < kWindowBegin || begin + bytes > kExecutableEnd ||
      failed(map(begin, bytes, protection, flags | MAP_FIXED | MAP_PRIVATE, fd, offset)) ||
      !hidden.space.set(begin, begin + bytes, protection, true)) {
    refuse("cannot map the program", path);
  }
}

void map_segment(Hidden& hidden, const Elf64_Phdr& header, Address base, int fd, const char* path) {
  const int protection = protection_of(header);
  if ((protection & PROT_EXEC) != 0 && (protection & PROT_WRITE) != 0) {
    refuse("the program has code that it may write to, which icount cannot count", path);
  }
  const Address begin = page_down(base + header.p_vaddr);
  const Address file_end = base + header.p_vaddr + header.p_filesz;
  const Address end = base + header.p_vaddr + header.p_memsz;
  if (header.p_filesz > 0) {
    place(hidden, begin, page_up(file_end) - begin, protection, 0, fd, page_down(header.p_offset), path);
  }
  if (end > file_end) {
    if (header.p_filesz > 0 && (protection & PROT_WRITE) != 0) {
      // To the end of the page, as the kernel does: the dynamic loader's first memory is what is left there.
      memset(reinterpret_cast<void*>(file_end), 0, page_up(file_end) - file_end);
    }
    const Address rest = header.p_filesz > 0 ? page_up(file_end) : begin;
    if (page_up(end) > rest) place(hidden, rest, page_up(end) - rest, protection, MAP_ANONYMOUS, -1, 0, path);
  }
}

// Where a file that may lie anywhere goes: its segments together, at the first place that is free.
Address choose_base(const Hidden& hidden, const Elf64_Phdr* headers, unsigned count, const char* path) {
  Address end = 0;
  std::uint64_t alignment = kPage;
  for (unsigned i = 0; i < count; ++i) {
    if (headers[i].p_type != PT_LOAD) continue;
    if (headers[i].p_vaddr + headers[i].p_memsz > end) end = headers[i].p_vaddr + headers[i].p_memsz;
    if (headers[i].p_align > alignment) alignment = headers[i].p_align;
  }
  const Address found = hidden.space.find_free(page_up(end) + alignment, kCodeBegin, kCodeEnd);
  if (found == 0) refuse("the program is too large", path);
  return (found + alignment - 1) & ~(alignment - 1);
}

void map_image(Hidden& hidden, const char* path, Image& image) {
  const int fd = open_file(path);
  if (fd < 0) refuse("cannot open the program", path);
  Elf64_Ehdr header{};
  read_at(fd, &header, sizeof header, 0, path);
  if (header.e_ident[0] == '#' && header.e_ident[1] == '!')
    refuse("a script: name its interpreter instead", path);
  if (memcmp(header.e_ident, ELFMAG, SELFMAG) != 0 || header.e_machine != EM_X86_64 ||
      header.e_ident[EI_CLASS] != ELFCLASS64 || header.e_phentsize != sizeof(Elf64_Phdr) ||
      header.e_phnum > kMostHeaders || (header.e_type != ET_EXEC && header.e_type != ET_DYN)) {
    refuse("not a 64-bit x86 ELF program", path);
  }
  Elf64_Phdr headers[kMostHeaders];
  read_at(fd, headers, header.e_phnum * sizeof(Elf64_Phdr), header.e_phoff, path);
  image.base = header.e_type == ET_DYN ? choose_base(hidden, headers, header.e_phnum, path) : 0;
  image.entry = image.base + header.e_entry;
  image.header_count = header.e_phnum;
  for (unsigned i = 0; i < header.e_phnum; ++i) {
    if (headers[i].p_type == PT_INTERP) {
      if (headers[i].p_filesz > kMostPath - 1) refuse("not an ELF program", path);
      read_at(fd, image.interpreter, headers[i].p_filesz, headers[i].p_offset, path);
    }
    if (headers[i].p_type != PT_LOAD) continue;
    map_segment(hidden, headers[i], image.base, fd, path);
    if (headers[i].p_offset <= header.e_phoff && header.e_phoff < headers[i].p_offset + headers[i].p_filesz) {
      image.headers = image.base + headers[i].p_vaddr + header.e_phoff - headers[i].p_offset;
    }
  }
  system_call(SYS_close, fd);
}

// Fills the program's stack from its upper end down.
class StackWriter {
 public:
  explicit StackWriter(Address end) : at_(end) {}
  Address bytes(const void* from, std::uint64_t count) {
    at_ -= count;
    memcpy(reinterpret_cast<void*>(at_), from, count);
    return at_;
  }
  Address text(const char* from) { return bytes(from, text_length(from) + 1); }
  void word(std::uint64_t value) { bytes(&value, 8); }
  void align(std::uint64_t to) { at_ &= ~(to - 1); }
  Address here() const { return at_; }

 private:
  Address at_;
};

unsigned count_of(char* const* texts) {
  unsigned count = 0;
  while (texts[count] != nullptr) ++count;
  return count;
}

void map_stack(Hidden& hidden) {
  struct rlimit limit {};
  system_call(SYS_getrlimit, RLIMIT_STACK, as_long(&limit));
  std::uint64_t bytes = limit.rlim_cur;
  if (bytes < kSmallestStack) bytes = kSmallestStack;
  if (bytes > kLargestStack) bytes = kLargestStack;
  hidden.stack_begin = kStackEnd - page_up(bytes);
  const long mapped = map(hidden.stack_begin, kStackEnd - hidden.stack_begin, PROT_READ | PROT_WRITE,
                          MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED);
  if (failed(mapped)) refuse("no memory for the program's stack");
  hidden.space.set(hidden.stack_begin, kStackEnd, PROT_READ | PROT_WRITE, true);
}

// Arguments, environment and auxiliary vector, as in the psABI, figure 3.9.
Address build_stack(Hidden& hidden, const Invocation& invocation, const char* path, const Image& program,
                    const Image& interpreter) {
  StackWriter stack(kStackEnd - 8);
  const Address name = stack.text(path);
  const unsigned arguments = count_of(invocation.arguments);
  const unsigned variables = count_of(invocation.environment);
  // The texts lie in the order in which the kernel puts them; their addresses go to the runtime's own stack,
  // which has room for 16,000.
  constexpr unsigned kMostTexts = 16000;
  if (arguments + variables > kMostTexts) refuse("too many arguments and environment variables");
  Address places[kMostTexts];
  hidden.environment_end = stack.here();
  for (unsigned i = variables; i-- > 0;) places[arguments + i] = stack.text(invocation.environment[i]);
  hidden.arguments_end = stack.here();
  for (unsigned i = arguments; i-- > 0;) places[i] = stack.text(invocation.arguments[i]);
  hidden.arguments_begin = stack.here();
  const Address platform = stack.text("x86_64");
  stack.align(16);
  std::uint64_t random[2] = {next_random(hidden), next_random(hidden)};
  if (!hidden.options.virtual_time) system_call(SYS_getrandom, as_long(random), sizeof random);
  const Address seed = stack.bytes(random, sizeof random);
  const auto id = [](long number) { return static_cast<std::uint64_t>(system_call(number)); };
  const std::uint64_t auxiliary[][2] = {
      {AT_HWCAP, hardware_capabilities(hidden.options.baseline)},
      {AT_PAGESZ, kPage},
      {AT_CLKTCK, 100},
      {AT_PHDR, program.headers},
      {AT_PHENT, sizeof(Elf64_Phdr)},
      {AT_PHNUM, program.header_count},
      {AT_BASE, interpreter.base},
      {AT_FLAGS, 0},
      {AT_ENTRY, program.entry},
      {AT_UID, id(SYS_getuid)},
      {AT_EUID, id(SYS_geteuid)},
      {AT_GID, id(SYS_getgid)},
      {AT_EGID, id(SYS_getegid)},
      {AT_SECURE, 0},
      {AT_RANDOM, seed},
      {AT_HWCAP2, 0},
      {AT_EXECFN, name},
      {AT_PLATFORM, platform},
      {51 /* AT_MINSIGSTKSZ */, 2048},
      {AT_NULL, 0},
  };
  constexpr unsigned kPairs = sizeof auxiliary / sizeof auxiliary[0];
  stack.align(16);
  if ((arguments + variables + 3) % 2 != 0) stack.word(0);  // the count of arguments lies at a multiple of 16
  for (unsigned i = kPairs; i-- > 0;) stack.word(auxiliary[i][1]), stack.word(auxiliary[i][0]);
  stack.word(0);
  for (unsigned i = variables; i-- > 0;) stack.word(places[arguments + i]);
  stack.word(0);
  for (unsigned i = arguments; i-- > 0;) stack.word(places[i]);
  stack.word(arguments);
  return stack.here();
}

// A name without a slash is looked for in PATH.
const char* find_in_path(const char* name, char* const* environment, char* buffer) {
  bool has_slash = false;
  for (const char* at = name; *at != '\0'; ++at) has_slash = has_slash || *at == '/';
  if (has_slash) return name;
  const char* path = "/usr/local/bin:/usr/bin:/bin";
  for (; *environment != nullptr; ++environment) {
    if (starts_with(*environment, "PATH=")) path = *environment + 5;
  }
  while (*path != '\0') {
    std::uint64_t length = 0;
    while (path[length] != '\0' && path[length] != ':') ++length;
    if (length + text_length(name) + 2 < kMostPath) {
      memcpy(buffer, path, length);
      buffer[length] = '/';
      memcpy(buffer + length + 1, name, text_length(name) + 1);
      if (system_call(SYS_access, as_long(buffer), 1) == 0) return buffer;
    }
    path += length;
    if (*path == ':') ++path;
  }
  refuse("not found in PATH", name);
}

}  // namespace

void load_program(Hidden& hidden, const Invocation& invocation) {
  char buffer[kMostPath];
  const char* const path = find_in_path(invocation.arguments[0], invocation.environment, buffer);
  Image program;
  Image interpreter;
  hidden.heap_end = kHeapBegin;
  map_stack(hidden);
  map_image(hidden, path, program);
  if (program.interpreter[0] != '\0') map_image(hidden, program.interpreter, interpreter);
  hidden.registers[kRsp] = build_stack(hidden, invocation, path, program, interpreter);
  hidden.pc = interpreter.base != 0 ? interpreter.entry : program.entry;
  hidden.flags = 0x202;
  // As the kernel would name it.
  const int fd = open_file(path);
  char* const name = hidden.program;
  name_of_descriptor(fd, name, kMostPath);
  if (*name == '\0') memcpy(name, path, text_length(path) + 1);
  system_call(SYS_close, fd);
  system_call(SYS_prctl, PR_SET_NAME, as_long(last_part(path)));
}

}  // namespace effk::icount
