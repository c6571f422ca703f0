#include "harness/report/github.h"

#include <fmt/format.h>

#include <algorithm>

#include "harness/report/code_points.h"
#include "harness/report/markdown_text.h"
#include "harness/report/printable.h"

namespace effk::report {
namespace {

using gate::Comparison;
using gate::Outcome;

constexpr std::size_t kMostAnnotations = 10;
constexpr std::size_t kWidestMessage = 1000;  // columns of an annotation
constexpr std::size_t kWidestName = 100;      // columns of a cell
constexpr std::size_t kWidestReason = 300;
constexpr std::size_t kLongestText = 2000;  // bytes that are looked at: the rest would be cut off anyway

std::string as_message(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '%':
        result += "%25";
        break;
      case '\r':
        result += "%0D";
        break;
      case '\n':
        result += "%0A";
        break;
      default:
        result += c;
    }
  }
  return result;
}

std::string as_property(std::string_view text) {
  std::string result;
  for (const char c : as_message(text)) {
    if (c == ':') {
      result += "%3A";
    } else if (c == ',') {
      result += "%2C";
    } else {
      result += c;
    }
  }
  return result;
}

std::string command(const char* kind, const std::string& title, const std::string& message) {
  return fmt::format("::{} title={}::{}\n", kind, as_property(cut_to(title, kWidestName)),
                     as_message(cut_to(message, kWidestMessage)));
}

std::string name_cell(const std::string& name) {
  return markdown_text(cut_to(printable(name.substr(0, kLongestText)), kWidestName));
}

std::string outcome_cell(const Comparison& one) {
  if (one.fails()) return "**worse**";
  if (one.allowed) return "worse, allowed";
  if (one.confirmation == gate::Confirmation::vanished) return "vanished";
  return std::string(to_string(one.outcome));
}

struct MetricRows {
  static bool wants(const Comparison& one) { return one.judged; }
  static std::string text(const Comparison& one);
};

std::string MetricRows::text(const Comparison& one) {
  return fmt::format("| {} | {} | {} | {:.4f} | {:.4f} | {:+.4f} | {:+.4f} to {:+.4f} | {:.2g} | {} |\n",
                     name_cell(one.subject.metric), name_cell(one.subject.model),
                     name_cell(one.subject.language), *one.before, *one.after, *one.after - *one.before,
                     one.interval.low, one.interval.high, *one.p_value, outcome_cell(one));
}

struct SampleRows {
  CostUnit unit;
  static bool wants(const Comparison& one) {
    return one.outcome != Outcome::unresolved || one.confirmation == gate::Confirmation::vanished;
  }
  std::string text(const Comparison& one) const {
    return fmt::format("| {} | {} | {} |\n", name_cell(name_of(one.subject)), outcome_cell(one),
                       markdown_text(cut_to(why(one, unit), kWidestReason)));
  }
};

struct ListRows {
  static bool wants(const std::string&) { return true; }
  static std::string text(const std::string& one) {
    return "- " + markdown_text(cut_to(printable(one.substr(0, kLongestText)), kWidestReason)) + "\n";
  }
};

// Text with an end: what does not fit any more is counted and not written.
class Page {
 public:
  static constexpr std::size_t kReserve = 1024;  // for the lines that count

  explicit Page(std::size_t limit_bytes) : limit_(limit_bytes - kReserve) {}

  bool add(const std::string& text) {
    if (text_.size() + text.size() > limit_) return false;
    text_ += text;
    return true;
  }
  // Heading and rows, of `all` those that `row` has text for; whatever did not fit is counted in a line.
  template <typename All, typename Row>
  void table(const std::string& heading, const All& all, Row row) {
    bool begun = false;
    bool full = false;
    std::size_t left_out = 0;
    for (const auto& one : all) {
      if (!row.wants(one)) continue;
      full = full || (!begun && !add(heading)) || !add(row.text(one));
      begun = true;
      if (full) ++left_out;
    }
    if (left_out > 0) text_ += fmt::format("\n... and {} more\n", left_out);
  }
  std::string text() && { return std::move(text_); }

 private:
  std::size_t limit_;
  std::string text_;
};

}  // namespace

std::string github_annotations(const gate::RunComparison& comparison, const Sides& sides) {
  std::string text;
  std::size_t errors = 0;
  const auto error = [&](const std::string& title, const std::string& message) {
    if (++errors <= kMostAnnotations) text += command("error", title, message);
  };
  for (const std::string& one : comparison.expired)
    error("effk gate: an allowance has expired", printable(one));
  for (const auto* list : {&comparison.samples, &comparison.metrics}) {
    for (const Comparison& one : *list) {
      if (one.fails())
        error("effk gate: " + name_of(one.subject), name_of(one.subject) + ": " + why(one, comparison.unit));
    }
  }
  std::string message = headline(comparison, sides);
  if (errors > kMostAnnotations) message += fmt::format("; the {} worst are annotated", kMostAnnotations);
  return text + command("notice", "effk gate", message);
}

std::string github_summary(const gate::RunComparison& comparison, const Sides& sides,
                           std::size_t limit_bytes) {
  if (limit_bytes <= Page::kReserve) return {};
  Page page(limit_bytes);
  page.add(fmt::format("## effk gate: {}\n\n{} beside {}\n", headline(comparison, sides),
                       name_cell(sides.run), name_cell(sides.baseline)));
  const auto list = [&](const char* heading, const std::vector<std::string>& all) {
    page.table(fmt::format("\n{}\n\n", heading), all, ListRows{});
  };
  list("Environments differ, as accepted:", comparison.across);
  list("Allowances that have expired:", comparison.expired);
  page.table(
      "\n| metric | model | language | baseline | run | change | 95% interval | p | outcome |\n"
      "|---|---|---|--:|--:|--:|--:|--:|---|\n",
      comparison.metrics, MetricRows{});
  page.table("\n| sample | outcome | why |\n|---|---|---|\n", comparison.samples,
             SampleRows{comparison.unit});
  list("Allowances that nothing needed:", comparison.unused);
  list("Notes:", comparison.notes);
  return std::move(page).text();
}

}  // namespace effk::report
