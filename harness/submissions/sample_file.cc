#include "harness/submissions/sample_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace effk::submissions {

Result<RawSample> sample_file(const std::string& name, const std::string& origin) {
  const std::filesystem::path path(name);
  const std::string extension = path.extension().string();
  static constexpr std::string_view kKnown[] = {".cpp", ".py", ".md", ".txt"};
  if (std::find(std::begin(kKnown), std::end(kKnown), extension) == std::end(kKnown)) {
    return fail(
        ErrorKind::bad_input, fmt::format("cannot tell what kind of sample {} is", origin),
        extension.empty() ? "its name has no extension" : fmt::format("its name ends in '{}'", extension),
        "name it .cpp or .py if it is code, .md or .txt if it is a model's text, or remove it");
  }
  RawSample sample;
  sample.origin = origin;
  sample.name = path.stem().string();
  for (const suite::Language language : suite::kLanguages) {
    if (extension == suite::file_extension(language)) sample.extension_language = language;
  }
  sample.is_code = sample.extension_language.has_value();
  return sample;
}

}  // namespace effk::submissions
