// tests/submissions/raw_texts.h -- a table of what models write, and the code that is meant.
#pragma once

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <string_view>

#include "harness/submissions/extraction.h"

namespace effk::submissions {

struct RawText {
  const char* about;
  suite::Language language;
  std::string_view text;
  std::string_view rule;
  std::string_view code;  // empty: no code
};

// Every text asks for the entry point `solve`.
inline void expect_extraction(std::initializer_list<RawText> table) {
  for (const RawText& row : table) {
    SCOPED_TRACE(row.about);
    ExtractionRequest request;
    request.text = row.text;
    request.language = row.language;
    request.entry_point = "solve";
    const Extraction extraction = extract_code(request);
    EXPECT_EQ(extraction.rule, row.rule);
    EXPECT_EQ(extraction.code.value_or(""), row.code);
    EXPECT_EQ(extraction.code.has_value(), !row.code.empty());
  }
}

inline constexpr suite::Language kCpp = suite::Language::cpp;
inline constexpr suite::Language kPython = suite::Language::python;

}  // namespace effk::submissions
