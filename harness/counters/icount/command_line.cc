#include "harness/counters/icount/command_line.h"

#include <sys/syscall.h>

#include "harness/counters/icount/kernel.h"

namespace effk::icount {
namespace {

constexpr const char* kUsage =
    "usage: icount [OPTIONS] -- PROGRAM [ARGUMENTS]\n"
    "\n"
    "Runs a program and counts the instructions that it and its children retire in user mode. The count is "
    "printed\n"
    "to standard error at the end; the exit status is the program's, 128 + the signal that ended it, 2 for a "
    "wrong\n"
    "command line, or 96 if it cannot be counted.\n"
    "\n"
    "  --output=FILE         write the count there instead\n"
    "  --baseline=LEVEL      instructions and CPUID that the program sees: v1, v2, v3 or host [default: v3]\n"
    "  --rep=iterations      count each iteration of a repeated string instruction [default: --rep=once]\n"
    "  --virtual-time        clocks advance with the count, random numbers come from the seed\n"
    "  --seed=N              of the random numbers [default: 1]\n"
    "  --limit=N             end the program soon after N instructions [default: none]\n"
    "  --counts-fd=N         leave counts in this memory file, and print nothing: for a supervisor\n"
    "  --marks-fd=N          descriptor of the program on which it sends marks to the supervisor\n";

[[noreturn]] void usage(const char* wrong) {
  const auto say = [](const char* text) {
    system_call(SYS_write, 2, as_long(text), static_cast<long>(text_length(text)));
  };
  if (*wrong != '\0') say("icount: not understood: "), say(wrong), say("\n");
  say(kUsage);
  system_call(SYS_exit_group, *wrong == '\0' ? 0 : 2);
  __builtin_unreachable();
}

// The value of "--name=value"; nullptr if `word` is another option.
const char* value_of(const char* word, const char* name) {
  return starts_with(word, name) && word[text_length(name)] == '=' ? word + text_length(name) + 1 : nullptr;
}

std::uint64_t number(const char* text, const char* word) {
  std::uint64_t value = 0;
  if (*text == '\0' || text_length(text) > 18) usage(word);
  for (; *text != '\0'; ++text) {
    if (*text < '0' || *text > '9') usage(word);
    value = value * 10 + static_cast<std::uint64_t>(*text - '0');
  }
  return value;
}

Baseline baseline(const char* text, const char* word) {
  if (same_text(text, "v1")) return Baseline::v1;
  if (same_text(text, "v2")) return Baseline::v2;
  if (same_text(text, "v3")) return Baseline::v3;
  if (same_text(text, "host")) return Baseline::host;
  usage(word);
}

void read_option(const char* word, Options& options) {
  if (const char* v = value_of(word, "--output")) {
    options.output = v;
  } else if (const char* level = value_of(word, "--baseline")) {
    options.baseline = baseline(level, word);
  } else if (const char* rep = value_of(word, "--rep")) {
    options.count_iterations = same_text(rep, "iterations");
    if (!options.count_iterations && !same_text(rep, "once")) usage(word);
  } else if (same_text(word, "--virtual-time")) {
    options.virtual_time = true;
  } else if (const char* seed = value_of(word, "--seed")) {
    options.seed = number(seed, word);
  } else if (const char* limit = value_of(word, "--limit")) {
    options.limit = number(limit, word);
  } else if (const char* counts = value_of(word, "--counts-fd")) {
    options.counts_fd = static_cast<int>(number(counts, word));
  } else if (const char* marks = value_of(word, "--marks-fd")) {
    options.marks_fd = static_cast<int>(number(marks, word));
  } else {
    usage(same_text(word, "--help") ? "" : word);
  }
}

}  // namespace

CommandLine read_command_line(std::uint64_t* stack) {
  CommandLine line;
  const std::uint64_t count = *stack;
  char** const arguments = reinterpret_cast<char**>(stack + 1);
  line.invocation.environment = arguments + count + 1;
  std::uint64_t i = 1;
  for (; i < count && !same_text(arguments[i], "--"); ++i) {
    if (!starts_with(arguments[i], "--")) break;
    read_option(arguments[i], line.options);
  }
  if (i < count && same_text(arguments[i], "--")) ++i;
  if (i >= count) usage("no program is named");
  line.invocation.arguments = arguments + i;
  return line;
}

}  // namespace effk::icount
