#include "harness/cli/scores_output.h"

#include "harness/cli/output.h"
#include "harness/report/json.h"
#include "harness/report/peers.h"
#include "harness/report/table.h"
#include "harness/score/peer_scores.h"

namespace effk::cli {

void print_table(const record::RunRecord& run, const score::RunScores& scores,
                 const std::vector<std::string>& metrics) {
  const report::TextStyle style = style_of(stdout);
  std::string text = report::table(run, scores, style);
  if (!metrics.empty()) text += "\n" + report::peers_table(score::score_peers(run, scores, metrics), style);
  put(stdout, text);
}

void print_json(const record::RunRecord& run, const score::RunScores& scores,
                const std::vector<std::string>& metrics) {
  const auto peers =
      metrics.empty() ? std::vector<score::ModelPeers>() : score::score_peers(run, scores, metrics);
  put(stdout, report::json(run, scores, peers));
}

}  // namespace effk::cli
