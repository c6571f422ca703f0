// harness/submissions/intake.h -- every way in which samples arrive, and what became of each.
//
// Called by session before anything is run.
//
//   Scope    folders MODEL/PROBLEM/SAMPLE.{cpp,py,md,txt}, and the sample files of other benchmarks
//   (docs/submissions.md);
//            which of them a file is, its content says. What is found is matched with a suite, its language
//            is decided, and its code is extracted (extraction.h).
//   Errors   bad_input, naming file and line: what cannot be read, what is not UTF-8, what is too large,
//            the same sample twice, and the case that nothing belongs to the suite. Samples that merely do
//            not fit (unknown problem, no language) are skipped, listed and counted.
//   Threads  no shared state.
#pragma once

#include <compare>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "harness/base/error.h"
#include "harness/suite/suite.h"

namespace effk::submissions {

struct Sample {
  std::string problem;  // an id of the suite
  suite::Language language = suite::Language::cpp;
  std::string name;                 // the file's stem, or "0", "1", ... in the order of the lines
  std::string raw;                  // as handed in
  std::optional<std::string> code;  // std::nullopt: no code was found in `raw`
  std::string rule;                 // how `code` was found: see extraction.h
  std::string origin;               // "samples.jsonl:12", or the path of a file
};

struct Submission {
  std::string model;
  std::vector<Sample> samples;  // sorted by problem, language, and name in natural order ("2" before "10")
};

struct Skipped {
  std::string origin;
  std::string reason;
  std::string kind;     // the same for all that are left out for the like reason
  std::string problem;  // an id of the suite, or what was written
};

struct SampleCounts {
  int found = 0;         // matched + skipped
  int matched = 0;       // became a Sample
  int without_code = 0;  // of the matched ones
  int skipped = 0;

  auto operator<=>(const SampleCounts&) const = default;
};

// What became of one argument of the command line.
struct Source {
  std::string origin;
  std::string format;  // a name of format_names()
  SampleCounts samples;
  std::set<std::string> found_problems;                       // as Skipped::problem
  std::set<std::string> matched_problems;                     // ids
  std::map<std::string, std::map<std::string, int>> skipped;  // by Skipped::kind and Skipped::problem
};

struct Intake {
  std::vector<Source> sources;          // in the order of the arguments
  std::vector<Submission> submissions;  // sorted by model
  std::vector<std::string> warnings;    // one line each
  std::vector<Skipped> skipped;         // in the order of reading
  SampleCounts total;
  std::map<std::string, SampleCounts> by_problem;  // by id, or by what was written where it is unknown
};

struct IntakeOptions {
  // A name of format_names() that all arguments have; empty: each is recognised by its content.
  std::string format;
  // For samples where neither a field, nor the file's extension, nor a fence names the language.
  std::optional<suite::Language> default_language;
  // The text that a `completion` continues if it does not define the entry point itself, where the problem
  // has none of its own (Problem::prompt). May be empty.
  std::function<std::string(const suite::Problem&, suite::Language)> prompt;
  std::uint64_t total_limit_bytes = std::uint64_t{1} << 30;   // of all that is read, decompressed
  std::uint64_t sample_limit_bytes = std::uint64_t{1} << 20;  // of one sample's text
};

struct FormatName {
  std::string_view name;         // "coffe"
  std::string_view description;  // what such a file or folder looks like
};

// All formats that there are.
std::vector<FormatName> format_names();

// Reads all of `arguments`, as given on the command line. The result depends on the files' contents and
// names alone, not on the order in which a folder lists them.
Result<Intake> read_submissions(const std::vector<std::filesystem::path>& arguments,
                                const suite::Suite& suite, const IntakeOptions& options);

}  // namespace effk::submissions
