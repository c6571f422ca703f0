// Arbitrary bytes as a model's text, as a code file, as a completion, and as a file of JSON lines: reading
// them never crashes or hangs, and the extracted code keeps the promises of extraction.h.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "harness/submissions/compressed_file.h"
#include "harness/submissions/extraction.h"
#include "harness/submissions/jsonl_format.h"
#include "harness/submissions/outline.h"
#include "harness/submissions/prompt_program.h"
#include "harness/submissions/text_checks.h"

namespace {

namespace submissions = effk::submissions;
using effk::suite::Language;

void require(bool promise) {
  if (!promise) std::abort();
}

void extract(std::string_view text, Language language, std::string_view prompt, bool is_code_file) {
  submissions::ExtractionRequest request;
  request.text = text;
  request.language = language;
  request.entry_point = "f";
  request.prompt = prompt;
  request.is_code_file = is_code_file;
  const submissions::Extraction extraction = submissions::extract_code(request);
  require(!extraction.rule.empty());
  require(extraction.code.has_value() != extraction.rule.ends_with("none"));
  if (!extraction.code) return;
  // A code file stays as it is, with whatever line ends it has; has_code() knows the usual ones.
  const bool untouched = is_code_file && extraction.rule == "as_is";
  require(untouched ? *extraction.code == text : submissions::has_code(*extraction.code, language));
}

// As an answer to a problem with an exact prompt.
void complete(std::string_view text, std::string_view prompt, bool continues) {
  submissions::ExtractionRequest request;
  request.text = text;
  request.language = Language::python;
  request.entry_point = "f";
  request.exact_prompt = prompt;
  if (continues) request.prompt = prompt;
  request.is_code_file = true;
  const submissions::Extraction extraction = submissions::extract_code(request);
  require(extraction.code.has_value() != extraction.rule.ends_with("none"));
  require(!extraction.rule.ends_with("+prompt") || continues);
  // The prompt may be a stranger's too.
  require(text.starts_with(submissions::preamble_of(text, "f")));
}

void read_lines(std::string_view bytes) {
  constexpr std::uint64_t kLimit = 1 << 16;
  submissions::ReadingLimits limits(kLimit, kLimit);
  const auto found = submissions::parse_jsonl(bytes, "x.jsonl", "x", &limits);
  if (!found) {
    require(found.error().kind == effk::ErrorKind::bad_input && !found.error().what.empty());
    return;
  }
  for (const submissions::RawSample& sample : found->samples) {
    require(!submissions::first_byte_not_utf8(sample.text) && sample.text.size() <= kLimit);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
  switch (data[0] % 9) {
    case 0:
      extract(text, Language::python, {}, false);
      break;
    case 1:
      extract(text, Language::cpp, {}, false);
      break;
    case 2:
      extract(text, Language::python, "def f(x):", false);
      break;
    case 3:
      extract(text, Language::cpp, "int f(int x)", false);
      break;
    case 4:
      extract(text, data[0] % 2 == 0 ? Language::cpp : Language::python, {}, true);
      submissions::fence_language(text, "f");
      break;
    case 7:
      complete(text, "import m\nfrom n import *\n\ndef f(x):\n", true);
      break;
    case 8:
      complete(text, "import m\n\ndef f(x):\n", false);
      break;
    case 5:
      read_lines(text);
      break;
    default:
      if (const auto unpacked = submissions::unpack_gzip(text, 1 << 16, "x.jsonl.gz"); unpacked)
        read_lines(unpacked->bytes);
  }
  return 0;
}
