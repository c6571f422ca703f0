#include "tests/counters/works.h"

#include <linux/perf_event.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <valgrind/valgrind.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>
#include <vector>

extern "C" {
#include "harness/counters/count_driver_protocol.h"
#include "harness/counters/known_loop.h"
}

namespace {

constexpr std::size_t kPage = 4096;

// The compiler may not remove an allocation that somebody could look at.
void escape(void* memory) {
  asm volatile("" : : "r"(memory) : "memory");
}

void do_nothing() {}

void in_a_child(void (*work)(std::uint64_t), std::uint64_t argument, void (*meanwhile)() = do_nothing) {
  const pid_t child = fork();
  if (child == 0) {
    work(argument);
    _exit(0);
  }
  meanwhile();
  int status = 0;
  waitpid(child, &status, 0);
  if (status != 0) _exit(WEXITSTATUS(status));
}

void sort_numbers(std::uint64_t count) {
  std::vector<std::uint32_t> numbers(count);
  std::uint32_t x = 1;
  for (auto& number : numbers) number = x = x * 1664525 + 1013904223;
  std::sort(numbers.begin(), numbers.end());
  escape(numbers.data());
}

void tree(std::uint64_t iterations) {
  run_known_loop(iterations);
  in_a_child(
      [](std::uint64_t n) {
        run_known_loop(n);
        in_a_child([](std::uint64_t m) { run_known_loop(m); }, n);
      },
      iterations);
}

// Processes that count the same events swap their counters when the kernel switches from one to the other.
// One that has an event of its own keeps its counters.
void have_an_event_of_ones_own() {
  perf_event_attr event{};
  event.size = sizeof event;
  event.type = PERF_TYPE_HARDWARE;
  event.config = PERF_COUNT_HW_INSTRUCTIONS;
  event.disabled = 1;
  event.exclude_kernel = 1;
  if (syscall(SYS_perf_event_open, &event, 0, -1, -1, 0) < 0) _exit(1);
}

void tree_apart(std::uint64_t iterations) {
  run_known_loop(iterations);
  in_a_child(
      [](std::uint64_t n) {
        run_known_loop(n);
        in_a_child([](std::uint64_t m) { run_known_loop(m); }, n, have_an_event_of_ones_own);
      },
      iterations, have_an_event_of_ones_own);
}

void crash() {
  volatile int* nowhere = nullptr;
  *nowhere = 1;
}

long loop_for_valgrind(long, long iterations) {
  run_known_loop(static_cast<std::uint64_t>(iterations));
  return 42;
}

void loop_outside(std::uint64_t iterations) {
  if (VALGRIND_NON_SIMD_CALL1(loop_for_valgrind, iterations) == 42) _exit(1);
  if (RUNNING_ON_VALGRIND != 0) _exit(2);
}

#ifdef __x86_64__
#define PREAMBLE "rolq $3, %%rdi\n rolq $13, %%rdi\n rolq $61, %%rdi\n rolq $51, %%rdi\n"

void magic() {
  std::uint64_t rax = 7;
  // "rax := address of the wrapped function"
  asm volatile(PREAMBLE "xchgq %%rcx, %%rcx\n" : "+a"(rax) : : "rdi", "cc");
  if (rax != 7) _exit(1);
  // "call rax without redirection": it would jump to 7.
  asm volatile(PREAMBLE "xchgq %%rdx, %%rdx\n" : "+a"(rax) : : "rdi", "cc");
  if (rax != 7) _exit(2);
  // "inject code"
  asm volatile(PREAMBLE "xchgq %%rdi, %%rdi\n" : "+a"(rax) : : "rdi", "cc");
  if (rax != 7) _exit(3);
}
#else
void magic() {}  // other processors have other sequences
#endif

void allocate(std::uint64_t bytes) {
  try {
    std::vector<char> memory(bytes);
    escape(memory.data());
  } catch (const std::bad_alloc&) {
    _exit(kRefused);
  }
}

void allocate_bits(std::uint64_t bytes) {
  constexpr std::uint64_t kNode = 65536;
  for (std::uint64_t have = 0; have < bytes; have += kNode) {
    void* node = std::malloc(kNode);
    if (node == nullptr) _exit(kRefused);
    std::memset(node, 1, kNode);
  }
}

void protect(std::uint64_t bytes) {
  void* memory = mmap(nullptr, bytes, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (memory == MAP_FAILED) _exit(1);
  if (mprotect(memory, bytes, PROT_READ | PROT_WRITE) != 0) _exit(kRefused);
}

void remap(std::uint64_t bytes) {
  void* memory = mmap(nullptr, kPage, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) _exit(1);
  if (mremap(memory, kPage, bytes, MREMAP_MAYMOVE) == MAP_FAILED) _exit(kRefused);
}

void move_break(std::uint64_t bytes) {
  for (std::uint64_t have = 0; have < bytes; have += kPage) {
    if (sbrk(kPage) == reinterpret_cast<void*>(-1)) _exit(kRefused);
  }
}

void map_code() {
  if (mmap(nullptr, kPage, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED) _exit(1);
  void* memory = mmap(nullptr, kPage, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (mprotect(memory, kPage, PROT_READ | PROT_EXEC) == 0) _exit(2);
  _exit(kRefused);
}

void touch_pages(std::uint64_t pages) {
  char* memory = static_cast<char*>(
      mmap(nullptr, pages * kPage, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
  madvise(memory, pages * kPage, MADV_NOHUGEPAGE);
  for (std::uint64_t i = 0; i < pages; ++i) memory[i * kPage] = 1;
}

}  // namespace

extern "C" void effk_do_work(uint32_t work, uint64_t argument) {
  switch (static_cast<Work>(work)) {
    case kLoop:
      return run_known_loop(argument);
    case kSort:
      return sort_numbers(argument);
    case kTree:
      return tree(argument);
    case kTreeApart:
      return tree_apart(argument);
    case kLoopThenCrash:
      run_known_loop(argument);
      return crash();
    case kPrintThenCrash:
      if (write(2, "before", 6) != 6) _exit(1);
      return crash();
    case kLoopForever:
      while (true) run_known_loop(1000);
    case kLoopTwice:
      run_known_loop(argument);
      effk_wait_at_mark();
      return run_known_loop(argument);
    case kLoopOutside:
      return loop_outside(argument);
    case kMagic:
      return magic();
    case kAllocate:
      return allocate(argument);
    case kAllocateBits:
      return allocate_bits(argument);
    case kProtect:
      return protect(argument);
    case kRemap:
      return remap(argument);
    case kBreak:
      return move_break(argument);
    case kGrandchildAllocates:
      return in_a_child(allocate, argument);
    case kMapCode:
      return map_code();
    case kGrandchildTouches:
      return in_a_child(touch_pages, argument);
  }
  _exit(99);
}
