// A reference whose costs are known from an earlier run is not measured again case by case. Equal digests of
// code, cases and toolchain promise equal counts, on instruments that count exactly; that the promise holds
// here is seen by loading the reference and by one case of it, which must cost what they did. Its results, to
// which samples are held, come from the cache of cases.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "harness/base/digest.h"
#include "harness/session/earlier_run.h"
#include "harness/session/standard.h"

namespace effk::session {
namespace {

// The first one above level 0; the last of all if there is none.
std::size_t first_scoring_case(const Cases& cases) {
  const auto found =
      std::find_if(cases.begin(), cases.end() - 1, [](const auto& one) { return one.level > 0; });
  return static_cast<std::size_t>(found - cases.begin());
}

}  // namespace

Result<void> Standard::take_over(const record::ReferenceRecord& earlier, const toolchain::Program& program,
                                 Drivers& drivers) {
  const auto all = cases();
  if (!all) return tl::unexpected(all.error());
  std::vector<std::string> answers;
  for (const cases::Case& one : **all) {
    auto answer = generator_.find_answer(answers_key_, one.arguments);
    if (!answer) return tl::unexpected(answer.error());
    if (!*answer) return {};
    answers.push_back(std::move(**answer));
  }
  record::ReferenceRecord supposed = record_;
  supposed.cases = earlier.cases;
  supposed.cases.resize((*all)->size());
  for (std::size_t i = 0; i < supposed.cases.size(); ++i) {
    supposed.cases[i].level = (**all)[i].level;
    supposed.cases[i].number = (**all)[i].number;
    supposed.cases[i].arguments_digest = digest_of((**all)[i].arguments);
  }
  const std::size_t tried = first_scoring_case(**all);
  if (auto measured = measure_case(program, (**all)[tried], drivers); !measured) return measured;
  supposed.cases[tried] = std::exchange(record_.cases, {}).back();
  const std::string answer = std::exchange(expected_, {}).back();
  if (answer != answers[tried] || !difference(earlier, supposed, true).empty()) return {};
  record_ = earlier;
  expected_ = std::move(answers);
  was_taken_over_ = true;
  return {};
}

Result<void> Standard::keep(const record::ReferenceRecord& earlier, bool exactly) {
  const std::string changed = difference(earlier, record_, exactly);
  if (!changed.empty()) {
    return fail(ErrorKind::bad_input,
                fmt::format("the {} reference of problem {} is not what it was when the run was begun",
                            suite::to_string(language_), problem_.id),
                changed, "measure anew, into another file with -o");
  }
  record_ = earlier;
  return {};
}

Result<void> Standard::keep_answers() {
  const auto all = cases();
  if (!all) return tl::unexpected(all.error());
  for (std::size_t i = 0; i < expected_.size(); ++i) {
    auto kept = generator_.keep_answer(answers_key_, (**all)[i].arguments, expected_[i]);
    if (!kept) return kept;
  }
  return {};
}

}  // namespace effk::session
