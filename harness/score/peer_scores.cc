#include "harness/score/peer_scores.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "harness/base/nearest_word.h"
#include "harness/score/peers/families.h"

namespace effk::score {
namespace {

struct Entry {
  const char* word;
  const char* family;
  PeerFamily (*score)(const PeerInput&);
};

// In the order in which they are printed.
constexpr Entry kEntries[] = {{"coffe", "COFFE", coffe},
                              {"evalperf", "EvalPerf", evalperf},
                              {"mercury", "Mercury", mercury},
                              {"effibench", "EffiBench", effibench},
                              {"pie", "PIE", pie},
                              {"alphacode", "AlphaCode", alphacode}};

std::string lower(std::string word) {
  std::transform(word.begin(), word.end(), word.begin(),
                 [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
  return word;
}

bool has(const std::vector<std::string>& words, const char* word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Each of its metrics once, without a value: a mean over missing problems would look like a result.
PeerFamily without_samples(const char* name) {
  PeerFamily family{name, {}, {}};
  for (const metrics::PeerMetric& metric : metrics::kPeerMetrics) {
    if (metric.family != name) continue;
    PeerValue& value = family.values.emplace_back();
    value.metric = &metric;
    value.name = metric.name;
    value.lacks = "no sample was scored";
  }
  return family;
}

}  // namespace

std::vector<std::string> peer_family_words() {
  std::vector<std::string> words;
  for (const Entry& entry : kEntries) words.emplace_back(entry.word);
  return words;
}

Result<std::vector<std::string>> choose_peer_families(const std::vector<std::string>& words) {
  const std::vector<std::string> known = peer_family_words();
  std::vector<std::string> wanted;
  for (const std::string& word : words) {
    wanted.push_back(lower(word));
    if (wanted.back() == "all") return known;
    if (std::find(known.begin(), known.end(), wanted.back()) != known.end()) continue;
    std::vector<std::string> suggested = known;
    suggested.emplace_back("all");
    return fail(
        ErrorKind::usage, fmt::format("no benchmark '{}' has metrics here", word), {},
        fmt::format("{}there are {} and all", suggestion(wanted.back(), suggested), fmt::join(known, ", ")));
  }
  std::vector<std::string> chosen;
  for (const std::string& word : known) {
    if (has(wanted, word.c_str())) chosen.push_back(word);
  }
  return chosen;
}

bool need(const std::vector<std::string>& words, metrics::Need what) {
  return std::any_of(std::begin(kEntries), std::end(kEntries), [&](const Entry& entry) {
    const auto& all = metrics::kPeerMetrics;
    return has(words, entry.word) && std::any_of(all.begin(), all.end(), [&](const auto& metric) {
             return metric.family == entry.family && metric.need == what;
           });
  });
}

std::vector<ModelPeers> score_peers(const record::RunRecord& run, const RunScores& scores,
                                    const std::vector<std::string>& words) {
  std::vector<ModelPeers> result;
  for (const ModelScores& model : scores.models) {
    PeerInput input{model,       peer_problems(run, scores, model), {}, scores.alpha,
                    scores.seed, record::cost_unit(run.environment)};
    for (const int k : scores.k) {
      if (static_cast<std::size_t>(k) <= model.smallest_n) input.k.push_back(k);
    }
    ModelPeers& peers = result.emplace_back();
    peers.model = model.model;
    peers.language = model.language;
    peers.problems = model.problems;
    peers.samples = model.samples;
    for (const Entry& entry : kEntries) {
      if (!has(words, entry.word)) continue;
      peers.families.push_back(model.smallest_n == 0 ? without_samples(entry.family) : entry.score(input));
    }
  }
  return result;
}

}  // namespace effk::score
