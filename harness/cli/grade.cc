#include "harness/cli/grade.h"

#include <fmt/format.h>

namespace effk::cli {

const char* to_string(Grade grade) {
  return grade == Grade::pass ? "PASS" : grade == Grade::caution ? "CAUTION" : "FAIL";
}

std::string grade_column(Grade grade, const report::TextStyle& style) {
  const std::string word = fmt::format("{:<7}", to_string(grade));
  return grade == Grade::pass ? word : grade == Grade::caution ? style.caution(word) : style.alarm(word);
}

}  // namespace effk::cli
