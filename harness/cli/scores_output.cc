#include "harness/cli/scores_output.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "harness/report/json.h"
#include "harness/report/table.h"

namespace effk::cli {

bool wants_color() {
  const char* refused = std::getenv("NO_COLOR");
  return ::isatty(STDOUT_FILENO) == 1 && (refused == nullptr || *refused == '\0');
}

void print_table(const record::RunRecord& run, const score::RunScores& scores) {
  report::TextStyle style;
  style.color = wants_color();
  std::fputs(report::table(run, scores, style).c_str(), stdout);
}

void print_json(const record::RunRecord& run, const score::RunScores& scores) {
  std::fputs(report::json(run, scores).c_str(), stdout);
}

}  // namespace effk::cli
