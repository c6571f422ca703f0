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
#include "harness/suite/suite.h"

namespace effk::submissions {

// What a format found, before anybody asked what it is good for.
struct RawSample {
  std::string model;
  std::string problem;                                // as written; may end in a language: "two_sum/cpp"
  std::string name;                                   // empty: numbered in the order of reading
  std::optional<std::string> language_word;           // a field of the line
  std::optional<suite::Language> extension_language;  // of the file that is the sample
  bool continues_prompt = false;                      // a completion
  std::string text;
  std::string origin;
};

struct RawSamples {
  std::vector<RawSample> samples;
  std::vector<std::string> warnings;
};

// Bytes that may still be read, over all files of a command; and the most that one sample may have.
class ReadingLimits {
 public:
  ReadingLimits(std::uint64_t total_bytes, std::uint64_t sample_bytes)
      : total_(total_bytes), left_(total_bytes), sample_(sample_bytes) {}

  std::uint64_t left() const { return left_; }
  std::uint64_t sample() const { return sample_; }
  // Takes `bytes` off what is left. Errors: bad_input that names `origin`, if that is too much.
  Result<void> take(std::uint64_t bytes, const std::string& origin);
  // Errors: bad_input, if one sample's text is too long.
  Result<void> check_sample(std::uint64_t bytes, const std::string& origin) const;
  tl::unexpected<Error> too_much(const std::string& origin) const;

 private:
  std::uint64_t total_;
  std::uint64_t left_;
  std::uint64_t sample_;
};

class Format {
 public:
  virtual ~Format() = default;
  // What to hand in, for messages: "a folder MODEL/PROBLEM/SAMPLE.{cpp,py,md,txt}".
  virtual std::string_view description() const = 0;
  // `path` exists. Decides by kind and name, not by content.
  virtual bool recognises(const std::filesystem::path& path) const = 0;
  virtual Result<RawSamples> read(const std::filesystem::path& path, const suite::Suite& suite,
                                  ReadingLimits* limits) const = 0;
};

const Format& folder_format();
const Format& jsonl_format();

// All of them, in the order in which they are asked.
const std::vector<const Format*>& formats();
// The descriptions, joined: "a folder ..., or a file ...".
std::string describe_formats();

// Errors: bad_input that says at which byte `text` is not UTF-8.
Result<void> check_utf8(std::string_view text, const std::string& origin);

}  // namespace effk::submissions
