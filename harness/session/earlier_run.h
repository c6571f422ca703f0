// harness/session/earlier_run.h -- what was measured before: by the run that --resume continues, and by those
// that --reuse takes samples from.
//
// A run that is continued must be what an undisturbed one would have been. So what was asked and what the
// machine is must not differ in what matters (record/conditions.h), what was stored must still be asked for,
// and the references of all that is yet to do are measured again and must cost what they did.
//
// A sample is taken over where nothing that shapes its numbers has changed: the problem's digest (cases,
// limits), the toolchain, the instrument, the code, and the reference, which is measured anew and must cost
// exactly what it did. Only instruments that count exactly give such proof; under perf or by time everything
// is measured anew. What a clock had decided (time_limit), what a compiler had (compile_error, which costs
// little) and what we failed to measure (internal_error) is measured anew too.
//
//   Errors   bad_input, naming every difference.
//   Threads  read-only; may be shared.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "harness/base/error.h"
#include "harness/record/record.h"

namespace effk::session {

struct EarlierRun {
  std::string name;  // for words: the file
  record::RunRecord run;
};

// Refuses to continue `earlier` with what is asked now: `head` has environment and problems, `samples` names
// and code.
Result<void> check_continuation(const EarlierRun& earlier, const record::RunRecord& head,
                                const std::vector<record::SampleRecord>& samples);

// How a reference differs from what it was: "level 1, case 0: it costs 5 and cost 4"; empty if it does not.
// `exactly`: in its costs too, and not only in its code and cases.
std::string difference(const record::ReferenceRecord& earlier, const record::ReferenceRecord& now,
                       bool exactly);

class ReusableSamples {
 public:
  ReusableSamples() = default;
  // `environment` is today's. Nothing is taken from a run that was made under other conditions.
  ReusableSamples(std::vector<EarlierRun> runs, const record::Environment& environment);

  ReusableSamples(ReusableSamples&&) = default;
  ReusableSamples& operator=(ReusableSamples&&) = default;

  // Why nothing is taken from some runs, a line each.
  const std::vector<std::string>& refusals() const { return refusals_; }

  // `asked`, which has names and code, with what was measured of the same code; `reference` as measured now.
  std::optional<record::SampleRecord> find(const record::SampleRecord& asked,
                                           const std::string& problem_digest,
                                           const record::ReferenceRecord& reference) const;

 private:
  using Key = std::tuple<std::string_view, std::string_view, std::string_view>;  // problem, language, code
  struct Source {
    EarlierRun earlier;
    std::map<Key, const record::SampleRecord*> samples;
  };
  std::vector<Source> sources_;
  std::vector<std::string> refusals_;
};

}  // namespace effk::session
