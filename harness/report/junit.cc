#include "harness/report/junit.h"

#include <fmt/format.h>

#include <set>
#include <utility>
#include <vector>

#include "harness/report/code_points.h"
#include "harness/report/gate_words.h"
#include "harness/report/printable.h"

namespace effk::report {
namespace {

using gate::Comparison;

constexpr std::size_t kWidestName = 200;

// printable() leaves no control character and no broken UTF-8; two code points more are no characters of XML.
std::string xml(std::string_view text) {
  const std::string clean = printable(text);
  std::string result;
  for (std::string_view rest = clean; !rest.empty();) {
    const CodePoint one = first_code_point(rest);
    const std::string_view bytes = rest.substr(0, one.length);
    rest.remove_prefix(one.length);
    if (bytes == "&") {
      result += "&amp;";
    } else if (bytes == "<") {
      result += "&lt;";
    } else if (bytes == ">") {
      result += "&gt;";
    } else if (bytes == "\"") {
      result += "&quot;";
    } else if (one.value == 0xfffe || one.value == 0xffff) {
      result += fmt::format("\\u{{{:x}}}", static_cast<unsigned>(one.value));
    } else {
      result += bytes;
    }
  }
  return result;
}

// One <testsuite>.
class SuiteText {
 public:
  SuiteText(const char* name, std::set<std::pair<std::string, std::string>>& seen)
      : name_(name), seen_(seen) {}

  // `inside` is what became of it: nothing, or one element.
  void add(const std::string& class_name, const std::string& name, const std::string& attributes,
           const std::string& inside) {
    ++tests_;
    const std::string shown_class = cut_to(printable(class_name), kWidestName);
    std::string shown = cut_to(printable(name), kWidestName);
    for (int copy = 2; !seen_.insert({shown_class, shown}).second; ++copy)
      shown = fmt::format("{} ({})", cut_to(printable(name), kWidestName), copy);
    cases_ +=
        fmt::format("    <testcase classname=\"{}\" name=\"{}\"{}", xml(shown_class), xml(shown), attributes);
    cases_ += inside.empty() ? "/>\n" : fmt::format(">\n      {}\n    </testcase>\n", inside);
  }

  void add(const Comparison& one, const std::string& class_name, const std::string& name, CostUnit unit) {
    const std::string message = xml(why(one, unit));
    const bool is_ours = !one.reasons.empty() && one.reasons.front().kind == gate::Reason::Kind::not_measured;
    std::string inside;
    if (one.fails()) {
      const char* element = is_ours ? "error" : "failure";
      ++(is_ours ? errors_ : failures_);
      inside = fmt::format("<{0} message=\"{1}\" type=\"{2}\">{1}</{0}>", element, message,
                           kind_word(one.reasons.front().kind));
    } else if (one.allowed || !one.judged) {
      ++skipped_;
      inside = fmt::format("<skipped message=\"{}\"/>", one.allowed ? message : "not judged: " + message);
    }
    const std::string time =
        one.wall_us > 0 ? fmt::format(" time=\"{:.6f}\"", static_cast<double>(one.wall_us) / 1e6) : "";
    add(class_name, name, time, inside);
  }

  void fail(const std::string& class_name, const std::string& name, const std::string& message) {
    ++failures_;
    add(class_name, name, "",
        fmt::format("<failure message=\"{0}\" type=\"expired\">{0}</failure>", xml(message)));
  }

  std::string counts() const {
    return fmt::format("tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\"", tests_, failures_,
                       errors_, skipped_);
  }
  std::string text() const {
    return fmt::format("  <testsuite name=\"{}\" {}>\n{}  </testsuite>\n", name_, counts(), cases_);
  }

  void add_counts_to(SuiteText& all) const {
    all.tests_ += tests_;
    all.failures_ += failures_;
    all.errors_ += errors_;
    all.skipped_ += skipped_;
  }

 private:
  const char* name_;
  std::set<std::pair<std::string, std::string>>& seen_;
  std::size_t tests_ = 0, failures_ = 0, errors_ = 0, skipped_ = 0;
  std::string cases_;
};

}  // namespace

std::string junit(const gate::RunComparison& comparison) {
  std::set<std::pair<std::string, std::string>> seen;
  SuiteText metrics("metrics", seen), samples("samples", seen), allowances("allow list", seen), all("", seen);
  for (const Comparison& one : comparison.metrics) {
    if (!one.judged) continue;
    metrics.add(one, fmt::format("{}.{}", one.subject.model, one.subject.language), one.subject.metric,
                comparison.unit);
  }
  for (const Comparison& one : comparison.samples) {
    samples.add(one, fmt::format("{}.{}.{}", one.subject.model, one.subject.language, one.subject.problem),
                one.subject.sample.empty() ? "all samples" : one.subject.sample, comparison.unit);
  }
  for (const std::string& one : comparison.expired) allowances.fail("allow list", one, one);
  std::string text;
  for (const SuiteText* suite : {&metrics, &samples, &allowances}) {
    suite->add_counts_to(all);
    text += suite->text();
  }
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"effk gate\" {}>\n{}</testsuites>\n",
      all.counts(), text);
}

}  // namespace effk::report
