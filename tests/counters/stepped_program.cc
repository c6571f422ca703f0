#include "tests/counters/stepped_program.h"

#include <elf.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstddef>
#include <cstring>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>

namespace effk::counters {
namespace {

using Word = std::uint64_t;
constexpr Word kPage = 4096;

std::vector<char*> pointers(const std::vector<std::string>& strings) {
  std::vector<char*> all;
  for (const std::string& text : strings) all.push_back(const_cast<char*>(text.c_str()));
  all.push_back(nullptr);
  return all;
}

Word page_up(Word address) {
  return (address + kPage - 1) & ~(kPage - 1);
}

user_regs_struct registers_of(pid_t process) {
  user_regs_struct registers{};
  ::ptrace(PTRACE_GETREGS, process, nullptr, &registers);
  return registers;
}

void set_registers(pid_t process, user_regs_struct registers) {
  ::ptrace(PTRACE_SETREGS, process, nullptr, &registers);
}

Word peek(pid_t process, Word at) {
  return static_cast<Word>(::ptrace(PTRACE_PEEKDATA, process, at, nullptr));
}

void poke(pid_t process, Word at, Word value) {
  ::ptrace(PTRACE_POKEDATA, process, at, value);
}

// The calls that choose an address stop at the tracer.
void filter_calls() {
  constexpr auto kStop = SECCOMP_RET_TRACE;
  sock_filter program[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_mmap, 3, 0),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_mremap, 2, 0),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_brk, 1, 0),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
      BPF_STMT(BPF_RET | BPF_K, kStop),
  };
  const sock_fprog filter{static_cast<unsigned short>(std::size(program)), program};
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter);
}

struct Mapping {
  Word begin, end;
  std::string name;
};

std::vector<Mapping> mappings_of(pid_t process) {
  std::ifstream file("/proc/" + std::to_string(process) + "/maps");
  std::vector<Mapping> all;
  for (std::string line; std::getline(file, line);) {
    std::istringstream words(line);
    Mapping one{};
    char dash = 0;
    std::string skipped;
    words >> std::hex >> one.begin >> dash >> one.end >> skipped >> skipped >> skipped >> skipped >> one.name;
    all.push_back(one);
  }
  return all;
}

// System calls that the stopped program makes for the tracer, by an instruction of the kernel's own page.
class Injected {
 public:
  explicit Injected(pid_t process) : process_(process), before_(registers_of(process)) {
    for (const Mapping& mapping : mappings_of(process)) {
      if (mapping.name != "[vdso]") continue;
      for (Word at = mapping.begin; at + 8 < mapping.end && instruction_ == 0; ++at) {
        if ((peek(process, at) & 0xffff) == 0x050f) instruction_ = at;
      }
    }
    if (instruction_ == 0) throw std::runtime_error("no system call instruction in the program");
  }
  Injected(const Injected&) = delete;
  Injected& operator=(const Injected&) = delete;
  ~Injected() { set_registers(process_, before_); }

  void call(long number, const std::array<Word, 6>& arguments) {
    user_regs_struct r = before_;
    r.rip = instruction_;
    r.rax = static_cast<Word>(number);
    r.orig_rax = ~Word{0};
    r.rdi = arguments[0], r.rsi = arguments[1], r.rdx = arguments[2];
    r.r10 = arguments[3], r.r8 = arguments[4], r.r9 = arguments[5];
    set_registers(process_, r);
    int status = 0;
    do {
      ::ptrace(PTRACE_SINGLESTEP, process_, nullptr, nullptr);
      ::waitpid(process_, &status, 0);
    } while (status >> 16 != 0);
    const Word result = registers_of(process_).rax;
    if (result > ~Word{4095}) throw std::runtime_error("cannot move the program");
  }

 private:
  pid_t process_;
  user_regs_struct before_;
  Word instruction_ = 0;
};

struct FirstStack {
  std::vector<Word> words;  // the count of arguments, their addresses, those of the environment
  std::map<Word, Word> vector;
  Word first_text = 0;
};

FirstStack first_stack(pid_t program) {
  FirstStack stack;
  Word at = registers_of(program).rsp;
  const Word arguments = peek(program, at);
  stack.first_text = peek(program, at + 8);
  for (; stack.words.size() < arguments + 2; at += 8) stack.words.push_back(peek(program, at));
  for (; peek(program, at) != 0; at += 8) stack.words.push_back(peek(program, at));
  stack.words.push_back(0);
  for (at += 8; peek(program, at) != AT_NULL; at += 16)
    stack.vector[peek(program, at)] = peek(program, at + 8);
  return stack;
}

// Moves all mappings of the file that one of them begins at `from`.
void move_image(Injected& injected, const std::vector<Mapping>& all, Word from, Word to) {
  if (to == 0 || to == from) return;
  std::string name;
  for (const Mapping& mapping : all) {
    if (mapping.begin == from) name = mapping.name;
  }
  Word end = from;
  for (const Mapping& mapping : all) {
    const bool follows = mapping.name.empty() && mapping.begin == end;  // what the file does not fill
    if (mapping.name != name && !follows) continue;
    const Word bytes = mapping.end - mapping.begin;
    injected.call(SYS_mremap,
                  {mapping.begin, bytes, bytes, MREMAP_MAYMOVE | MREMAP_FIXED, mapping.begin - from + to, 0});
    end = mapping.end;
  }
}

}  // namespace

pid_t start_stopped(const std::vector<std::string>& command, const std::vector<std::string>& environment,
                    int output) {
  const pid_t program = ::fork();
  if (program != 0) return program;
  ::personality(ADDR_NO_RANDOMIZE);
  const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
  ::dup2(nothing, 0);
  ::dup2(output, 1);
  ::dup2(output, 2);
  ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
  filter_calls();
  ::execve(command.front().c_str(), pointers(command).data(), pointers(environment).data());
  ::_exit(127);
}

void move_to(const Places& places, pid_t program) {
  FirstStack stack = first_stack(program);
  auto& vector = stack.vector;
  const std::vector<Mapping> all = mappings_of(program);
  Word kernels_end = 0;
  for (const Mapping& mapping : all) {
    if (mapping.name == "[stack]") kernels_end = mapping.end;
  }
  std::vector<Word> texts;  // from the first argument to the end of the stack
  for (Word at = stack.first_text & ~Word{7}; at < kernels_end; at += 8) texts.push_back(peek(program, at));
  const Word up = places.stack_end != 0 ? places.stack_end - kernels_end : 0;  // modulo 2^64

  const Word program_base = vector[AT_PHDR] & ~(kPage - 1);
  user_regs_struct registers = registers_of(program);
  {
    Injected injected(program);
    if (places.stack_end != 0) {
      injected.call(SYS_mmap,
                    {places.stack_end - places.stack_bytes, places.stack_bytes, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED, ~Word{0}, 0});
    }
    move_image(injected, all, program_base, places.program);
    if (vector[AT_BASE] != 0) move_image(injected, all, vector[AT_BASE], places.interpreter);
  }
  const Word program_moves = places.program != 0 ? places.program - program_base : 0;
  if (vector[AT_BASE] == 0) registers.rip += program_moves;
  if (vector[AT_BASE] != 0 && places.interpreter != 0) {
    registers.rip += places.interpreter - vector[AT_BASE];
    vector[AT_BASE] = places.interpreter;
  }
  vector[AT_PHDR] += program_moves;
  vector[AT_ENTRY] += program_moves;
  vector[AT_EXECFN] += up;
  for (std::size_t i = 1; i < stack.words.size(); ++i) {
    if (stack.words[i] != 0) stack.words[i] += up;
  }

  for (std::size_t i = 0; i < texts.size(); ++i)
    poke(program, (stack.first_text & ~Word{7}) + up + 8 * i, texts[i]);
  const Word platform = stack.first_text + up - sizeof "x86_64";
  const Word random = (platform & ~Word{15}) - 16;
  const Word seed[2] = {peek(program, vector[AT_RANDOM]), peek(program, vector[AT_RANDOM] + 8)};
  vector[AT_HWCAP2] = 0;
  vector[AT_MINSIGSTKSZ] = 2048;
  vector[AT_PLATFORM] = platform;
  vector[AT_RANDOM] = random;
  std::vector<Word> words = stack.words;
  const bool odd = words.size() % 2 != 0;
  for (const Word type : {AT_HWCAP,  AT_PAGESZ, AT_CLKTCK, AT_PHDR,     AT_PHENT,       AT_PHNUM, AT_BASE,
                          AT_FLAGS,  AT_ENTRY,  AT_UID,    AT_EUID,     AT_GID,         AT_EGID,  AT_SECURE,
                          AT_RANDOM, AT_HWCAP2, AT_EXECFN, AT_PLATFORM, AT_MINSIGSTKSZ, AT_NULL}) {
    words.push_back(type);
    words.push_back(vector[type]);
  }
  if (odd) words.push_back(0);
  for (Word i = 0; i < sizeof "x86_64"; ++i) {
    const Word at = platform + i;
    const Word shift = at % 8 * 8;
    const Word kept = peek(program, at - at % 8) & ~(Word{0xff} << shift);
    poke(program, at - at % 8, kept | static_cast<Word>("x86_64"[i]) << shift);
  }
  poke(program, random, seed[0]);
  poke(program, random + 8, seed[1]);
  registers.rsp = random - 8 * words.size();
  for (std::size_t i = 0; i < words.size(); ++i) poke(program, registers.rsp + 8 * i, words[i]);
  set_registers(program, registers);
}

void PlacedCalls::before(pid_t process) {
  const user_regs_struct r = registers_of(process);
  kept_.clear();
  answers_ = false;
  if (r.orig_rax == SYS_brk) {
    if (places_->heap != 0) move_heap_end(process);
  } else if (next_ < places_->mapped.size()) {
    place_mapping(process);
  }
}

void PlacedCalls::place_mapping(pid_t process) {
  user_regs_struct r = registers_of(process);
  kept_ = {r.rdi, r.rsi, r.rdx, r.r10, r.r8, r.r9};
  const Word place = places_->mapped[next_++];
  if (r.orig_rax == SYS_mmap) {
    r.rdi = place;
    r.r10 |= MAP_FIXED;
  } else if (place != r.rdi) {
    r.r10 = MREMAP_MAYMOVE | MREMAP_FIXED;
    r.r8 = place;
  } else {
    r.r10 = 0;
  }
  set_registers(process, r);
}

// As a mapping at the end of those before it.
void PlacedCalls::move_heap_end(pid_t process) {
  user_regs_struct r = registers_of(process);
  kept_ = {r.rdi, r.rsi, r.rdx, r.r10, r.r8, r.r9};
  answers_ = true;
  const Word wanted = r.rdi;
  const Word now = page_up(heap_end_);
  const Word then = page_up(wanted);
  r.orig_rax = SYS_getpid;
  if (wanted >= places_->heap) {
    if (then > now) {
      r.orig_rax = SYS_mmap;
      r.rdi = now, r.rsi = then - now, r.rdx = PROT_READ | PROT_WRITE;
      r.r10 = MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, r.r8 = ~Word{0}, r.r9 = 0;
    } else if (then < now) {
      r.orig_rax = SYS_munmap;
      r.rdi = then, r.rsi = now - then;
    }
    heap_end_ = wanted;
  }
  answer_ = heap_end_;
  set_registers(process, r);
}

void PlacedCalls::after(pid_t process) {
  if (kept_.empty()) return;
  user_regs_struct r = registers_of(process);
  r.rdi = kept_[0], r.rsi = kept_[1], r.rdx = kept_[2], r.r10 = kept_[3], r.r8 = kept_[4], r.r9 = kept_[5];
  if (answers_) r.rax = answer_;
  set_registers(process, r);
  kept_.clear();
}

}  // namespace effk::counters
