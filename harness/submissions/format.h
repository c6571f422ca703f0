// harness/submissions/format.h -- the face of one way in. A new format is a class in a file of its own and a
// line in formats.cc.
//
//   Errors   bad_input: what is wrong with the file, and where.
//   Threads  formats have no state.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "harness/base/error.h"
#include "harness/submissions/input.h"
#include "harness/submissions/problem_match.h"
#include "harness/submissions/reading_limits.h"
#include "harness/suite/suite.h"

namespace effk::submissions {

// Why a sample is left out: of one `kind` for many ("no such problem"), and in full.
struct Skip {
  std::string kind;
  std::string reason;
};

// What a format found, before anybody asked what it is good for.
struct RawSample {
  std::string model;
  std::string problem;                                // as written; may end in a language: "two_sum/cpp"
  const suite::Problem* matched = nullptr;            // by other means than what is written
  std::string name;                                   // empty: numbered in the order of reading
  std::optional<std::string> language_word;           // a field of the line
  std::optional<suite::Language> extension_language;  // of the file that is the sample
  std::optional<suite::Language> format_language;     // the only one that the format's benchmark has
  bool continues_prompt = false;                      // a completion
  bool is_code = false;                               // not what a model wrote around it
  std::optional<Skip> skip;
  std::string text;
  std::string origin;
};

struct RawSamples {
  std::vector<RawSample> samples;
  std::vector<std::string> warnings;
};

class Format {
 public:
  virtual ~Format() = default;
  // As --format has it: "coffe".
  virtual std::string_view name() const = 0;
  // What to hand in, for messages: "a folder MODEL/PROBLEM/SAMPLE.{cpp,py,md,txt}".
  virtual std::string_view description() const = 0;
  virtual Shape shape() const = 0;
  // By content; `input` has this format's shape. Looks at the first entries only: what is wrong further down
  // read() can say better.
  virtual bool recognises(const Input& input, const ProblemIndex& problems) const = 0;
  virtual Result<RawSamples> read(const Input& input, const ProblemIndex& problems,
                                  ReadingLimits* limits) const = 0;
};

const Format& folder_format();
const Format& zip_format();
const Format& jsonl_format();
const Format& openai_batch_format();
const Format& enamel_format();
const Format& bigcode_format();
const Format& coffe_format();
const Format& mercury_format();

// All of them, in the order in which they are asked.
const std::vector<const Format*>& formats();
// nullptr if there is none of that name.
const Format* find_format(std::string_view name);
// A name and a description each: "folder (a folder ...), zip (...), ...".
std::string describe_formats();

// The format that an input has. Errors: bad_input that says what the input is, and what was looked for.
Result<const Format*> recognise(const Input& input, const ProblemIndex& problems);

}  // namespace effk::submissions
