#include "harness/submissions/jsonl_format.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "harness/submissions/json_text.h"
#include "harness/submissions/line_reader.h"
#include "harness/submissions/text_checks.h"

namespace effk::submissions {
namespace {

using nlohmann::json;

constexpr std::string_view kDescription = "lines {\"task_id\", \"solution\" or \"completion\"}";
constexpr const char* kWanted = "each line: {\"task_id\": \"PROBLEM\", \"solution\": \"CODE\"}";

// The string `key` of the object; std::nullopt if it has none.
Result<std::optional<std::string>> member(const json& object, const char* key, const std::string& origin) {
  const auto found = object.find(key);
  if (found == object.end()) return std::nullopt;
  if (const auto* text = found->get_ptr<const std::string*>()) return *text;
  return fail(ErrorKind::bad_input, fmt::format("{}: \"{}\" is {}", origin, key, kind_of(*found)),
              "each of task_id, solution, completion, model and language must be a string",
              found->is_array() ? "write one line a sample" : kWanted);
}

Result<RawSample> read_object(const json& object, const std::string& origin, const std::string& model) {
  std::optional<std::string> texts[5];
  static constexpr const char* kKeys[] = {"task_id", "solution", "completion", "model", "language"};
  for (std::size_t i = 0; i < std::size(kKeys); ++i) {
    auto text = member(object, kKeys[i], origin);
    if (!text) return tl::unexpected(text.error());
    texts[i] = std::move(*text);
  }
  if (!texts[0]) return fail(ErrorKind::bad_input, fmt::format("{} has no \"task_id\"", origin), {}, kWanted);
  if (!texts[1] && !texts[2]) {
    return fail(ErrorKind::bad_input, fmt::format("{} has neither \"solution\" nor \"completion\"", origin),
                {}, kWanted);
  }
  if (texts[3] && texts[3]->empty()) {
    return fail(ErrorKind::bad_input, fmt::format("{}: \"model\" is empty", origin), {},
                "name the model, or leave \"model\" out: then the file's name is taken");
  }
  RawSample sample;
  sample.problem = std::move(*texts[0]);
  sample.continues_prompt = !texts[1].has_value();
  sample.text = texts[1] ? std::move(*texts[1]) : std::move(*texts[2]);
  sample.model = texts[3] ? *texts[3] : model;
  sample.language_word = std::move(texts[4]);
  sample.origin = origin;
  return sample;
}

Result<RawSample> read_line(std::string_view line, const std::string& origin, const std::string& model) {
  if (const auto checked = check_utf8(line, origin); !checked) return tl::unexpected(checked.error());
  auto object = parse_json(line, {origin, "line", kWanted, false});
  if (!object) return tl::unexpected(object.error());
  if (!object->is_object()) {
    return fail(ErrorKind::bad_input, fmt::format("{} is {}", origin, kind_of(*object)),
                "an object is wanted", kWanted);
  }
  return read_object(*object, origin, model);
}

class JsonlFormat : public Format {
 public:
  std::string_view name() const override { return "jsonl"; }
  std::string_view description() const override { return kDescription; }
  Shape shape() const override { return Shape::lines; }
  // Asked last of those that are lines: what is wrong with a line is said by line.
  bool recognises(const Input&, const ProblemIndex&) const override { return true; }

  Result<RawSamples> read(const Input& input, const ProblemIndex&, ReadingLimits* limits) const override {
    return parse_jsonl(input.bytes, input.origin, input.model, limits);
  }
};

}  // namespace

Result<RawSamples> parse_jsonl(std::string_view bytes, const std::string& origin, const std::string& model,
                               ReadingLimits* limits) {
  RawSamples found;
  LineReader lines(bytes, origin);
  while (lines.next()) {
    auto sample = read_line(lines.line(), lines.place(), model);
    if (!sample) return tl::unexpected(sample.error());
    if (const auto fits = limits->take_sample(sample->text.size(), lines.place()); !fits)
      return tl::unexpected(fits.error());
    found.samples.push_back(std::move(*sample));
  }
  if (found.samples.empty()) return lines.no_samples(kWanted);
  return found;
}

const Format& jsonl_format() {
  static const JsonlFormat format;
  return format;
}

}  // namespace effk::submissions
