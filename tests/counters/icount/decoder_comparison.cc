#include "tests/counters/icount/decoder_comparison.h"

#include <fmt/format.h>

namespace effk::icount {
namespace {

std::optional<std::string> field_difference(const Instruction& ours, const Instruction& theirs) {
  const auto differ = [](const char* what, auto a, auto b) {
    return fmt::format("{} is {}, for Zydis {}", what, static_cast<int>(a), static_cast<int>(b));
  };
#define EFFK_COMPARE(field) \
  if (ours.field != theirs.field) return differ(#field, ours.field, theirs.field)
  EFFK_COMPARE(length);
  EFFK_COMPARE(special);
  EFFK_COMPARE(flow);
  EFFK_COMPARE(repeat);
  EFFK_COMPARE(rip_relative);
  EFFK_COMPARE(displacement_at);
  EFFK_COMPARE(displacement_bytes);
  EFFK_COMPARE(immediate_bytes);
  EFFK_COMPARE(has_modrm);
  EFFK_COMPARE(modrm);
  EFFK_COMPARE(target);
  EFFK_COMPARE(immediate16);
#undef EFFK_COMPARE
  if (theirs.operand_bytes != 0 && ours.special != Special::not_reproducible &&
      ours.operand_bytes != theirs.operand_bytes) {
    return differ("operand_bytes", ours.operand_bytes, theirs.operand_bytes);
  }
  if ((theirs.flags_read & ~ours.flags_read) != 0) {
    return fmt::format("flags_read is {:#x}, for Zydis {:#x}", ours.flags_read, theirs.flags_read);
  }
  if ((ours.flags_replaced & ~theirs.flags_replaced) != 0) {
    return fmt::format("flags_replaced is {:#x}, for Zydis {:#x}", ours.flags_replaced,
                       theirs.flags_replaced);
  }
  return std::nullopt;
}

// The size of an address and the segment, where they mean something.
std::optional<std::string> address_difference(const Instruction& ours, const Instruction& theirs,
                                              const ZydisDecodedInstruction& zydis) {
  const ZydisISAExt extension = zydis.meta.isa_ext;
  // MPX has 64-bit addresses whatever its prefixes say, and is a hint; the leaves of SGX take none.
  if (extension == ZYDIS_ISA_EXT_MPX || extension == ZYDIS_ISA_EXT_SGX ||
      extension == ZYDIS_ISA_EXT_SGX_ENCLV) {
    return std::nullopt;
  }
  if (ours.address_bytes != theirs.address_bytes) {
    return fmt::format("address_bytes is {}, for Zydis {}", ours.address_bytes, theirs.address_bytes);
  }
  if (ours.gs_relative != theirs.gs_relative) {
    return fmt::format("gs_relative is {}, for Zydis {}", ours.gs_relative, theirs.gs_relative);
  }
  return std::nullopt;
}

std::optional<std::string> baseline_difference(std::span<const std::uint8_t> bytes, const Instruction& ours,
                                               Baseline smallest) {
  for (const Baseline baseline : {Baseline::v1, Baseline::v2, Baseline::v3}) {
    Instruction there;
    if (!decode(bytes.data(), bytes.size(), baseline, there)) return "whole with one baseline only";
    const bool beyond = ours.special == Special::none && baseline < smallest;
    const Special wanted = beyond ? Special::beyond_baseline : ours.special;
    if (there.special != wanted || there.length != ours.length) {
      return fmt::format("with baseline {}, special is {} instead of {}", static_cast<int>(baseline),
                         static_cast<int>(there.special), static_cast<int>(wanted));
    }
  }
  return std::nullopt;
}

std::optional<std::string> cut_difference(std::span<const std::uint8_t> bytes, const Instruction& ours) {
  Instruction cut;
  if (decode(bytes.data(), ours.length - 1U, Baseline::host, cut)) return "whole without its last byte";
  if (!decode(bytes.data(), ours.length, Baseline::host, cut)) return "not whole without what follows";
  return std::nullopt;
}

}  // namespace

std::optional<std::string> difference(std::span<const std::uint8_t> bytes, const Opinion& zydis) {
  Instruction ours;
  if (!decode(bytes.data(), bytes.size(), Baseline::host, ours)) {
    if (zydis.status == ZYDIS_STATUS_NO_MORE_DATA) return std::nullopt;
    return "we want more bytes, Zydis does not";
  }
  const bool we_know_it = ours.special != Special::undefined;
  const Instruction theirs = zydis.valid() ? expected(zydis) : Instruction{.special = Special::undefined};
  const bool zydis_knows_it = theirs.special != Special::undefined;
  if (we_know_it != zydis_knows_it) {
    if (known_difference(bytes, ours, zydis) != nullptr) return std::nullopt;
    return we_know_it ? "valid, for Zydis not" : "undefined, for Zydis valid";
  }
  if (!we_know_it) return std::nullopt;
  if (auto found = field_difference(ours, theirs)) return found;
  if (auto found = address_difference(ours, theirs, zydis.instruction)) return found;
  if (auto found = cut_difference(bytes, ours)) return found;
  return baseline_difference(bytes, ours, smallest_baseline(zydis));
}

std::string text_of(std::span<const std::uint8_t> bytes) {
  std::string text;
  for (const std::uint8_t byte : bytes) text += fmt::format("{}{:02x}", text.empty() ? "" : " ", byte);
  return text;
}

void Findings::look_at(std::span<const std::uint8_t> bytes) {
  const Opinion zydis = opinion_of_zydis(bytes);
  ++seen_;
  if (zydis.valid()) ++valid_;
  const auto found = difference(bytes, zydis);
  if (!found) return;
  Instruction ours;
  decode(bytes.data(), bytes.size(), Baseline::host, ours);
  const std::string name = zydis.valid() ? ZydisMnemonicGetString(zydis.instruction.mnemonic)
                                         : fmt::format("map {} opcode {:02x}", ours.map, ours.opcode);
  Finding& finding = findings_[fmt::format("{}: {}", name, *found)];
  if (finding.count++ == 0) finding.example = text_of(bytes);
}

std::string Findings::text() const {
  std::string text;
  for (const auto& [what, finding] : findings_) {
    text += fmt::format("{} times: {}   [{}]\n", finding.count, what, finding.example);
  }
  return text;
}

}  // namespace effk::icount
