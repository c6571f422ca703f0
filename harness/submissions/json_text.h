// harness/submissions/json_text.h -- JSON from strangers: parsed within bounds of depth and size.
//
// nlohmann's own DOM parser takes what comes: a gigabyte of "[[[[" becomes a hundred gigabytes of vectors,
// and of two members with one name the last wins in silence. Here both are errors.
//
//   Errors   bad_input: cut, not JSON, nested too deeply, too many values, a name twice in one object. They
//            name byte and line, or the place as a JSON pointer.
//   Threads  no shared state.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "harness/base/error.h"

namespace effk::submissions {

struct JsonBounds {
  int depth = 64;                  // of arrays and objects within each other
  std::size_t values = 4'000'000;  // numbers, strings, arrays, objects ...; some 100 bytes each in memory
};

// How messages speak of the text.
struct JsonPlace {
  std::string origin;         // "samples.json", "samples.jsonl:12"
  std::string unit = "file";  // what ends too early: "the file ends after byte ..."
  std::string wanted;         // what to write instead
  bool counts_lines = true;   // false: `origin` has the line already
};

Result<nlohmann::json> parse_json(std::string_view text, const JsonPlace& place,
                                  const JsonBounds& bounds = {});

// With its article: "an array", "a string", "null".
std::string kind_of(const nlohmann::json& value);

// `pointer` with one more step, as RFC 6901 has it; a long or odd name is shortened for messages.
std::string pointer_to(const std::string& pointer, std::string_view name);
std::string pointer_to(const std::string& pointer, std::size_t index);

}  // namespace effk::submissions
