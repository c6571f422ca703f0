#include "tests/counters/icount/counted.h"

#include <cstdlib>

#include "harness/base/files.h"
#include "harness/base/temporary_folder.h"

namespace effk::counters {

// Nothing that icount does not tell of the processor, and nothing that the kernel adds.
const std::vector<std::string> kCountedEnvironment = {
    "GLIBC_TUNABLES=glibc.pthread.rseq=0:glibc.cpu.hwcaps=-AVX512F,-AVX512VL,-AVX512BW,-ERMS,-FSRM,-XSAVEC"};

std::string icount() {
  return (InstallLayout::of_this_program()->libexec.parent_path().parent_path() / "bin" / "icount").string();
}

std::string program_path(const std::string& name) {
  return test_program("counted_" + name).string();
}

Counted counted_by_icount(const std::string& program, std::vector<std::string> options,
                          std::vector<std::string> arguments) {
  const auto folder = TemporaryFolder::beneath(std::filesystem::temp_directory_path());
  const std::string file = (folder->path() / "count").string();
  std::vector<std::string> command = {icount(), "--output=" + file};
  command.insert(command.end(), options.begin(), options.end());
  command.insert(command.end(), {"--", program});
  command.insert(command.end(), arguments.begin(), arguments.end());
  const Spawned spawned = run_command(command, kCountedEnvironment);
  const auto text = read_file(file);
  return {spawned.wait_status, spawned.output, text ? std::strtoull(text->c_str(), nullptr, 10) : 0};
}

}  // namespace effk::counters
