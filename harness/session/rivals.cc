#include "harness/session/rivals.h"

#include <fmt/format.h>

#include "harness/base/digest.h"
#include "harness/base/files.h"
#include "harness/session/evaluate.h"

namespace effk::session {

Result<std::vector<std::string>> rival_names(const suite::Problem& problem) {
  const auto files = suite::solution_files(problem);
  if (!files) return tl::unexpected(files.error());
  constexpr RivalChoice kEvery{.slow = true, .baseline = true};
  std::vector<std::string> names;
  for (const suite::SolutionFile& file : *files) {
    if (kEvery.wants(file)) names.push_back(fmt::format("{}/{}", suite::to_string(file.language), file.name));
  }
  return names;
}

Result<record::RivalRecord> measure_rival(const suite::SolutionFile& file, double alpha,
                                          const Standard& standard, const toolchain::Toolchain& toolchain,
                                          Drivers& drivers) {
  const auto code = read_file(file.path);
  if (!code) return tl::unexpected(code.error());
  record::SampleRecord sample;
  sample.code = *code;
  if (auto done = evaluate_within(standard.allowed(alpha), sample, standard, toolchain, drivers); !done) {
    return tl::unexpected(done.error());
  }
  record::RivalRecord rival;
  rival.problem = standard.problem().id;
  rival.language = suite::to_string(file.language);
  rival.name = file.name;
  rival.code_digest = digest_of(*code);
  rival.alpha = alpha;
  rival.verdict = sample.verdict;
  rival.detail = std::move(sample.detail);
  rival.load = sample.load;
  rival.cases = std::move(sample.cases);
  return rival;
}

}  // namespace effk::session
