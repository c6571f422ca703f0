// An interpreter of seccomp programs, written from the kernel's description of the instructions: the oracle
// for programs that we generate.
#pragma once

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>

#include <array>
#include <cstring>
#include <stdexcept>
#include <string>

namespace effk::sandbox {

inline seccomp_data call(std::uint32_t number, std::array<std::uint64_t, 6> arguments = {},
                         std::uint32_t architecture = AUDIT_ARCH_X86_64) {
  seccomp_data data{};
  data.nr = static_cast<int>(number);
  data.arch = architecture;
  std::memcpy(data.args, arguments.data(), sizeof data.args);
  return data;
}

inline std::uint32_t run_program(const std::string& program, const seccomp_data& data) {
  const auto* code = reinterpret_cast<const sock_filter*>(program.data());
  const std::size_t count = program.size() / sizeof(sock_filter);
  std::uint32_t accumulator = 0;
  for (std::size_t at = 0; at < count; ++at) {
    const sock_filter& instruction = code[at];
    const auto jump_if = [&](bool holds) { at += holds ? instruction.jt : instruction.jf; };
    switch (instruction.code) {
      case BPF_LD | BPF_W | BPF_ABS:
        std::memcpy(&accumulator, reinterpret_cast<const char*>(&data) + instruction.k, sizeof accumulator);
        break;
      case BPF_ALU | BPF_AND | BPF_K:
        accumulator &= instruction.k;
        break;
      case BPF_JMP | BPF_JA:
        at += instruction.k;
        break;
      case BPF_JMP | BPF_JEQ | BPF_K:
        jump_if(accumulator == instruction.k);
        break;
      case BPF_JMP | BPF_JGE | BPF_K:
        jump_if(accumulator >= instruction.k);
        break;
      case BPF_JMP | BPF_JGT | BPF_K:
        jump_if(accumulator > instruction.k);
        break;
      case BPF_JMP | BPF_JSET | BPF_K:
        jump_if((accumulator & instruction.k) != 0);
        break;
      case BPF_RET | BPF_K:
        return instruction.k;
      default:
        throw std::logic_error("an instruction that seccomp programs do not have");
    }
  }
  throw std::logic_error("the program runs off its end");
}

}  // namespace effk::sandbox
