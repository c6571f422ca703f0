#include "harness/report/peers.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "harness/report/code_points.h"
#include "harness/report/csv_cells.h"
#include "harness/report/layout.h"
#include "harness/report/printable.h"

namespace effk::report {
namespace {

using score::ModelPeers;
using score::PeerFamily;
using score::PeerValue;

std::string who(const ModelPeers& model) {
  return fmt::format("{} ({})", cut_to(printable(model.model), kPageWidth / 2), printable(model.language));
}

std::string better_of(const PeerValue& value) {
  return value.metric->better == metrics::Better::kHigher ? "higher" : "lower";
}

// A percentage with one decimal; everything else with three digits behind the point.
std::string number(const PeerValue& value, double of) {
  return value.metric->unit == "percent" ? fmt::format("{:.1f}", of) : fmt::format("{:.3f}", of);
}

// Ratios lie skew in their intervals: both ends are shown.
std::string interval(const PeerValue& value) {
  if (!value.interval) return "-";
  return fmt::format("{} to {}", number(value, value.interval->low), number(value, value.interval->high));
}

// What is said of several models once: the text, and of whom. In the order in which it came up.
class Remarks {
 public:
  void add(const std::string& text, const ModelPeers& model) {
    const auto found =
        std::find_if(said_.begin(), said_.end(), [&](const auto& one) { return one.first == text; });
    if (found == said_.end()) {
      said_.push_back({text, {who(model)}});
    } else if (found->second.back() != who(model)) {
      found->second.push_back(who(model));
    }
  }
  // Names whom it is about, unless that is all of the models.
  std::string text(std::size_t models) const {
    std::string text;
    for (const auto& [words, about] : said_) {
      const std::string whose = about.size() == models ? "" : fmt::format("{}: ", fmt::join(about, ", "));
      text += wrapped(whose + words, 4, "  ", 2);
    }
    return text;
  }

 private:
  std::vector<std::pair<std::string, std::vector<std::string>>> said_;
};

// Metric by metric, so that models stand below each other.
std::string rows(const std::vector<ModelPeers>& models, std::size_t family, const TextStyle& style) {
  Grid grid;
  grid.column("model", Grid::Align::left);
  grid.column("language", Grid::Align::left);
  grid.column("metric", Grid::Align::left);
  for (const char* heading : {"value", "95% interval", "problems", "samples"})
    grid.column(heading, Grid::Align::right);
  std::vector<std::string> names;
  for (const ModelPeers& model : models) {
    for (const PeerValue& value : model.families[family].values) {
      if (std::find(names.begin(), names.end(), value.name) == names.end()) names.push_back(value.name);
    }
  }
  bool any = false;
  for (const std::string& name : names) {
    for (const ModelPeers& model : models) {
      for (const PeerValue& value : model.families[family].values) {
        if (value.name != name || !value.value) continue;
        any = true;
        grid.row({printable(model.model), printable(model.language), value.name, number(value, *value.value),
                  interval(value), fmt::format("{}/{}", value.problems, model.problems),
                  fmt::format("{}/{}", value.samples, model.samples)});
      }
    }
  }
  if (!any) return {};
  grid.squeeze(0, kPageWidth - 2);
  return grid.text(style, 2);
}

// "a, b: n/a: needs ...": metrics that lack the same thing together.
std::string not_available(const std::vector<ModelPeers>& models, std::size_t family) {
  Remarks remarks;
  for (const ModelPeers& model : models) {
    std::vector<std::pair<std::string, std::vector<std::string>>> lacks;
    for (const PeerValue& value : model.families[family].values) {
      if (value.value) continue;
      if (lacks.empty() || lacks.back().first != value.lacks) lacks.push_back({value.lacks, {}});
      lacks.back().second.push_back(value.name);
    }
    for (const auto& [why, names] : lacks) {
      remarks.add(fmt::format("{}: n/a: {}", fmt::join(names, "; "), printable(why)), model);
    }
  }
  return remarks.text(models.size());
}

std::string notes(const std::vector<ModelPeers>& models, std::size_t family) {
  Remarks remarks;
  for (const ModelPeers& model : models) {
    for (const std::string& note : model.families[family].notes) remarks.add(printable(note), model);
  }
  return remarks.text(models.size());
}

// Of the values that are shown.
std::string definitions(const std::vector<ModelPeers>& models, std::size_t family, const TextStyle& style) {
  std::vector<std::string_view> seen;
  std::string text;
  for (const ModelPeers& model : models) {
    for (const PeerValue& value : model.families[family].values) {
      const metrics::Definition& one = value.metric->definition;
      if (!value.value || std::find(seen.begin(), seen.end(), one.id) != seen.end()) continue;
      seen.push_back(one.id);
      text += wrapped(fmt::format("{}: {}. Failures: {}.", one.id, one.summary, one.failures), 4, "  ", 2);
    }
  }
  return dim_lines(text, style);
}

}  // namespace

std::string peers_table(const std::vector<ModelPeers>& models, const TextStyle& style) {
  std::string text;
  if (models.empty()) return text;
  for (std::size_t family = 0; family < models.front().families.size(); ++family) {
    text += (family > 0 ? "\n" : "") + style.bold(models.front().families[family].name) + "\n";
    text += rows(models, family, style) + not_available(models, family) + notes(models, family) +
            definitions(models, family, style);
  }
  return text;
}

std::string peers_csv(const std::vector<ModelPeers>& models) {
  std::string text = csv_line({"model", "language", "benchmark", "metric", "value", "low", "high", "unit",
                               "better", "problems", "of_problems", "samples", "of_samples", "definition",
                               "failures", "not_available"});
  for (const ModelPeers& model : models) {
    for (const PeerFamily& family : model.families) {
      for (const PeerValue& value : family.values) {
        text += csv_line({text_cell(model.model), text_cell(model.language), text_cell(family.name),
                          text_cell(value.name), value.value ? fmt::to_string(*value.value) : "",
                          value.interval ? fmt::to_string(value.interval->low) : "",
                          value.interval ? fmt::to_string(value.interval->high) : "",
                          text_cell(value.metric->unit), better_of(value), fmt::to_string(value.problems),
                          fmt::to_string(model.problems), fmt::to_string(value.samples),
                          fmt::to_string(model.samples), text_cell(value.metric->definition.id),
                          text_cell(value.metric->definition.failures), text_cell(value.lacks)});
      }
    }
  }
  return text;
}

}  // namespace effk::report
