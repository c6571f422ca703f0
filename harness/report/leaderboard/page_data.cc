#include "harness/report/leaderboard/page_data.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "harness/report/code_lines.h"
#include "harness/report/json_parts.h"
#include "harness/report/json_text.h"
#include "harness/report/leaderboard/code_pool.h"
#include "harness/report/leaderboard/kept_samples.h"
#include "harness/report/leaderboard/rows.h"
#include "harness/report/model_columns.h"
#include "harness/report/printable.h"
#include "harness/report/sample_notes.h"
#include "harness/score/model_shape.h"

namespace effk::report {
namespace {

// With this much code 45,000 samples of 100 models and 150 problems make a page of less than 30 MB.
constexpr std::size_t kCodeBudget = 14'000'000;
constexpr std::size_t kLongestDetail = 300;  // bytes; a compiler can say more

// From a quarter to eight times the reference's cost, eight steps an octave.
std::vector<double> factors() {
  std::vector<double> all;
  for (int i = -16; i <= 24; ++i) all.push_back(std::exp2(i / 8.0));
  return all;
}

Json rounded(double value) {
  return std::round(value * 1e5) / 1e5;
}

Json rounded(const std::optional<double>& value) {
  return value ? rounded(*value) : Json(nullptr);
}

Json rounded(const std::vector<double>& values) {
  Json list = Json::array();
  for (const double value : values) list.push_back(rounded(value));
  return list;
}

Json cost(const std::optional<Cost>& cost) {
  return cost ? Json(cost->value) : Json(nullptr);
}

Json metric(const score::Metric* metric) {
  if (metric == nullptr) return nullptr;
  return {rounded(metric->value), rounded(metric->low), rounded(metric->high)};
}

std::string text(std::string_view anything) {
  return printable(anything);
}

std::string lines(const std::string& anything) {
  std::string result;
  for (const std::string& line : code_lines(anything)) result += line + "\n";
  return result;
}

Json texts(const std::vector<std::string>& all) {
  Json list = Json::array();
  for (const std::string& one : all) list.push_back(text(one));
  return list;
}

// Collects what the page shows, and numbers it.
class Data {
 public:
  explicit Data(const Board& board) : board_(board), first_(board.runs.front()) {
    for (std::size_t i = 0; i < first_.scores.problems.size(); ++i) numbers_[first_.scores.problems[i]] = i;
    for (const score::ScoredRun& run : board.runs) {
      for (const record::ReferenceRecord& one : run.record.references) {
        references_[{&run, one.problem}].push_back(&one);
      }
    }
  }

  Json all() {
    Json json = head_json(first_.record);
    json["alpha"] = first_.scores.alpha;
    json["factors"] = rounded(factors());
    json["metrics"] = metric_names(models_of(board_));
    json["runs"] = Json::array();
    for (const score::ScoredRun& run : board_.runs) json["runs"].push_back(text(run.name));
    json["groups"] = groups();
    json["problems"] = Json::array();
    for (const record::ProblemRecord& problem : first_.record.problems) {
      if (numbers_.count(problem.problem) > 0) json["problems"].push_back(problem_json(problem));
    }
    json["rows"] = Json::array();
    for (const score::Standing& row : board_.standings.rows) json["rows"].push_back(row_json(row));
    json["samples"] = std::move(samples_);
    json["codes"] = Json::array();
    for (const PooledCode& code : codes_.cut_to(kCodeBudget))
      json["codes"].push_back({code.text, code.left_out});
    json["verdicts"] = verdicts_;
    return json;
  }

 private:
  Json groups() const {
    Json list = Json::array();
    const auto members = [&](const auto& belongs) {
      Json indices = Json::array();
      for (const record::ProblemRecord& problem : first_.record.problems) {
        const auto number = numbers_.find(problem.problem);
        if (number != numbers_.end() && belongs(problem)) indices.push_back(number->second);
      }
      return indices;
    };
    if (board_.standings.rows.empty()) return list;
    // All models have the same groups; one of which nothing was scored has none, and comes last.
    for (const score::GroupScores& group : model_of(board_, board_.standings.rows.front()).groups) {
      list.push_back({{"kind", group.kind},
                      {"name", text(group.name)},
                      {"problems", members([&](const record::ProblemRecord& problem) {
                         const auto& tags = problem.tags;
                         return group.kind == "challenge"
                                    ? problem.challenge == group.name
                                    : std::find(tags.begin(), tags.end(), group.name) != tags.end();
                       })}});
    }
    return list;
  }

  Json problem_json(const record::ProblemRecord& problem) {
    Json json = {{"id", text(problem.problem)},
                 {"title", text(problem.title)},
                 {"challenge", text(problem.challenge)},
                 {"tags", texts(problem.tags)},
                 {"statement", lines(problem.statement)},
                 {"signatures", Json::object()},
                 {"weights", Json::array()},
                 {"references", references(problem)}};
    for (const auto& [language, signature] : problem.signatures)
      json["signatures"][text(language)] = lines(signature);
    for (std::size_t i = 0; i < problem.levels.size(); ++i) {
      const std::vector<double>& weights = first_.scores.weights;
      json["weights"].push_back(weights.empty() ? problem.levels[i].weight : weights[i]);
    }
    return json;
  }

  // Runs whose references cost the same share an entry.
  Json references(const record::ProblemRecord& problem) {
    Json list = Json::array();
    for (std::size_t run = 0; run < board_.runs.size(); ++run) {
      for (const record::ReferenceRecord* one : references_[{&board_.runs[run], problem.problem}]) {
        Json entry = reference(problem, *one);
        const auto same = std::find_if(list.begin(), list.end(), [&](Json& known) {
          entry["runs"] = known["runs"];
          return entry == known;
        });
        if (same != list.end()) {
          (*same)["runs"].push_back(run);
        } else {
          entry["runs"] = {run};
          list.push_back(std::move(entry));
        }
      }
    }
    return list;
  }

  Json reference(const record::ProblemRecord& problem, const record::ReferenceRecord& one) {
    // Scored as a sample that did nothing, it says what the others are held against.
    const score::SampleScore score =
        score::score_sample(record::SampleRecord{}, one, problem.levels, first_.scores.alpha);
    Json json = {{"language", text(one.language)},
                 {"runs", Json::array()},
                 {"budget", score.budget ? Json(*score.budget) : Json(nullptr)},
                 {"costs", Json::array()},
                 {"code", one.code.empty() ? Json(nullptr) : Json(codes_.add(one.code))}};
    for (const score::LevelScore& level : score.levels) json["costs"].push_back(cost(level.reference_cost));
    return json;
  }

  Json row_json(const score::Standing& row) {
    const score::ScoredRun& run = board_.runs[row.run];
    const score::ModelScores& model = model_of(board_, row);
    Json json = {{"model", text(model.model)},
                 {"language", text(model.language)},
                 {"run", row.run},
                 {"groups", row.groups.first > 0 ? Json({row.groups.first, row.groups.last}) : Json(nullptr)},
                 {"samples", model.samples},
                 {"missing", Json::array()},
                 {"metrics", Json::array()},
                 {"levels", Json::array()},
                 {"profile", rounded(score::performance_profile(run.scores, model, factors()))},
                 {"by_group", Json::array()},
                 {"cells", Json::array()}};
    for (const std::string& problem : model.missing) json["missing"].push_back(numbers_.at(problem));
    for (const std::string& name : metric_names(models_of(board_))) {
      json["metrics"].push_back(metric(score::find_metric(model.metrics, name)));
    }
    for (const auto& level : score::level_means(run.record, run.scores, model)) {
      json["levels"].push_back(rounded(level));
    }
    for (const score::GroupScores& group : model.groups) {
      json["by_group"].push_back(metric(score::find_metric(group.metrics, "eff@1")));
    }
    json["cells"] = cells(run, model);
    ++rows_;
    return json;
  }

  Json cells(const score::ScoredRun& run, const score::ModelScores& model) {
    Json list = Json::array();
    for (std::size_t i = 0; i < numbers_.size(); ++i) list.push_back(nullptr);
    for (const score::ProblemScores& problem : model.scores) {
      const std::size_t number = numbers_.at(problem.problem);
      Json kept = Json::array();
      for (const std::size_t index : kept_samples(run.scores, problem)) {
        kept.push_back(samples_.size());
        samples_.push_back(sample_json(run, run.scores.samples[index], number));
      }
      list[number] = {rounded(problem.mean), rounded(problem.best),  problem.passed,
                      problem.complete,      problem.samples.size(), std::move(kept)};
    }
    return list;
  }

  Json sample_json(const score::ScoredRun& run, const score::ScoredSample& scored, std::size_t problem) {
    const record::SampleRecord& sample = run.record.samples[scored.index];
    const score::SampleScore& score = scored.score;
    Json scores = Json::array();
    Json costs = Json::array();
    for (const score::LevelScore& level : score.levels) {
      scores.push_back(rounded(level.score));
      costs.push_back(cost(level.cost));
    }
    // Under a smaller alpha the stored detail may speak of a case that no longer counts.
    const bool as_stored = score.verdict == sample.verdict;
    return {rows_,
            problem,
            text(sample.sample),
            verdict(score.verdict),
            (score.passed ? 1 : 0) + (score.complete ? 2 : 0),
            rounded(score.score),
            std::move(scores),
            std::move(costs),
            codes_.add(sample.code),
            as_stored ? text(std::string_view(sample.detail).substr(0, kLongestDetail)) : "",
            sample_notes(sample, score),
            outcome(score)};
  }

  std::size_t verdict(record::Verdict verdict) {
    const auto found = std::find(verdicts_.begin(), verdicts_.end(), record::to_string(verdict));
    if (found != verdicts_.end()) return static_cast<std::size_t>(found - verdicts_.begin());
    verdicts_.emplace_back(record::to_string(verdict));
    return verdicts_.size() - 1;
  }

  using Place = std::pair<const score::ScoredRun*, std::string>;

  const Board& board_;
  const score::ScoredRun& first_;
  std::map<std::string, std::size_t> numbers_;  // of problems
  std::map<Place, std::vector<const record::ReferenceRecord*>> references_;
  std::size_t rows_ = 0;  // done
  Json samples_ = Json::array();
  CodePool codes_;
  std::vector<std::string> verdicts_;
};

}  // namespace

std::string page_data(const Board& board) {
  std::string json;
  for (const char c : json_text(Data(board).all())) {
    // Without "<" nothing in the data can end the script element or begin a comment.
    if (c == '<') {
      json += "\\u003c";
    } else {
      json += c;
    }
  }
  return json;
}

}  // namespace effk::report
