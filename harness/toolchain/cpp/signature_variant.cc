#include "harness/toolchain/cpp/signature_variant.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "harness/base/printable_text.h"

namespace effk::toolchain {
namespace {

using value::Type;

constexpr std::size_t kLongestFound = 1000;

// A declared type in the words of effk_prelude.h, which no macro of a sample can change.
std::string adaptor_type(const Type& type) {
  const auto arguments = [&] {
    std::string inside;
    for (const Type& argument : type.arguments)
      inside += (inside.empty() ? "" : ", ") + adaptor_type(argument);
    return inside;
  };
  switch (type.kind) {
    case Type::Kind::integer:
      return "::effk_adaptor::I64";
    case Type::Kind::floating:
      return "::effk_adaptor::F64";
    case Type::Kind::boolean:
      return "::effk_adaptor::Bool";
    case Type::Kind::string:
      return "::effk_adaptor::Str";
    case Type::Kind::list:
      return "::effk_adaptor::List<" + arguments() + ">";
    case Type::Kind::optional:
      return "::effk_adaptor::Optional<" + arguments() + ">";
    case Type::Kind::tuple:
    case Type::Kind::any:
      break;
  }
  return "::effk_adaptor::Tuple<" + arguments() + ">";
}

// Reads the names of a description and writes the C++ types of the codec library. The text comes out of a
// file that a sample's author could forge, so nothing is copied from it: only known names are translated.
class DescriptionReader {
 public:
  explicit DescriptionReader(std::string_view text) : text_(text) {}

  std::optional<std::string> type(int depth = 0) {
    if (depth > 32) return std::nullopt;
    static constexpr std::pair<std::string_view, std::string_view> kScalars[] = {
        {"i32", "std::int32_t"}, {"u32", "std::uint32_t"}, {"i64", "std::int64_t"}, {"u64", "std::uint64_t"},
        {"f64", "double"},       {"bool", "bool"},         {"str", "std::string"},  {"view", "std::string"},
    };
    static constexpr std::pair<std::string_view, std::string_view> kContainers[] = {
        {"list[", "std::vector<"},
        {"optional[", "std::optional<"},
        {"tuple[", "std::tuple<"},
        {"pair[", "std::pair<"},
    };
    for (const auto& [name, cpp] : kContainers) {
      if (!take(name)) continue;
      const auto inside = types(']', depth + 1);
      if (!inside) return std::nullopt;
      return std::string(cpp) + *inside + ">";
    }
    for (const auto& [name, cpp] : kScalars) {
      if (take(name)) return std::string(cpp);
    }
    return std::nullopt;
  }

  // Types between commas up to `end`, which is taken too.
  std::optional<std::string> types(char end, int depth = 0) {
    std::string all;
    if (take(std::string_view(&end, 1))) return all;
    while (true) {
      const auto one = type(depth);
      if (!one) return std::nullopt;
      all += (all.empty() ? "" : ", ") + *one;
      if (take(std::string_view(&end, 1))) return all;
      if (!take(",")) return std::nullopt;
    }
  }

  bool take(std::string_view word) {
    if (!text_.starts_with(word)) return false;
    text_.remove_prefix(word.size());
    return true;
  }
  bool at_end() const { return text_.empty(); }

 private:
  std::string_view text_;
};

// With the names that people know for what g++ spells out.
std::string as_people_write(std::string type) {
  static constexpr std::pair<std::string_view, std::string_view> kNames[] = {
      {"std::__cxx11::basic_string<char>", "std::string"},
      {"std::basic_string_view<char>", "std::string_view"},
  };
  for (const auto& [spelt, known] : kNames) {
    for (auto at = type.find(spelt); at != std::string::npos; at = type.find(spelt, at)) {
      type.replace(at, spelt.size(), known);
    }
  }
  return type;
}

}  // namespace

std::string end_of_macros() {
  static constexpr const char* kWords[] = {
      "namespace",  "class",         "inline",   "constexpr", "using",       "template",
      "if",         "else",          "requires", "return",    "extern",      "void",
      "auto",       "decltype",      "static",   "const",     "section",     "used",
      "visibility", "default",       "std",      "Solution",  "description", "call",
      "type",       "typename",      "concept",  "operator",  "false",       "true",
      "bool",       "__attribute__", "struct",   "sizeof",    "int",         "static_cast"};
  std::string lines;
  for (const char* word : kWords) lines += fmt::format("#undef {}\n", word);
  return lines;
}

std::string adaptor_line(const suite::Signature& signature, bool methods_only) {
  std::string parameters;
  for (const suite::Parameter& parameter : signature.parameters) {
    parameters += (parameters.empty() ? "" : ", ") + adaptor_type(parameter.type);
  }
  return fmt::format("{}({}, {}({}))\n", methods_only ? "EFFK_METHOD_ADAPTOR" : "EFFK_ADAPTOR",
                     signature.entry_point, adaptor_type(signature.result), parameters);
}

SignatureVariant read_description(std::string_view description) {
  // The adaptor leaves one text; a second one is the sample's own.
  const std::size_t end = std::min(description.find('\0'), description.size());
  if (description.find_first_not_of('\0', end) != std::string_view::npos) return {};
  description = description.substr(0, end);
  if (description.starts_with("bad:")) {
    return {SignatureVariant::Kind::differs,
            {},
            as_people_write(printable_line(description.substr(4), kLongestFound))};
  }
  DescriptionReader reader(description);
  if (!reader.take("ok:")) return {};
  const auto result = reader.type();
  if (!result || !reader.take("(")) return {};
  const auto parameters = reader.types(')');
  if (!parameters || !reader.at_end()) return {};
  return {SignatureVariant::Kind::fits,
          fmt::format("#include \"effk_codec_library.h\"\nEFFK_CODEC_LIBRARY({}{}{})\n", *result,
                      parameters->empty() ? "" : ", ", *parameters),
          {}};
}

std::string signature_fault(const suite::Signature& signature, const SignatureVariant& variant) {
  const std::string expected = suite::to_source(signature, suite::Language::cpp);
  if (variant.kind == SignatureVariant::Kind::missing) {
    return fmt::format("no entry point: expected {} (or as a public method of class Solution); found no '{}'",
                       expected, signature.entry_point);
  }
  return fmt::format("wrong signature: expected {}; found {}", expected, variant.found);
}

}  // namespace effk::toolchain
