#include "harness/submissions/jsonl_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "harness/base/files.h"
#include "harness/submissions/compressed_file.h"

namespace effk::submissions {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::string_view kDescription =
    "a file of lines {\"task_id\", \"solution\" or \"completion\"} named .jsonl or .jsonl.gz";
constexpr const char* kWanted = "each line: {\"task_id\": \"PROBLEM\", \"solution\": \"CODE\"}";

// With its article: "an array".
std::string kind_of(const json& value) {
  if (value.is_null()) return "null";
  const std::string name = value.type_name();
  return (name == "array" || name == "object" ? "an " : "a ") + name;
}

tl::unexpected<Error> not_json(const std::string& origin, std::string_view line,
                               const json::parse_error& error) {
  if (error.byte > line.size()) {
    return fail(ErrorKind::bad_input, fmt::format("{} is cut", origin),
                fmt::format("the line ends after byte {}, in the middle of a JSON value", line.size()),
                "write the line anew, or remove it");
  }
  return fail(ErrorKind::bad_input, fmt::format("{} is not JSON", origin),
              fmt::format("at byte {}, behind '{}'", error.byte,
                          line.substr(error.byte - std::min<std::size_t>(error.byte, 20),
                                      std::min<std::size_t>(error.byte, 20) - 1)),
              kWanted);
}

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
  json object;
  try {
    object = json::parse(line);
  } catch (const json::parse_error& error) {
    return not_json(origin, line, error);
  } catch (const json::exception& error) {  // a number beyond all bounds
    return fail(ErrorKind::bad_input, fmt::format("{} cannot be read", origin), error.what(), kWanted);
  }
  if (!object.is_object()) {
    return fail(ErrorKind::bad_input, fmt::format("{} is {}", origin, kind_of(object)), "an object is wanted",
                kWanted);
  }
  return read_object(object, origin, model);
}

class JsonlFormat : public Format {
 public:
  std::string_view description() const override { return kDescription; }

  bool recognises(const fs::path& path) const override {
    const std::string name = path.filename().string();
    std::error_code error;
    return (name.ends_with(".jsonl") || name.ends_with(".jsonl.gz")) && !fs::is_directory(path, error);
  }

  Result<RawSamples> read(const fs::path& path, const suite::Suite&, ReadingLimits* limits) const override {
    const std::string origin = path.string();
    std::error_code no_size;  // read_file() will say what is wrong
    const std::uintmax_t size = fs::file_size(path, no_size);
    if (!no_size && size > limits->left()) return limits->too_much(origin);
    auto bytes = read_file(path, limits->left());
    if (!bytes) return tl::unexpected(bytes.error());
    std::string name = path.filename().string();
    if (name.ends_with(".gz")) {
      name.resize(name.size() - 3);
      auto unpacked = unpack_gzip(*bytes, limits->left(), origin);
      if (!unpacked) return tl::unexpected(unpacked.error());
      if (unpacked->too_large) return limits->too_much(origin);
      bytes = std::move(unpacked->bytes);
    }
    name.resize(name.size() - std::string_view(".jsonl").size());
    if (name.empty()) name = "unnamed";
    if (const auto taken = limits->take(bytes->size(), origin); !taken) return tl::unexpected(taken.error());
    return parse_jsonl(*bytes, origin, name, *limits);
  }
};

}  // namespace

Result<RawSamples> parse_jsonl(std::string_view bytes, const std::string& origin, const std::string& model,
                               const ReadingLimits& limits) {
  RawSamples found;
  if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
  int number = 0;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    ++number;
    line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
    if (line.empty()) continue;
    const std::string place = fmt::format("{}:{}", origin, number);
    auto sample = read_line(line, place, model);
    if (!sample) return tl::unexpected(sample.error());
    if (const auto fits = limits.check_sample(sample->text.size(), place); !fits)
      return tl::unexpected(fits.error());
    found.samples.push_back(std::move(*sample));
  }
  if (found.samples.empty()) {
    return fail(ErrorKind::bad_input, fmt::format("{} has no samples", origin),
                number == 0 ? "it is empty" : "all of its lines are blank", kWanted);
  }
  return found;
}

const Format& jsonl_format() {
  static const JsonlFormat format;
  return format;
}

}  // namespace effk::submissions
