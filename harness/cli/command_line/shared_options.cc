#include "harness/cli/command_line/shared_options.h"

#include <fmt/format.h>

#include "harness/cli/command_line/option_checks.h"
#include "harness/counters/instrument.h"
#include "harness/score/peer_scores.h"
#include "harness/session/bench.h"

namespace effk::cli {

Option suite_option(std::string& suite) {
  return {.names = "--suite",
          .to = &suite,
          .value = "DIR",
          .help = "folder of the suite",
          .otherwise = "EFFK_SUITE, this folder or the installed one",
          .offer = Offer::files};
}

Option problems_option(std::vector<std::string>& problems, const std::string& otherwise) {
  return {.names = "--problems",
          .to = &problems,
          .value = "IDS",
          .help = "only these problems: a,b, or all",
          .otherwise = otherwise,
          .offer = Offer::problems};
}

Option language_option(std::string& language, const std::string& help, const std::string& otherwise) {
  return {.names = "--language",
          .to = &language,
          .value = "NAME",
          .help = help,
          .otherwise = otherwise,
          .choices = {"cpp", "python"}};
}

Option instrument_option(std::string& instrument) {
  const auto known = counters::instrument_names();
  std::vector<std::string> names = {"auto"};
  names.insert(names.end(), known.begin(), known.end());
  return {.names = "--instrument",
          .to = &instrument,
          .value = "NAME",
          .help = fmt::format("what counts: {}", fmt::join(known, ", ")),
          .otherwise = "auto, the first that works",
          .choices = names};
}

Option jobs_option(int& jobs) {
  jobs = session::usable_cpus();
  return {.names = "--jobs",
          .to = &jobs,
          .value = "N",
          .help = "measure N at a time; counts do not depend on it",
          .otherwise = fmt::format("{}, the CPUs here", jobs),
          .check = whole_number_from(1, 1024)};
}

Option seed_option(std::uint64_t& seed, const std::string& help) {
  return {.names = "--seed",
          .to = &seed,
          .value = "N",
          .help = help,
          .otherwise = "1",
          .check = whole_number_from(0)};
}

Option k_option(std::vector<int>& k) {
  return {.names = "--k",
          .to = &k,
          .value = "N,N",
          .help = "sample counts k of eff@k and pass@k in the table, as 1,5",
          .otherwise = "1,5,10",
          .check = whole_number_from(1)};
}

Option alpha_option(Target alpha, const std::string& help, const std::string& otherwise) {
  return {.names = "--alpha",
          .to = alpha,
          .value = "X",
          .help = help,
          .otherwise = otherwise,
          .check = number_from(1.01, 1000)};
}

Option weights_option(std::vector<double>& weights) {
  return {.names = "--weights",
          .to = &weights,
          .value = "X,X",
          .help = "score with these weights of the levels instead, as 0,3,3,4",
          .otherwise = "the problems' own",
          .check = number_from(0, 1'000'000)};
}

Option metrics_option(std::vector<std::string>& metrics, const std::string& also) {
  std::vector<std::string> names = score::peer_family_words();
  names.emplace_back("all");
  return {.names = "--metrics",
          .to = &metrics,
          .value = "NAMES",
          .help = fmt::format("print these benchmarks' metrics too: {}{}", fmt::join(names, ", "), also),
          .otherwise = "none",
          .choices = names,
          .check = [](const std::string&) { return std::string(); }};  // score's own, in any case of letters
}

Option flag(const std::string& names, bool& to, const std::string& help) {
  return {.names = names, .to = &to, .help = help};
}

}  // namespace effk::cli
