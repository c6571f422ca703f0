#include "harness/submissions/code_lists.h"

#include <fmt/format.h>

#include "harness/submissions/json_text.h"

namespace effk::submissions {

using nlohmann::json;

bool is_list_of_lists(const json& document) {
  if (!document.is_array() || document.empty()) return false;
  for (const json& list : document) {
    if (!list.is_array()) return false;
    if (!list.empty()) return list.front().is_string();
  }
  return true;
}

Result<void> add_codes(const json& list, const std::string& pointer, const RawSample& like,
                       const Input& input, ReadingLimits* limits, RawSamples* found) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    RawSample sample = like;
    sample.origin = fmt::format("{}:{}", input.origin, pointer_to(pointer, i));
    sample.text = list[i].get_ref<const std::string&>();
    if (auto fits = limits->take_sample(sample.text.size(), sample.origin); !fits) return fits;
    found->samples.push_back(std::move(sample));
  }
  return {};
}

tl::unexpected<Error> wrong_kind(const Input& input, const std::string& pointer, const json& value,
                                 std::string_view wanted, const Format& format) {
  return fail(
      ErrorKind::bad_input,
      fmt::format("{}: {} is {}", input.origin, pointer.empty() ? "the document" : pointer, kind_of(value)),
      fmt::format("{} is wanted there", wanted),
      fmt::format("it was read as {}: {}", format.name(), format.description()));
}

tl::unexpected<Error> no_samples(const Input& input, const Format& format) {
  return fail(ErrorKind::bad_input, fmt::format("{} has no samples", input.origin),
              "all of its lists are empty",
              fmt::format("it was read as {}: {}", format.name(), format.description()));
}

}  // namespace effk::submissions
