#include "harness/submissions/input.h"

#include <fmt/format.h>

#include <algorithm>

#include "harness/base/files.h"
#include "harness/submissions/compressed_file.h"
#include "harness/submissions/format.h"
#include "harness/submissions/json_text.h"
#include "harness/submissions/text_checks.h"

namespace effk::submissions {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr const char* kBlanks = " \t\r\n";

bool strip(std::string* name, std::string_view ending) {
  if (!name->ends_with(ending)) return false;
  name->resize(name->size() - ending.size());
  return true;
}

std::string model_of(std::string name) {
  strip(&name, ".gz");
  for (const char* ending : {".jsonl", ".json", ".zip"}) {
    if (strip(&name, ending)) break;
  }
  return name.empty() ? "unnamed" : name;
}

std::string_view first_line(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
  return text.substr(0, text.find('\n'));
}

// What the first line is, and whether anything follows it.
struct FirstLine {
  json value;  // null: no JSON
  bool more = false;
};

FirstLine look_at_first_line(std::string_view text) {
  const std::string_view line = first_line(text);
  FirstLine first;
  if (auto value = parse_json(line, {})) first.value = std::move(*value);
  const auto end = static_cast<std::size_t>(line.data() + line.size() - text.data());
  first.more = text.find_first_not_of(kBlanks, end) != text.npos;
  return first;
}

bool is_zip(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

tl::unexpected<Error> unknown_kind(const std::string& origin, std::string_view bytes) {
  const std::string_view start = first_line(bytes);
  const std::string why =
      start.empty() ? "it is empty"
      : first_byte_not_utf8(start)
          ? "it is neither JSON nor a zip"
          : fmt::format("it is neither JSON nor a zip: it begins with '{}'", shown(start));
  return fail(ErrorKind::bad_input, fmt::format("cannot tell what kind of submission {} is", origin), why,
              "wanted: " + describe_formats());
}

Result<std::string> unpacked(const std::string& bytes, const std::string& origin,
                             const ReadingLimits& limits) {
  auto unpacked = unpack_gzip(bytes, limits.left(), origin);
  if (!unpacked) return tl::unexpected(unpacked.error());
  if (unpacked->too_large) return limits.too_much(origin);
  return std::move(unpacked->bytes);
}

// Lines or a document: sets shape and document, and leaves the bytes of lines.
Result<void> open_json(std::optional<Shape> wanted, Input* input) {
  std::string_view text = input->bytes;
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  const std::size_t first_byte = text.find_first_not_of(kBlanks);
  const bool is_json = first_byte != text.npos && (text[first_byte] == '{' || text[first_byte] == '[');
  if (!is_json && wanted != Shape::lines) return unknown_kind(input->origin, text);
  if (wanted == Shape::lines || (!wanted && text[first_byte] == '{')) {
    FirstLine first = look_at_first_line(text);
    const bool is_sample =
        first.value.is_object() && (first.value.contains("task_id") || first.value.contains("custom_id"));
    if (wanted == Shape::lines || is_sample || (first.value.is_object() && first.more)) {
      input->shape = Shape::lines;
      input->document = std::move(first.value);
      return {};
    }
    if (!first.more) input->document = std::move(first.value);
  }
  input->shape = Shape::document;
  if (input->document.is_null()) {
    if (auto checked = check_utf8(text, input->origin); !checked) return checked;
    auto document = parse_json(text, {input->origin, "file", "wanted: " + describe_formats(), true});
    if (!document) return tl::unexpected(document.error());
    input->document = std::move(*document);
  }
  input->bytes = {};
  return {};
}

}  // namespace

std::string name_of_folder(const fs::path& folder) {
  std::error_code error;
  fs::path absolute = fs::absolute(folder, error).lexically_normal();
  if (!absolute.has_filename()) absolute = absolute.parent_path();
  return absolute.filename().string();
}

Result<Input> open_bytes(std::string bytes, const std::string& origin, std::optional<Shape> wanted,
                         ReadingLimits* limits) {
  Input input;
  input.path = origin;
  input.origin = origin;
  const std::string name = input.path.filename().string();
  input.model = model_of(name);
  if (name.ends_with(".gz") || bytes.starts_with("\x1f\x8b")) {
    auto plain = unpacked(bytes, origin, *limits);
    if (!plain) return tl::unexpected(plain.error());
    bytes = std::move(*plain);
  }
  if (const auto taken = limits->take(bytes.size(), origin); !taken) return tl::unexpected(taken.error());
  input.bytes = std::move(bytes);
  if (is_zip(input.bytes)) {
    input.shape = Shape::zip;
    return input;
  }
  // What is said of a broken line is more to the point than what can be said of a broken document.
  if (!wanted && (name.ends_with(".jsonl") || name.ends_with(".jsonl.gz"))) wanted = Shape::lines;
  if (const auto opened = open_json(wanted, &input); !opened) return tl::unexpected(opened.error());
  return input;
}

Result<Input> open_input(const fs::path& path, std::optional<Shape> wanted, ReadingLimits* limits) {
  std::error_code error;
  if (!fs::exists(path, error)) {
    return fail(ErrorKind::bad_input, fmt::format("cannot read submissions from {}", path.string()),
                error ? error.message() : "there is no such file or folder",
                "what can be handed in: effk run --help");
  }
  if (fs::is_directory(path, error)) {
    Input input;
    input.path = path;
    input.origin = path.string();
    input.model = name_of_folder(path);
    return input;
  }
  std::error_code no_size;  // read_file() will say what is wrong
  const std::uintmax_t size = fs::file_size(path, no_size);
  if (!no_size && size > limits->left()) return limits->too_much(path.string());
  auto bytes = read_file(path, limits->left());
  if (!bytes) return tl::unexpected(bytes.error());
  return open_bytes(std::move(*bytes), path.string(), wanted, limits);
}

}  // namespace effk::submissions
