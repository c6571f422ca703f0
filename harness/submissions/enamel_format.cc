#include <fmt/format.h>

#include "harness/submissions/code_lists.h"
#include "harness/submissions/format.h"
#include "harness/submissions/json_text.h"
#include "harness/submissions/text_checks.h"

namespace effk::submissions {
namespace {

using nlohmann::json;

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

// {"12": [CODE, ...]} or [[CODE, ...], ...], where 12 and the place in the list are the number of the problem
// in its benchmark. The code is a whole program, or what continues the prompt. A list for the whole benchmark
// has entries beyond the problems of a suite that is a selection of it: so the number decides, not the order.
class EnamelFormat : public Format {
 public:
  std::string_view name() const override { return "enamel"; }
  std::string_view description() const override {
    return "{\"NUMBER\": [CODE, ...]} or [[CODE, ...], ...] by the problems' numbers";
  }
  Shape shape() const override { return Shape::document; }

  bool recognises(const Input& input, const ProblemIndex& problems) const override {
    const json& document = input.document;
    if (is_list_of_lists(document)) {
      const auto highest = problems.highest_number();
      return highest && document.size() > *highest;
    }
    if (!document.is_object() || document.empty()) return false;
    for (const auto& [key, list] : document.items()) {
      if (!list.is_array()) return false;
      if (!list.empty()) return list.front().is_string();
    }
    return is_number(document.begin().key());
  }

  Result<RawSamples> read(const Input& input, const ProblemIndex& problems,
                          ReadingLimits* limits) const override {
    const json& document = input.document;
    if (!document.is_array() && !document.is_object())
      return wrong_kind(input, "", document, "an array or an object", *this);
    RawSamples found;
    std::size_t index = 0;
    for (const auto& [key, list] : document.items()) {
      const std::string pointer = document.is_array() ? pointer_to("", index) : pointer_to("", key);
      if (!list.is_array()) return wrong_kind(input, pointer, list, "an array of strings", *this);
      for (std::size_t i = 0; i < list.size(); ++i) {
        if (!list[i].is_string())
          return wrong_kind(input, pointer_to(pointer, i), list[i], "a string", *this);
      }
      RawSample like;
      like.model = input.model;
      like.problem = key;
      like.matched = is_number(key) ? problems.by_number(number_at_end(key).value_or(~0ULL))
                                    : problems.by_task_id(key).problem;
      like.format_language = suite::Language::python;
      if (like.matched == nullptr && is_number(key)) {
        like.skip = Skip{"the suite has no problem with this number",
                         fmt::format("the suite has no problem with number {}", shown(key))};
      }
      like.continues_prompt = true;
      like.is_code = true;
      if (const auto added = add_codes(list, pointer, like, input, limits, &found); !added)
        return tl::unexpected(added.error());
      ++index;
    }
    if (found.samples.empty()) return no_samples(input, *this);
    return found;
  }
};

}  // namespace

const Format& enamel_format() {
  static const EnamelFormat format;
  return format;
}

}  // namespace effk::submissions
