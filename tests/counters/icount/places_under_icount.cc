#include "tests/counters/icount/places_under_icount.h"

#include <signal.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#include "harness/base/files.h"
#include "harness/base/unique_fd.h"
#include "harness/counters/count_slots.h"
#include "harness/counters/icount/hidden.h"

namespace effk::counters {
namespace {

using icount::kCacheBegin;
using icount::kCacheEnd;

constexpr std::uint64_t kNoReplace = 0x100000;

bool is_guests(std::uint64_t address) {
  return address >= icount::kWindowBegin && address < icount::kWindowEnd &&
         (address < kCacheBegin || address >= kCacheEnd);
}

// One call of icount's to the kernel; `runs` is whether the program under count has begun.
void note(Places& places, const user_regs_struct& r, bool runs) {
  const bool maps = r.orig_rax == SYS_mmap && is_guests(r.rdi) && (r.r10 & MAP_FIXED) != 0;
  const bool remaps = r.orig_rax == SYS_mremap && is_guests(r.rdi) &&
                      (r.rdi < icount::kRuntimeBegin || r.rdi >= icount::kRuntimeEnd);
  if (!maps && !remaps) return;
  if (runs) {
    places.mapped.push_back(remaps && (r.r10 & MREMAP_FIXED) != 0 ? r.r8 : r.rdi);
  } else if (r.rdi + r.rsi == icount::kStackEnd) {
    places.stack_end = icount::kStackEnd;
    places.stack_bytes = r.rsi;
  } else if (static_cast<int>(r.r8) >= 0 && r.r9 == 0) {  // the beginning of a file
    (places.program == 0 ? places.program : places.interpreter) = r.rdi;
  }
}

}  // namespace

Places places_under_icount(const std::string& icount, const std::vector<std::string>& options,
                           const std::vector<std::string>& command,
                           const std::vector<std::string>& environment) {
  const UniqueFd output = memory_file("output").value();
  const UniqueFd counts = memory_file("counts").value();
  constexpr std::size_t kBytes = std::size_t{EFFK_SLOT_PAGES} * EFFK_SLOT_BYTES;
  if (::ftruncate(counts.get(), kBytes) != 0) return {};
  const UniqueFd inherited(::dup(counts.get()));  // without close-on-exec
  void* const mapping = ::mmap(nullptr, kBytes, PROT_READ, MAP_SHARED, counts.get(), 0);
  const auto* slot = reinterpret_cast<const EffkSlot*>(static_cast<const char*>(mapping) + EFFK_SLOT_BYTES);

  std::vector<std::string> whole = {icount, "--counts-fd=" + std::to_string(inherited.get())};
  whole.insert(whole.end(), options.begin(), options.end());
  whole.emplace_back("--");
  whole.insert(whole.end(), command.begin(), command.end());
  Places places;
  places.heap = icount::kHeapBegin;
  const pid_t program = start_stopped(whole, environment, output.get());
  int status = 0;
  ::waitpid(program, &status, 0);
  ::ptrace(PTRACE_SETOPTIONS, program, nullptr,
           PTRACE_O_TRACESECCOMP | PTRACE_O_TRACEFORK | PTRACE_O_TRACECLONE | PTRACE_O_EXITKILL);
  ::ptrace(PTRACE_CONT, program, nullptr, nullptr);
  for (pid_t process = 0; (process = ::waitpid(-1, &status, __WALL)) > 0;) {
    if (!WIFSTOPPED(status)) continue;
    const int signal = WSTOPSIG(status);
    if (process == program && status >> 8 == (SIGTRAP | PTRACE_EVENT_SECCOMP << 8)) {
      user_regs_struct registers{};
      ::ptrace(PTRACE_GETREGS, program, nullptr, &registers);
      note(places, registers, icount::count_of(*slot) != 0);
    }
    ::ptrace(PTRACE_CONT, process, nullptr, signal == SIGTRAP || signal == SIGSTOP ? 0 : signal);
  }
  ::munmap(mapping, kBytes);
  return places;
}

}  // namespace effk::counters
