// attacks_measure INSTRUMENT LANGUAGE -- runs all attacks once, each followed by an honest sample on the same
// warm driver, and leaves for attacks_test: run.effk, what effk said, and what was left behind. On a machine
// where the instrument cannot count it leaves the reason instead.
#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <set>
#include <string>

#include "harness/base/files.h"
#include "harness/base/install_layout.h"
#include "harness/base/temporary_folder.h"
#include "harness/counters/instrument.h"
#include "tests/attacks/attack_table.h"
#include "tests/program/effk_process.h"

namespace {

using namespace effk;
namespace fs = std::filesystem;

void leave(const fs::path& file, const std::string& text) {
  if (auto written = write_file_atomically(file, text); !written) {
    throw std::runtime_error(error_text(written.error()));
  }
}

// MODEL/PROBLEM/SAMPLE, as effk reads it: with one job the samples of a problem run in the order of their
// names.
void write_submission(const fs::path& folder, suite::Language language) {
  const std::string extension(suite::file_extension(language));
  std::set<std::string> problems;
  std::size_t number = 0;
  for (const attacks::Attack& attack : attacks::attack_table()) {
    ++number;
    if (attack.language != language) continue;
    const fs::path place = folder / attack.problem;
    fs::create_directories(place);
    const fs::path honest = attacks::honest_file(attack.problem, language);
    if (problems.insert(attack.problem).second) {
      fs::copy_file(honest, place / (attacks::honest_sample_name(0) + extension));
    }
    leave(place / (attacks::attack_sample_name(number, attack) + extension), attack.code());
    fs::copy_file(honest, place / (attacks::honest_sample_name(number) + extension));
  }
}

// Whatever the cache holds that is on its way to somewhere else.
std::string unfinished_files(const fs::path& cache) {
  std::string found;
  for (const auto& entry : fs::recursive_directory_iterator(cache)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with("tmp-") || name.ends_with(".part")) found += entry.path().string() + "\n";
  }
  return found;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const std::string instrument = argv[1];
  const auto language = suite::parse_language(argv[2]);
  if (!language) return 2;
  const fs::path folder = attacks::outcome_folder(instrument, *language);
  fs::remove_all(folder);
  fs::create_directories(folder);
  const auto layout = InstallLayout::of_this_program();
  if (!layout) return 1;
  if (const auto works = counters::make_instrument(instrument, *layout); !works) {
    leave(folder / "skipped", error_text(works.error()));
    return 0;
  }
  const auto submission = TemporaryFolder::beneath(fs::temp_directory_path());
  if (!submission) return 1;
  write_submission(submission->path() / "attacker", *language);

  EffkProcess::Request request;
  // A cache of its own: it is looked through for what is left behind.
  const fs::path cache = folder / "cache";
  request.environment = {"EFFK_CACHE=" + cache.string()};
  request.arguments = {"run",          submission->path().string(),
                       "-o",           (folder / "run.effk").string(),
                       "--suite",      EFFK_SMALL_SUITE,
                       "--instrument", instrument,
                       "--jobs",       "1",
                       "--k",          "1",
                       "--json"};
  EffkProcess effk(request);
  const EffkEnd end = effk.wait(std::chrono::seconds(1500));
  leave(folder / "status", fmt::to_string(end.status));
  leave(folder / "stdout", end.out);
  leave(folder / "stderr", end.err);
  leave(folder / "outlived_by", fmt::to_string(end.outlived_by));
  leave(folder / "unfinished", unfinished_files(cache));
  fs::remove_all(cache);
  std::fputs(end.err.c_str(), stderr);
  return end.status == 0 ? 0 : 1;
}
