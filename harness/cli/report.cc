#include <cstdio>
#include <string>

#include "harness/cli/commands.h"
#include "harness/cli/scores_output.h"
#include "harness/report/csv.h"
#include "harness/report/details.h"
#include "harness/report/explain.h"
#include "harness/report/peers.h"
#include "harness/report/samples_json.h"
#include "harness/score/peer_scores.h"
#include "harness/store/run_reader.h"

namespace effk::cli {

Result<int> carry_out(const ReportArguments& arguments) {
  const auto metrics = score::choose_peer_families(arguments.metrics);
  if (!metrics) return tl::unexpected(metrics.error());
  const auto run = store::read_run(arguments.run);
  if (!run) return tl::unexpected(run.error());
  const auto scores = score::score_run(
      *run, {arguments.alpha, arguments.weights, arguments.k, arguments.problems, arguments.seed});
  if (!scores) return tl::unexpected(scores.error());
  const auto print = [](const std::string& text) { std::fputs(text.c_str(), stdout); };
  report::TextStyle style;
  style.color = wants_color();
  if (!arguments.explain.empty()) {
    const auto explained = report::explain(*run, *scores, arguments.explain, style);
    if (!explained) return tl::unexpected(explained.error());
    print(*explained);
  } else if (arguments.csv && !metrics->empty()) {
    print(report::peers_csv(score::score_peers(*run, *scores, *metrics)));
  } else if (arguments.csv) {
    print(arguments.samples ? report::samples_csv(*run, *scores) : report::models_csv(*scores));
  } else if (arguments.samples) {
    print(report::samples_json(*run, *scores));
  } else if (arguments.json) {
    print_json(*run, *scores, *metrics);
  } else {
    print_table(*run, *scores, *metrics);
    if (arguments.details) print(report::details(*run, *scores, {.style = style}));
  }
  return 0;
}

}  // namespace effk::cli
