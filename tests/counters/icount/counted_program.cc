#include "tests/counters/icount/counted_program.h"

#include <cstdlib>
#include <filesystem>

#include "harness/base/files.h"
#include "harness/base/install_layout.h"
#include "harness/base/temporary_folder.h"
#include "tests/counters/icount/places_under_icount.h"
#include "tests/counters/spawned.h"

namespace effk::counters {
namespace {

const std::vector<std::string> kAsStepped = {"--baseline=host", "--rep=iterations"};

}  // namespace

const std::vector<std::string>& same_environment() {
  static const std::vector<std::string> kEnvironment = {
      "GLIBC_TUNABLES=glibc.pthread.rseq=0:glibc.cpu.hwcaps=-AVX512F,-AVX512VL,-AVX512BW,-ERMS,-FSRM,-XSAVEC",
      "PYTHONHASHSEED=0", "PERL_HASH_SEED=0"};
  return kEnvironment;
}

std::string program_path(const std::string& name) {
  return test_program("counted_" + name).string();
}

std::vector<CountedProgram> built_programs() {
  std::vector<CountedProgram> programs;
  const auto add = [&](const std::string& name, bool is_short) {
    programs.push_back({name, {program_path(name)}, is_short});
  };
  // To its first instruction a dynamic program takes 80,000 steps, one in C++ 1.5 million; and the first
  // exception of a static one 4 million.
  for (const std::string name : {"empty", "signals", "thread_local", "jumps", "contexts", "rewriting",
                                 "overflow", "family", "flags", "lineage"}) {
    add(name + "_static", true);
    add(name + "_dynamic", true);
  }
  for (const std::string name : {"strings", "numbers", "allocation", "long_double", "vectors", "repetitions",
                                 "interpreter", "bits", "text", "clocks", "ending"}) {
    add(name + "_static", true);
    add(name + "_dynamic", false);
  }
  programs.push_back(
      {"opening_dynamic",
       {program_path("opening_dynamic"), program_path("opened_1.so"), program_path("opened_2.so")},
       true});
  for (const std::string name : {"exceptions", "unwinding", "classes", "containers", "streams"}) {
    add(name + "_static", false);
    add(name + "_dynamic", false);
  }
  return programs;
}

std::vector<CountedProgram> installed_programs() {
  std::vector<CountedProgram> programs = {
      {"true", {"/usr/bin/true"}},
      {"sed", {"/usr/bin/sed", "-n", "s/\\([a-z]*\\):.*/\\1/p", "/etc/passwd"}},
      {"sort", {"/usr/bin/sort", "--parallel=1", "-t:", "-k3n", "/etc/passwd"}},
      {"gzip", {"/usr/bin/gzip", "-nc", "/etc/passwd"}},
      {"bc", {"/usr/bin/bc", "--version"}},
      {"perl", {"/usr/bin/perl", "-e", "print join(',', sort { $a <=> $b } map { $_ * 7 % 31 } 1 .. 60)"}},
      {"sqlite",
       {"/usr/bin/sqlite3", ":memory:", "create table t(a); insert into t values(3); select * from t"}},
      {"python", {"/usr/bin/python3", "-S", "-c", "pass"}}};
  std::erase_if(programs,
                [](const CountedProgram& one) { return !std::filesystem::exists(one.command.front()); });
  return programs;
}

std::string icount_program() {
  return (InstallLayout::of_this_program()->libexec.parent_path().parent_path() / "bin" / "icount").string();
}

Counted counted_by_icount(const std::vector<std::string>& program, const std::vector<std::string>& options) {
  const auto folder = TemporaryFolder::beneath(std::filesystem::temp_directory_path());
  const std::string file = (folder->path() / "count").string();
  std::vector<std::string> command = {icount_program(), "--output=" + file};
  command.insert(command.end(), options.begin(), options.end());
  command.emplace_back("--");
  command.insert(command.end(), program.begin(), program.end());
  const Spawned spawned = run_command(command, same_environment());
  const auto text = read_file(file);
  return {spawned.wait_status, spawned.output, text ? std::strtoull(text->c_str(), nullptr, 10) : 0};
}

Counted counted_as_stepped(const std::vector<std::string>& command) {
  return counted_by_icount(command, kAsStepped);
}

Stepped stepped_as_counted(const std::vector<std::string>& command) {
  const Places places = places_under_icount(icount_program(), kAsStepped, command, same_environment());
  return single_steps(command, same_environment(), places);
}

}  // namespace effk::counters
