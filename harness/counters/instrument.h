// harness/counters/instrument.h -- what counts instructions, behind one face.
//
// measure/ starts a driver under an instrument, and asks the meter of that driver for counts while the
// driver's child waits at a mark and after it has ended. `effk count` has a whole program counted instead. A
// new instrument is a class here and a line in instruments.cc; nothing else changes. The CPU clock stands
// behind the same face, but is taken for `--cost time` alone: time_instrument.h.
//
//   Unit     Traits::unit of the instrument; those that have a name here count instructions retired in user
//   mode. Scope    one child of one driver, with all that it starts, from Meter::start() on; or a whole
//   program. Errors   environment when this machine cannot count. A count that had to be estimated is an
//   error too. Threads  an Instrument may be shared; a Meter belongs to one thread.
#pragma once

#include <sys/types.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "harness/base/error.h"
#include "harness/base/install_layout.h"
#include "harness/base/unique_fd.h"
#include "harness/base/units.h"
#include "harness/counters/whole_program.h"

namespace effk::counters {

// How a driver has to be started so that its children can be counted.
struct Launch {
  std::vector<std::string> prefix;  // goes before the driver's own command line; [0] is a path to execute
  std::vector<std::string> environment;  // NAME=value, for the instrument itself
  struct Descriptor {
    int source = -1;  // owned by the meter
    int target = -1;  // the number it has in the started process
  };
  std::vector<Descriptor> descriptors;
  // What the instrument itself must read, beneath these; "/proc/self" is meant as the started process sees
  // it.
  std::vector<std::filesystem::path> readable;
  std::vector<std::filesystem::path> writable;  // and write, while it starts
};

// Counts the children of one driver, one child at a time.
class Meter {
 public:
  virtual ~Meter() = default;

  virtual const Launch& launch() const = 0;

  // The perf_event_attr that the trusted child opens on itself before mark 0 and passes over; empty if the
  // instrument needs none. `budget` is what the child is to be stopped beyond.
  virtual std::string event_attributes(std::optional<Cost> /*budget*/) const { return {}; }

  // Whether a poll() of the thread that called start() ends, as a rule, when the child passes the budget.
  virtual bool wakes_at_budget() const { return false; }

  // Tells that the driver is about to fork; call it before each job.
  virtual Result<void> prepare() = 0;

  // Starts counting `child` (a process id as this process sees it), which waits at mark 0. `event` is what
  // the child passed over; it may be empty.
  virtual Result<void> start(pid_t child, UniqueFd event) = 0;

  // What the child and its descendants have cost since start(); exact while they wait or have ended.
  virtual Result<Cost> read() = 0;

  // Tells that the child is gone, and what CPU time the kernel has charged it with since it was forked.
  // Called before the last read().
  virtual void ended(std::chrono::microseconds) {}

  // Makes allocations that would grow the child by more than this fail. Call it after start().
  virtual Result<void> limit_memory(pid_t child, std::uint64_t growth_bytes) = 0;

  // True if an allocation was refused since limit_memory(), as far as the instrument can see it.
  virtual bool refused_memory() = 0;
};

// What the seccomp filter of the child must allow for the instrument's own sake.
struct FilterNeeds {
  bool anonymous_executable_memory = false;  // a translator makes code while the child runs
};

struct Traits {
  std::string name;            // "perf", "icount", "valgrind"
  std::string version;         // of the instrument and what it is built on
  bool deterministic = false;  // the same work gives the same count, to the last digit
  int repetitions = 1;         // how often a case is measured
  // The kernel sees the program itself and not a translation of it, so that events of the kernel and of the
  // processor are the program's: side_events.h.
  bool runs_natively = false;
  CostUnit unit = CostUnit::instructions;
  // About so many units does an instruction need: limits and allowances are given in instructions.
  double an_instruction = 1;
  Cost resolution = {};  // a cost below this cannot be told from none
  double slowdown = 1;   // about how many times slower than native it runs: for wall-clock backstops only
  FilterNeeds filter;
  std::vector<RepeatRule> repeat_rules = {RepeatRule::once};  // of whole programs; the first is the default
  std::vector<std::string> unprotected;  // what it does not protect against, in words; design 3.9

  Cost in_own_unit(Instructions count) const {
    return {static_cast<std::uint64_t>(static_cast<double>(count.value) * an_instruction)};
  }

  bool counts_by(RepeatRule rule) const {
    return std::find(repeat_rules.begin(), repeat_rules.end(), rule) != repeat_rules.end();
  }
};

class Instrument {
 public:
  virtual ~Instrument() = default;
  virtual const Traits& traits() const = 0;
  // `cpu`: the one CPU that the driver will run on, if it is pinned.
  virtual Result<std::unique_ptr<Meter>> attach(std::optional<int> cpu) const = 0;

  // Runs a program and counts it from its first instruction on. It is not confined: it has the standard
  // streams, the environment and the rights of this process. Errors: environment, if the instrument cannot
  // count this program; that can turn out in the midst of it. bad_input, if the kernel does not execute it.
  virtual Result<ProgramCount> count_program(const ProgramRun& run) const = 0;
};

// The names that make_instrument() knows, in the order in which `auto` tries them.
std::vector<std::string_view> instrument_names();

// Makes an instrument after checking that it can count on this machine; the error says exactly why not.
Result<std::unique_ptr<Instrument>> make_instrument(std::string_view name, const InstallLayout& layout);

// `auto`: the first that works, and counts repeated string instructions by this rule if one is given.
// `reason` says in one line which was taken, and why not those before it.
struct Choice {
  std::unique_ptr<Instrument> instrument;
  std::string reason;
};
Result<Choice> choose_instrument(const InstallLayout& layout, std::optional<RepeatRule> rule = {});

}  // namespace effk::counters
