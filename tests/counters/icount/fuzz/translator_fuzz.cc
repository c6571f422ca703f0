// Runs random programs natively and under icount, for as long as it is told, and compares what they write and
// how many instructions they take.
//
//   usage: translator_fuzz [seconds=60] [seed=1]
//
// Tries the programs of one seed after the other. At the first difference it prints the seed and the code
// that is left when all else is left out, keeps that program, and ends with 1.
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>

#include "harness/base/install_layout.h"
#include "harness/base/temporary_folder.h"
#include "tests/counters/icount/fuzz/trial.h"

namespace effk::icount::fuzz {
namespace {

int fuzz(double seconds, std::uint64_t first_seed) {
  const auto folder = TemporaryFolder::beneath("/dev/shm");
  const auto bin = InstallLayout::of_this_program()->libexec.parent_path().parent_path() / "bin";
  const Executor executor(bin / "icount", folder->path());
  const auto start = std::chrono::steady_clock::now();
  const auto elapsed = [&] {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  Tally tally;
  std::string found;
  std::uint64_t seed = first_seed;
  do found = try_seed(seed++, executor, tally);
  while (found.empty() && elapsed() < seconds);
  fmt::print(
      "{} programs with {} instructions in {:.0f} s, {} counts checked, {} faults survived; seeds {} to {}\n",
      tally.programs, tally.instructions, elapsed(), tally.counts, tally.faults, first_seed, seed - 1);
  if (found.empty()) return 0;
  const std::string kept = fmt::format("translator_fuzz_{}", seed - 1);
  std::filesystem::copy_file(executor.program(), kept, std::filesystem::copy_options::overwrite_existing);
  fmt::print("{}kept as {}\n", found, kept);
  return 1;
}

}  // namespace
}  // namespace effk::icount::fuzz

int main(int count, char** arguments) {
  const double seconds = count > 1 ? std::strtod(arguments[1], nullptr) : 60;
  const std::uint64_t seed = count > 2 ? std::strtoull(arguments[2], nullptr, 10) : 1;
  return effk::icount::fuzz::fuzz(seconds, seed);
}
