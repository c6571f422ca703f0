// harness/sandbox/bpf_program.h -- turns a table of system calls into a seccomp program.
//
// Of our own because libseccomp cannot say what the sample filter needs: two comparisons with one argument
// ("neither 0 nor my own id"), and rules that are tried in order.
//
//   Scope    x86-64. Arguments are compared in their low 32 bits, as the kernel takes descriptors, flags and
//            process ids; all_zero looks at all 64, for pointers.
//   Errors   a program over the kernel's 4096 instructions is Error internal.
//   Threads  plain values.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "harness/base/error.h"

namespace effk::sandbox {

struct Condition {
  enum class Kind { equals, differs, has_none_of, has_any_of, all_zero } kind;
  unsigned argument;  // 0..5
  std::uint32_t value = 0;
};

// Holds if all conditions do.
struct Rule {
  std::vector<Condition> conditions;
  std::uint32_t action;  // SECCOMP_RET_*
};

// Rules are tried in order; the first that holds answers, else `otherwise`.
struct CallRules {
  std::vector<Rule> rules;
  std::uint32_t otherwise;
};

struct BpfTable {
  std::map<std::uint32_t, CallRules> calls;
  std::uint32_t unlisted;  // the answer for all other numbers
};

// struct sock_filter[] as bytes. Foreign architectures and x32 numbers kill the process.
Result<std::string> compile(const BpfTable& table);

}  // namespace effk::sandbox
