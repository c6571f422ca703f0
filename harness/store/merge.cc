#include "harness/store/merge.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "harness/record/conditions.h"

namespace effk::store {
namespace {

// ---- what must be the same where two runs have the same record: all but what it used ----

// How far a censored case got depends on the moment at which it was stopped.
auto content(const record::CaseRecord& one) {
  const bool counts = !record::censors(one.verdict);
  return std::tuple(one.level, one.number, one.verdict, counts ? one.total : Cost{}, one.cost,
                    counts ? one.spread : Cost{});
}

auto content(const record::ReferenceCase& one) {
  return std::tie(one.level, one.number, one.cost, one.frame, one.floor, one.arguments_digest);
}

template <typename Case>
bool same_cases(const std::vector<Case>& a, const std::vector<Case>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Case& one, const Case& other) { return content(one) == content(other); });
}

bool same(const record::ProblemRecord& a, const record::ProblemRecord& b) {
  return a.digest == b.digest;
}

bool same(const record::ReferenceRecord& a, const record::ReferenceRecord& b) {
  return a.code_digest == b.code_digest && a.load == b.load && a.allowance == b.allowance &&
         same_cases(a.cases, b.cases);
}

bool same(const record::RivalRecord& a, const record::RivalRecord& b) {
  return a.code_digest == b.code_digest && a.alpha == b.alpha && a.verdict == b.verdict && a.load == b.load &&
         same_cases(a.cases, b.cases);
}

bool same(const record::SampleRecord& a, const record::SampleRecord& b) {
  return a.code == b.code && a.verdict == b.verdict && a.load == b.load && same_cases(a.cases, b.cases);
}

// ---- which record it is, and in words ----

auto key(const record::ProblemRecord& one) {
  return std::tie(one.problem);
}
auto key(const record::ReferenceRecord& one) {
  return std::tie(one.problem, one.language);
}
auto key(const record::RivalRecord& one) {
  return std::tie(one.problem, one.language, one.name);
}
auto key(const record::SampleRecord& one) {
  return std::tie(one.model, one.problem, one.language, one.sample);
}

std::string words(const record::ProblemRecord& one) {
  return "problem " + one.problem;
}
std::string words(const record::ReferenceRecord& one) {
  return fmt::format("the {} reference of problem {}", one.language, one.problem);
}
std::string words(const record::RivalRecord& one) {
  return fmt::format("{} of problem {} in {}", one.name, one.problem, one.language);
}
std::string words(const record::SampleRecord& one) {
  return fmt::format("sample {}/{}/{}/{}", one.model, one.problem, one.language, one.sample);
}

tl::unexpected<Error> refused(std::string why) {
  return fail(ErrorKind::bad_input, "these runs cannot be merged", std::move(why));
}

// Adds what `into` does not have yet. Both are sorted by key() only so far as `into` was; it is again after.
template <typename Record>
Result<void> add(std::vector<Record>& into, const std::vector<Record>& records, const std::string& name) {
  const auto before = [](const Record& a, const Record& b) { return key(a) < key(b); };
  std::sort(into.begin(), into.end(), before);
  const std::size_t known = into.size();
  for (const Record& one : records) {
    const auto end = into.begin() + static_cast<std::ptrdiff_t>(known);
    const auto found = std::lower_bound(into.begin(), end, one, before);
    if (found == end || key(*found) != key(one)) {
      into.push_back(one);
    } else if (!same(*found, one)) {
      return refused(fmt::format("{} is another in {} than in a run before it", words(one), name));
    }
  }
  return {};
}

std::set<std::string> parts(const std::string& joined) {
  std::set<std::string> found;
  for (std::size_t from = 0; from <= joined.size();) {
    const std::size_t end = std::min(joined.find("; ", from), joined.size());
    if (end > from) found.insert(joined.substr(from, end - from));
    from = end + 2;
  }
  return found;
}

void add(record::Environment& into, const record::Environment& environment) {
  for (const auto& [key, value] : environment) {
    std::string& mine = into[key];
    if (mine == value) continue;
    std::set<std::string> values = parts(mine);
    values.merge(parts(value));
    mine = fmt::format("{}", fmt::join(values, "; "));
  }
}

Result<void> check_conditions(const NamedRun& first, const NamedRun& other) {
  for (const NamedRun* one : {&first, &other}) {
    if (one->run.schema_version == record::kSchemaVersion) continue;
    return refused(fmt::format("{} is of an older effk: its schema version is {}, not {}", one->name,
                               one->run.schema_version, record::kSchemaVersion));
  }
  std::vector<std::string> lines;
  for (const record::Difference& one :
       record::differences(first.run.environment, other.run.environment, record::Meeting::joined)) {
    if (one.refused) lines.push_back(record::words(one, first.name, other.name));
  }
  if (lines.empty()) return {};
  return refused(fmt::format("{}", fmt::join(lines, "\n        ")));
}

}  // namespace

Result<record::RunRecord> merge(const std::vector<NamedRun>& runs) {
  record::RunRecord merged = runs.front().run;
  for (const NamedRun& one : runs) {
    if (auto may = check_conditions(runs.front(), one); !may) return tl::unexpected(may.error());
    add(merged.environment, one.run.environment);
    merged.complete = merged.complete && one.run.complete;
    for (auto added :
         {add(merged.problems, one.run.problems, one.name),
          add(merged.references, one.run.references, one.name), add(merged.rivals, one.run.rivals, one.name),
          add(merged.samples, one.run.samples, one.name)}) {
      if (!added) return tl::unexpected(added.error());
    }
    for (const std::string& warning : one.run.warnings) {
      if (std::find(merged.warnings.begin(), merged.warnings.end(), warning) == merged.warnings.end())
        merged.warnings.push_back(warning);
    }
  }
  record::sort(merged);
  return merged;
}

}  // namespace effk::store
