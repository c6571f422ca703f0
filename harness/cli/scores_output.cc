#include "harness/cli/scores_output.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "harness/report/json.h"
#include "harness/report/peers.h"
#include "harness/report/table.h"
#include "harness/score/peer_scores.h"

namespace effk::cli {

bool wants_color() {
  const char* refused = std::getenv("NO_COLOR");
  return ::isatty(STDOUT_FILENO) == 1 && (refused == nullptr || *refused == '\0');
}

void print_table(const record::RunRecord& run, const score::RunScores& scores,
                 const std::vector<std::string>& metrics) {
  report::TextStyle style;
  style.color = wants_color();
  std::string text = report::table(run, scores, style);
  if (!metrics.empty()) text += "\n" + report::peers_table(score::score_peers(run, scores, metrics), style);
  std::fputs(text.c_str(), stdout);
}

void print_json(const record::RunRecord& run, const score::RunScores& scores,
                const std::vector<std::string>& metrics) {
  const auto peers =
      metrics.empty() ? std::vector<score::ModelPeers>() : score::score_peers(run, scores, metrics);
  std::fputs(report::json(run, scores, peers).c_str(), stdout);
}

}  // namespace effk::cli
