#include "harness/verify/agreement.h"

#include <fmt/format.h>

#include "harness/judge/judge.h"

namespace effk::verify {

Result<Agreement> agreement_on(const session::Standard& runner, const session::Standard& owner,
                               const toolchain::Toolchain& toolchain, session::Drivers& drivers) {
  auto built = toolchain.build(runner.problem(), runner.language(), runner.record().code);
  if (!built) return tl::unexpected(built.error());
  const auto* program = std::get_if<toolchain::Program>(&*built);
  if (program == nullptr)
    return fail(ErrorKind::internal, "a reference that was measured no longer compiles");
  const auto all = owner.cases();
  if (!all) return tl::unexpected(all.error());
  Agreement agreement;
  for (std::size_t i = 0; i < (*all)->size(); ++i) {
    const cases::Case& one = (**all)[i];
    const measure::Job job = runner.job(*program, one.arguments, runner.allowed());
    const auto execution = drivers.run(job);
    if (!execution) return tl::unexpected(execution.error());
    const auto judgement =
        judge::judge(*execution, job, owner.problem(), owner.generator(), owner.expected(i));
    if (!judgement) return tl::unexpected(judgement.error());
    if (record::censors(judgement->verdict)) continue;
    ++agreement.compared;
    if (judgement->verdict == record::Verdict::accepted) continue;
    agreement.fault = fmt::format("level {}, case {}: {}: {}", one.level, one.number,
                                  record::to_string(judgement->verdict), judgement->detail);
    break;
  }
  return agreement;
}

}  // namespace effk::verify
