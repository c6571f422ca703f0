// The shape of an instruction: prefixes, opcode, ModRM, SIB, displacement, immediate.
#include "harness/counters/icount/decoder.h"

#include <new>

#include "harness/counters/icount/decoder_tables.h"
#include "harness/counters/icount/decoder_work.h"

namespace effk::icount {
namespace {

// A bit for each byte that is a legacy prefix or REX: most instructions have REX or nothing.
constexpr std::uint64_t kPrefixBytes[4] = {0x4040'4040'0000'0000, 0x0000'00F0'0000'FFFF, 0,
                                           0x000D'0000'0000'0000};

bool is_prefix(std::uint8_t byte) {
  return (kPrefixBytes[byte >> 6] >> (byte & 63) & 1) != 0;
}

void read_prefix(Prefixes& prefix, std::uint8_t byte) {
  switch (byte) {
    case 0x64:
    case 0x65:
      prefix.segment = byte;
      break;
    case 0x66:
      prefix.operand = true;
      break;
    case 0x67:
      prefix.address = true;
      break;
    case 0xF0:
      prefix.lock = true;
      break;
    case 0xF2:
    case 0xF3:
      prefix.repeat = byte;
      break;
    default:
      break;
  }
}

void read_prefixes(Bytes& code, Prefixes& prefix) {
  for (; code.has(1); ++code.at) {
    const std::uint8_t byte = code.bytes[code.at];
    if (!is_prefix(byte)) return;
    if ((byte & 0xF0) == 0x40) {
      prefix.rex = byte;
      continue;
    }
    prefix.rex = 0;  // REX before another prefix is void
    read_prefix(prefix, byte);
  }
}

Outcome read_legacy(Bytes& code, Work& work) {
  Instruction& out = work.out;
  Entry entry;
  out.opcode = code.next();
  if (out.opcode != 0x0F) {
    entry = kOneByteMap.at[out.opcode];
  } else {
    if (!code.has(1)) return Outcome::cut_off;
    out.map = 1;
    out.opcode = code.next();
    if (out.opcode == 0x38 || out.opcode == 0x3A) {
      if (!code.has(1)) return Outcome::cut_off;
      out.map = out.opcode == 0x38 ? 2 : 3;
      entry = {Action::vector, out.map == 2 ? Immediate::none : Immediate::i8, kModrm, 0, 0};
      out.opcode = code.next();
    } else {
      entry = kTwoByteMap.at[out.opcode];
    }
  }
  work.immediate = entry.immediate;
  work.form = entry.form;
  work.reads = entry.reads;
  work.replaces = entry.replaces;
  if ((entry.form & kModrm) != 0) {
    if (!code.has(1)) return Outcome::cut_off;
    out.has_modrm = true;
    out.modrm = code.next();
    work.memory = work.mod() != 3;
  }
  if (entry.action != Action::plain) examine(work, entry);
  return read_tail(code, work, entry.action);
}

Outcome read_instruction(Bytes& code, Work& work) {
  read_prefixes(code, work.prefix);
  if (!code.has(1)) return Outcome::cut_off;
  work.out.opcode_at = static_cast<std::uint8_t>(code.at);
  work.out.rex = work.prefix.rex;
  work.out.address_bytes = work.prefix.address ? 4 : 8;
  switch (code.bytes[code.at]) {
    case 0xC4:
    case 0xC5:
      return read_vex(code, work);
    case 0x62:
      return read_evex(code, work);
    case 0x8F:
      if (!code.has(2)) return Outcome::cut_off;
      if ((code.bytes[code.at + 1] & 0x1F) >= 8) return read_xop(code, work);
      break;
    default:
      break;
  }
  return read_legacy(code, work);
}

void settle(Work& work, Outcome outcome, Baseline baseline) {
  Instruction& out = work.out;
  const bool undefined = outcome != Outcome::whole;
  if (undefined) {
    work.special(Special::undefined);
    work.reads = kAll;
    work.replaces = 0;
  } else if (out.special == Special::none && work.level > static_cast<std::uint8_t>(baseline) + kV1) {
    work.special(Special::beyond_baseline);
  }
  out.flags_read = unpacked(work.reads);
  out.flags_replaced = unpacked(work.replaces);
}

}  // namespace

bool decode(const std::uint8_t* bytes, std::size_t available, Baseline baseline, Instruction& instruction) {
  // In place: an assignment is built elsewhere and copied, and the copy waits for the bytes just written.
  new (&instruction) Instruction{};
  Bytes code{bytes, available < kLongest ? available : kLongest};
  Work work{.out = instruction, .prefix = {}};
  const Outcome outcome = read_instruction(code, work);
  // An instruction that 15 bytes do not hold is none.
  if (outcome == Outcome::cut_off && available < kLongest) return false;
  instruction.length = static_cast<std::uint8_t>(outcome == Outcome::cut_off ? kLongest : code.at);
  settle(work, outcome, baseline);
  return true;
}

}  // namespace effk::icount
