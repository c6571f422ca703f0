// harness/suite/problem.h -- a problem as its specification gives it. Plain values.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "harness/value/equality.h"
#include "harness/value/type.h"

namespace effk::suite {

enum class Language { cpp, python };

inline constexpr Language kLanguages[] = {Language::cpp, Language::python};

std::string_view to_string(Language language);                  // "cpp", "python"
std::string_view file_extension(Language language);             // ".cpp", ".py"
std::optional<Language> parse_language(std::string_view name);  // also "c++", "py", "python3", any case

// Letters, digits and underscores, no digit first: what a problem's id and the names of a signature are.
bool is_identifier(std::string_view name);

struct Parameter {
  std::string name;
  value::Type type;
};

struct Signature {
  std::string entry_point;  // name of the function or of the method of Solution
  std::vector<Parameter> parameters;
  value::Type result;
};

// What a sample is: a function or method that is called, or a whole program that reads the text of its case
// from standard input and prints its answer; see docs/programs.md.
enum class Kind { function, program };

std::string_view to_string(Kind kind);  // "function", "program"

// What stands for the signature of every program: it has no entry point to name, gets one str, the text of
// its standard input, and its result is the str that it prints.
Signature program_signature();

// The signature as a solver of that language would write it: a C++ declaration or a Python def line.
std::string to_source(const Signature& signature, Language language);

struct Level {
  double weight = 0;  // level 0: 0
  int cases = 0;
  // What the generator gets, for each language that the problem offers; level 0 the same for all.
  std::map<Language, std::int64_t> size;
};

enum class Challenge { algorithm, implementation };  // ENAMEL's two subsets

// A specification, statement, generator or solution larger than this is refused.
inline constexpr std::uint64_t kMaxSpecificationBytes = std::uint64_t{1} << 22;

// Who says whether an output is right.
enum class Checker {
  equality,         // value::difference()
  python_equality,  // value::is_equal_in_python(): type(found) == type(expected) and found == expected
  generator         // the generator's own
};

struct Limits {
  bool overflow = false;  // Python's OverflowError is a limit like memory's, and no failure of the code
  std::uint64_t memory_bytes = std::uint64_t{1} << 30;   // growth over the state at mark 0
  std::uint64_t output_bytes = std::uint64_t{64} << 20;  // printed, and returned
};

struct Problem {
  std::string id;
  std::vector<std::string> aliases;  // what samples may call it too: "HumanEval/0"
  std::string title;
  std::string statement;              // Markdown
  std::optional<std::string> prompt;  // the exact text that completions continue; none: made of the signature
  bool selected = true;               // taken when no problem is named; false: only by name or as `all`
  std::vector<Language> languages;    // those with a reference, in the order of kLanguages
  Kind kind = Kind::function;
  Signature signature;        // of a program: program_signature()
  std::vector<Level> levels;  // index = level; 0 decides correctness, 1.. measure
  Challenge challenge = Challenge::algorithm;
  std::vector<std::string> tags;
  Limits limits;
  value::Tolerance tolerance;
  Checker checker = Checker::equality;
  double slow_below = 0.5;          // the promised score of slow_* rivals
  std::filesystem::path generator;  // generators/<id>.cpp or .py
  Language generator_language = Language::cpp;
  std::filesystem::path references_folder;  // references/<id>
  std::string digest;                       // of everything above that can move a number

  bool offers(Language language) const;
  // What a solver is asked to write in that language: the signature, or of a program where it reads and
  // prints.
  std::string shown_signature(Language language) const;
};

// One file under references/<id>/.
struct SolutionFile {
  std::string name;  // "reference", "slow_quadratic", "wrong_overflow", "baseline"
  Language language = Language::cpp;
  std::filesystem::path path;
  bool is_reference() const { return name == "reference"; }
  bool is_slow() const { return name.starts_with("slow_"); }
  bool is_wrong() const { return name.starts_with("wrong_"); }
  // The old program that a solver is asked to improve, for PIE's metrics. Right; its cost is not promised.
  bool is_baseline() const { return name == "baseline"; }
};

}  // namespace effk::suite
