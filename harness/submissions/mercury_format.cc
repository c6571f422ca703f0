#include <fmt/format.h>

#include "harness/submissions/code_lists.h"
#include "harness/submissions/format.h"
#include "harness/submissions/json_text.h"

namespace effk::submissions {
namespace {

using nlohmann::json;

// {"SLUG": [{"task_id": "SLUG", "completion": TEXT}, ...], ...}; other members (results of an evaluation) are
// not looked at.
class MercuryFormat : public Format {
 public:
  std::string_view name() const override { return "mercury"; }
  std::string_view description() const override { return "{\"SLUG\": [{\"task_id\", \"completion\"}, ...]}"; }
  Shape shape() const override { return Shape::document; }

  bool recognises(const Input& input, const ProblemIndex&) const override {
    if (!input.document.is_object()) return false;
    for (const json& list : input.document) {
      if (!list.is_array()) return false;
      if (!list.empty()) return list.front().is_object() && list.front().contains("completion");
    }
    return false;
  }

  Result<RawSamples> read(const Input& input, const ProblemIndex& problems,
                          ReadingLimits* limits) const override {
    const json& document = input.document;
    if (!document.is_object()) return wrong_kind(input, "", document, "an object", *this);
    RawSamples found;
    for (const auto& [slug, list] : document.items()) {
      const std::string pointer = pointer_to("", slug);
      if (!list.is_array()) return wrong_kind(input, pointer, list, "an array of objects", *this);
      for (std::size_t i = 0; i < list.size(); ++i) {
        auto sample = read_sample(list[i], pointer_to(pointer, i), input);
        if (!sample) return tl::unexpected(sample.error());
        sample->problem = slug;
        sample->matched = problems.by_name(slug);
        if (const auto fits = limits->take_sample(sample->text.size(), sample->origin); !fits)
          return tl::unexpected(fits.error());
        found.samples.push_back(std::move(*sample));
      }
    }
    if (found.samples.empty()) return no_samples(input, *this);
    return found;
  }

 private:
  Result<RawSample> read_sample(const json& object, const std::string& pointer, const Input& input) const {
    if (!object.is_object()) return wrong_kind(input, pointer, object, "an object", *this);
    const auto completion = object.find("completion");
    if (completion == object.end()) {
      return fail(ErrorKind::bad_input, fmt::format("{}: {} has no \"completion\"", input.origin, pointer),
                  {}, fmt::format("it was read as {}: {}", name(), description()));
    }
    if (!completion->is_string())
      return wrong_kind(input, pointer_to(pointer, "completion"), *completion, "a string", *this);
    RawSample sample;
    sample.model = input.model;
    sample.origin = fmt::format("{}:{}", input.origin, pointer);
    sample.format_language = suite::Language::python;
    sample.continues_prompt = true;
    sample.text = completion->get<std::string>();
    return sample;
  }
};

}  // namespace

const Format& mercury_format() {
  static const MercuryFormat format;
  return format;
}

}  // namespace effk::submissions
