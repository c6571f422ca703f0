#include <fmt/format.h>

#include "harness/submissions/code_lists.h"
#include "harness/submissions/format.h"
#include "harness/submissions/json_text.h"

namespace effk::submissions {
namespace {

using nlohmann::json;

// {"PROMPT": [[TEXT, ...], VALID], ...}: the exact prompt, what the model wrote, and whether COFFE counts it.
class CoffeFormat : public Format {
 public:
  std::string_view name() const override { return "coffe"; }
  std::string_view description() const override { return "{\"PROMPT\": [[TEXT, ...], VALID]}"; }
  Shape shape() const override { return Shape::document; }

  bool recognises(const Input& input, const ProblemIndex&) const override {
    if (!input.document.is_object() || input.document.empty()) return false;
    const json& first = *input.document.begin();
    return first.is_array() && first.size() == 2 && first[0].is_array() && first[1].is_boolean();
  }

  Result<RawSamples> read(const Input& input, const ProblemIndex& problems,
                          ReadingLimits* limits) const override {
    const json& document = input.document;
    if (!document.is_object()) return wrong_kind(input, "", document, "an object", *this);
    RawSamples found;
    for (const auto& [prompt, entry] : document.items()) {
      const std::string pointer = pointer_to("", prompt);
      if (const auto checked = check(entry, pointer, input); !checked) return tl::unexpected(checked.error());
      RawSample like;
      like.model = input.model;
      like.matched = problems.by_prompt(prompt);
      like.problem = prompt;
      like.format_language = suite::Language::python;
      like.continues_prompt = true;
      if (like.matched == nullptr) {
        like.skip =
            Skip{"the suite has no problem with this prompt", "the suite has no problem with this prompt"};
      } else if (!entry[1].get<bool>()) {
        like.skip = Skip{"marked as not valid", "the file marks it as not valid"};
      }
      if (const auto added =
              add_codes(entry[0], pointer_to(pointer, std::size_t{0}), like, input, limits, &found);
          !added)
        return tl::unexpected(added.error());
    }
    if (found.samples.empty()) return no_samples(input, *this);
    return found;
  }

 private:
  Result<void> check(const json& entry, const std::string& pointer, const Input& input) const {
    if (!entry.is_array()) return wrong_kind(input, pointer, entry, "an array [[TEXT, ...], VALID]", *this);
    if (entry.size() != 2) {
      return fail(ErrorKind::bad_input,
                  fmt::format("{}: {} has {} elements", input.origin, pointer, entry.size()),
                  "two are wanted there: the texts, and whether they are valid",
                  fmt::format("it was read as {}: {}", name(), description()));
    }
    const std::string texts = pointer_to(pointer, std::size_t{0});
    if (!entry[0].is_array()) return wrong_kind(input, texts, entry[0], "an array of strings", *this);
    for (std::size_t i = 0; i < entry[0].size(); ++i) {
      if (!entry[0][i].is_string())
        return wrong_kind(input, pointer_to(texts, i), entry[0][i], "a string", *this);
    }
    if (!entry[1].is_boolean())
      return wrong_kind(input, pointer_to(pointer, std::size_t{1}), entry[1], "true or false", *this);
    return {};
  }
};

}  // namespace

const Format& coffe_format() {
  static const CoffeFormat format;
  return format;
}

}  // namespace effk::submissions
