// Arbitrary bytes as a file of one foreign format: reading it never crashes, hangs or fills the memory, an
// error says what is wrong, and what is read keeps the promises of format.h. The reader is named as
// --reader=NAME (libFuzzer ignores flags with two dashes); "any" is what a user gets who names none.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "harness/submissions/extraction.h"
#include "harness/submissions/format.h"
#include "harness/submissions/text_checks.h"

namespace {

namespace submissions = effk::submissions;
using effk::suite::Language;

constexpr std::uint64_t kLimit = 1 << 16;

const submissions::Format* reader = nullptr;  // nullptr: any

void require(bool promise) {
  if (!promise) std::abort();
}

// Two numbered problems with prompts; never changed after it is made.
const submissions::ProblemIndex& problems() {
  static const effk::suite::Suite suite = [] {
    effk::suite::Suite made;
    for (const char* number : {"0", "1"}) {
      effk::suite::Problem problem;
      problem.id = std::string("B_") + number;
      problem.aliases = {std::string("B/") + number};
      problem.prompt = std::string("import m\n\ndef f") + number + "(x):\n";
      problem.languages = {Language::python};
      problem.signature.entry_point = std::string("f") + number;
      made.problems.push_back(problem);
    }
    return made;
  }();
  static const submissions::ProblemIndex index(suite);
  return index;
}

void require_error(const effk::Error& error) {
  require(error.kind == effk::ErrorKind::bad_input && !error.what.empty() && !error.next.empty());
}

void check_sample(const submissions::RawSample& sample) {
  require(!submissions::first_byte_not_utf8(sample.text) && sample.text.size() <= kLimit);
  require(!sample.origin.empty() && (!sample.problem.empty() || sample.matched == nullptr));
  if (sample.skip) require(!sample.skip->kind.empty() && !sample.skip->reason.empty());
  if (sample.skip || sample.matched == nullptr) return;
  submissions::ExtractionRequest request;
  request.text = sample.text;
  request.language = Language::python;
  request.entry_point = sample.matched->signature.entry_point;
  request.exact_prompt = *sample.matched->prompt;
  if (sample.continues_prompt) request.prompt = request.exact_prompt;
  request.is_code_file = sample.is_code;
  const submissions::Extraction extraction = submissions::extract_code(request);
  require(extraction.code.has_value() != extraction.rule.ends_with("none"));
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv) {
  for (int i = 1; i < *argc; ++i) {
    const std::string_view word = (*argv)[i];
    constexpr std::string_view kFlag = "--reader=";
    if (!word.starts_with(kFlag) || word == "--reader=any") continue;
    reader = submissions::find_format(word.substr(kFlag.size()));
    if (reader == nullptr) {
      std::fprintf(stderr, "no such reader: %s\n", (*argv)[i]);
      std::exit(2);
    }
  }
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  submissions::ReadingLimits limits(kLimit, kLimit / 2);
  std::optional<submissions::Shape> shape;
  if (reader != nullptr) shape = reader->shape();
  const auto input =
      submissions::open_bytes(std::string(reinterpret_cast<const char*>(data), size), "x", shape, &limits);
  if (!input) {
    require_error(input.error());
    return 0;
  }
  const submissions::Format* format = reader;
  if (format == nullptr) {
    const auto recognised = submissions::recognise(*input, problems());
    if (!recognised) {
      require_error(recognised.error());
      return 0;
    }
    format = *recognised;
  }
  if (format->shape() != input->shape) return 0;
  const auto found = format->read(*input, problems(), &limits);
  if (!found) {
    require_error(found.error());
    return 0;
  }
  require(!found->samples.empty());
  for (const submissions::RawSample& sample : found->samples) check_sample(sample);
  return 0;
}
