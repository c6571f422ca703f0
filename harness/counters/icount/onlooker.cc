#include "harness/counters/icount/onlooker.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#include "harness/counters/icount/hidden.h"
#include "harness/counters/icount/kernel.h"

namespace effk::icount {
namespace {

void print(const CommandLine& line, std::uint64_t count) {
  char text[64];
  char* at = write_number(text, count);
  const char* const unit = " instructions\n";
  memcpy(at, unit, text_length(unit));
  at += text_length(unit);
  long to = 2;
  if (line.options.output != nullptr) {
    to = system_call(SYS_openat, AT_FDCWD, as_long(line.options.output), O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (failed(to)) refuse("cannot write the count", line.options.output);
  }
  system_call(SYS_write, to, as_long(text), at - text);
}

[[noreturn]] void watch(const CommandLine& line, long child, const std::uint8_t* file) {
  int status = 0;
  // Ctrl-C goes to the whole group: the program decides what it means.
  const struct { std::uint64_t handler, flags, restorer, mask; } ignore = {1, 0, 0, 0};
  system_call(SYS_rt_sigaction, 2, as_long(&ignore), 0, 8);
  system_call(SYS_rt_sigaction, 3, as_long(&ignore), 0, 8);
  while (system_call(SYS_wait4, child, as_long(&status), 0, 0) == -4 /* EINTR */) {
  }
  const auto* const header = reinterpret_cast<const EffkSlotHeader*>(file);
  const auto slot = [file](std::uint64_t page) {
    return reinterpret_cast<const EffkSlot*>(file + page * EFFK_SLOT_BYTES);
  };
  std::uint64_t count = count_of(*slot(EFFK_FIRST_SLOT_PAGE));
  bool uncountable = slot(EFFK_FIRST_SLOT_PAGE)->uncountable != 0;
  if (header->next > EFFK_RING_SLOTS) refuse("the program has started more than 1024 processes");
  for (std::uint64_t number = 0; number < header->next; ++number) {
    count += count_of(*slot(EFFK_RING_PAGE + number));
    uncountable = uncountable || slot(EFFK_RING_PAGE + number)->uncountable != 0;
  }
  const int exit_status = (status & 0x7f) == 0 ? status >> 8 & 0xff : 128 + (status & 0x7f);
  // Before it has executed anything the process has no page to say it in.
  const bool refused = uncountable || (exit_status == kRefusedStatus && count == 0);
  if (!refused) print(line, count);
  system_call(SYS_exit_group, refused ? kRefusedStatus : exit_status);
  __builtin_unreachable();
}

}  // namespace

int start_onlooker(const CommandLine& line) {
  const long file = system_call(SYS_memfd_create, as_long("effk-counts"), 1 /* MFD_CLOEXEC */);
  if (failed(file) || failed(system_call(SYS_ftruncate, file, kCountsBytes)))
    refuse("no memory for the counts");
  const long mapped = map(0, kCountsBytes, PROT_READ | PROT_WRITE, MAP_SHARED, static_cast<int>(file));
  if (failed(mapped)) refuse("no memory for the counts");
  const long child = system_call(SYS_fork);
  if (failed(child)) refuse("cannot fork");
  if (child > 0) watch(line, child, reinterpret_cast<const std::uint8_t*>(mapped));
  system_call(SYS_prctl, PR_SET_PDEATHSIG, 9);
  system_call(SYS_munmap, mapped, kCountsBytes);
  return static_cast<int>(file);
}

}  // namespace effk::icount
