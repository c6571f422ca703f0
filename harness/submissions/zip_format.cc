#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "harness/submissions/compressed_file.h"
#include "harness/submissions/format.h"
#include "harness/submissions/sample_file.h"
#include "harness/submissions/text_checks.h"

namespace effk::submissions {
namespace {

// The steps of a name within a zip; "." and empty ones are none.
std::vector<std::string> steps_of(std::string_view name) {
  std::vector<std::string> steps;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find('/'), name.size());
    const std::string_view step = name.substr(0, end);
    if (!step.empty() && step != ".") steps.emplace_back(step);
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return steps;
}

// What no model wrote: hidden files, Python's caches, what macOS adds to every zip.
bool is_litter(const std::vector<std::string>& steps) {
  return steps.empty() || std::any_of(steps.begin(), steps.end(), [](const std::string& step) {
           return (step.starts_with('.') && step != "..") || step == "__pycache__" || step == "__MACOSX";
         });
}

// .../MODEL/PROBLEM/SAMPLE, as EvalPlus releases them; without MODEL the zip's name is the model's. Names are
// only looked at: nothing is unpacked to disk.
class ZipFormat : public Format {
 public:
  std::string_view name() const override { return "zip"; }
  std::string_view description() const override { return "a zip of a folder MODEL/PROBLEM/SAMPLE.py"; }
  Shape shape() const override { return Shape::zip; }
  bool recognises(const Input&, const ProblemIndex&) const override { return true; }

  Result<RawSamples> read(const Input& input, const ProblemIndex&, ReadingLimits* limits) const override {
    if (input.bytes.starts_with("PK\x05\x06")) return no_samples(input);  // a zip of nothing
    auto zip = ZipReader::open(input.bytes, input.origin);
    if (!zip) return tl::unexpected(zip.error());
    RawSamples found;
    for (;;) {
      const auto name = zip->next();
      if (!name) return tl::unexpected(name.error());
      if (!*name) break;
      if (const auto read = read_file(**name, input, &*zip, limits, &found); !read)
        return tl::unexpected(read.error());
    }
    if (found.samples.empty()) return no_samples(input);
    return found;
  }

 private:
  tl::unexpected<Error> no_samples(const Input& input) const {
    return fail(ErrorKind::bad_input, fmt::format("{} has no samples", input.origin),
                "no file in it lies in a folder of a problem", fmt::format("wanted: {}", description()));
  }

  static Result<void> read_file(const std::string& name, const Input& input, ZipReader* zip,
                                ReadingLimits* limits, RawSamples* found) {
    const std::string origin = fmt::format("{}/{}", input.origin, name);
    if (const auto checked = check_utf8(name, fmt::format("the name of a file in {}", input.origin));
        !checked)
      return checked;
    const std::vector<std::string> steps = steps_of(name);
    if (is_litter(steps)) return {};
    if (steps.size() < 2 || std::find(steps.begin(), steps.end(), "..") != steps.end()) {
      found->warnings.push_back(fmt::format("ignored {}: it lies in no problem's folder", shown(origin)));
      return {};
    }
    RawSample sample;
    if (auto by_name = sample_file(steps.back(), origin)) {
      sample = std::move(*by_name);
      if (auto read = read_text(zip, limits, &sample); !read) return read;
    } else {
      sample.origin = origin;
      sample.name = steps.back();
      sample.skip =
          Skip{"the file's name is not that of a sample (.py, .cpp, .md, .txt)", by_name.error().why};
    }
    sample.problem = steps[steps.size() - 2];
    sample.model = steps.size() > 2 ? steps[steps.size() - 3] : input.model;
    found->samples.push_back(std::move(sample));
    return {};
  }

  static Result<void> read_text(ZipReader* zip, ReadingLimits* limits, RawSample* sample) {
    const std::uint64_t most = std::min(limits->left(), limits->sample());
    auto text = zip->read(most);
    if (!text) return tl::unexpected(text.error());
    if (text->too_large)
      return most < limits->sample() ? limits->too_much(sample->origin) : limits->too_large(sample->origin);
    if (auto fits = limits->take_sample(text->bytes.size(), sample->origin); !fits) return fits;
    if (auto fits = limits->take(text->bytes.size(), sample->origin); !fits) return fits;
    if (auto checked = check_utf8(text->bytes, sample->origin); !checked) return checked;
    sample->text = std::move(text->bytes);
    return {};
  }
};

}  // namespace

const Format& zip_format() {
  static const ZipFormat format;
  return format;
}

}  // namespace effk::submissions
