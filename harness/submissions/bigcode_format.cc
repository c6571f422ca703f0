#include <fmt/format.h>

#include "harness/submissions/code_lists.h"
#include "harness/submissions/format.h"
#include "harness/submissions/json_text.h"

namespace effk::submissions {
namespace {

using nlohmann::json;

// [[CODE, ...], ...] in the order of the benchmark's tasks. Where the list has an entry for every number up
// to the suite's highest, the benchmark is numbered from 0 and the suite may be a selection of it; else the
// suite is the benchmark, and the order is that of its ids. A shorter list is its beginning (bigcode's
// --limit), and is taken for that only where the user names the format.
class BigcodeFormat : public Format {
 public:
  std::string_view name() const override { return "bigcode"; }
  std::string_view description() const override {
    return "[[CODE, ...], ...] in the order of the suite's problems";
  }
  Shape shape() const override { return Shape::document; }

  bool recognises(const Input& input, const ProblemIndex& problems) const override {
    return is_list_of_lists(input.document) && input.document.size() == problems.in_order().size();
  }

  Result<RawSamples> read(const Input& input, const ProblemIndex& problems,
                          ReadingLimits* limits) const override {
    const json& document = input.document;
    if (!document.is_array()) return wrong_kind(input, "", document, "an array", *this);
    const auto highest = problems.highest_number();
    const bool by_number = highest && document.size() > *highest;
    const std::size_t most = problems.in_order().size();
    if (!by_number && document.size() > most) {
      return fail(ErrorKind::bad_input,
                  fmt::format("{} has more entries than the suite '{}' has problems", input.origin,
                              problems.suite().name),
                  fmt::format("{} entries, {} problems", document.size(), most),
                  "name the suite of that benchmark: --suite DIR");
    }
    RawSamples found;
    for (std::size_t i = 0; i < document.size(); ++i) {
      const std::string pointer = pointer_to("", i);
      const json& list = document[i];
      if (!list.is_array()) return wrong_kind(input, pointer, list, "an array of strings", *this);
      for (std::size_t k = 0; k < list.size(); ++k) {
        if (!list[k].is_string())
          return wrong_kind(input, pointer_to(pointer, k), list[k], "a string", *this);
      }
      RawSample like;
      like.model = input.model;
      like.problem = std::to_string(i);
      like.matched = by_number ? problems.by_number(i) : problems.in_order()[i];
      if (like.matched == nullptr) {
        like.skip = Skip{"the suite has no problem with this number",
                         fmt::format("the suite has no problem with number {}", i)};
      }
      like.continues_prompt = true;
      like.is_code = true;
      if (const auto added = add_codes(list, pointer, like, input, limits, &found); !added)
        return tl::unexpected(added.error());
    }
    if (found.samples.empty()) return no_samples(input, *this);
    if (!by_number && document.size() < most) {
      found.warnings.push_back(fmt::format("{} has {} entries: taken for the first of the {} problems",
                                           input.origin, document.size(), most));
    }
    return found;
  }
};

}  // namespace

const Format& bigcode_format() {
  static const BigcodeFormat format;
  return format;
}

}  // namespace effk::submissions
