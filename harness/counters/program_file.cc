// Which file a program's name means, and whether it can be counted.
#include <elf.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sstream>

#include "harness/counters/whole_program.h"

namespace effk::counters {
namespace {

namespace fs = std::filesystem;

// What execvp() takes without PATH.
constexpr const char* kDefaultPath = "/bin:/usr/bin";
constexpr std::size_t kMostOfFirstLine = 256;  // as much as the kernel reads of a script's first line

bool may_be_executed(const fs::path& file) {
  std::error_code error;
  return fs::is_regular_file(file, error) && ::access(file.c_str(), X_OK) == 0;
}

fs::path find_in_path(const std::string& name) {
  const char* path = std::getenv("PATH");
  std::istringstream folders(path != nullptr ? path : kDefaultPath);
  for (std::string folder; std::getline(folders, folder, ':');) {
    const fs::path file = fs::path(folder.empty() ? "." : folder) / name;
    if (may_be_executed(file)) return file;
  }
  return {};
}

std::string beginning_of(const fs::path& file) {
  std::string text(kMostOfFirstLine, '\0');
  std::ifstream stream(file, std::ios::binary);
  stream.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(stream.gcount()));
  return text;
}

bool is_program_of_this_machine(const std::string& beginning) {
  Elf64_Ehdr header;
  if (beginning.size() < sizeof header) return false;
  std::memcpy(&header, beginning.data(), sizeof header);
  return std::memcmp(header.e_ident, ELFMAG, SELFMAG) == 0 && header.e_ident[EI_CLASS] == ELFCLASS64 &&
         header.e_machine == EM_X86_64 && (header.e_type == ET_EXEC || header.e_type == ET_DYN);
}

// What the first line of a script names, with its argument; `env` only looks for a program.
std::string interpreter_of(const std::string& beginning) {
  std::istringstream line(beginning.substr(2, beginning.find('\n') - 2));
  std::string interpreter;
  std::string argument;
  line >> interpreter >> argument;
  if (fs::path(interpreter).filename() == "env" && !argument.empty() && argument[0] != '-') return argument;
  return argument.empty() ? interpreter : interpreter + " " + argument;
}

}  // namespace

Result<fs::path> find_program(const std::string& name) {
  const std::string what = fmt::format("cannot count {}", name.empty() ? "''" : name);
  std::error_code error;
  fs::path file = name;
  if (name.find('/') == std::string::npos) {
    file = find_in_path(name);
    if (file.empty()) {
      const bool is_here = !name.empty() && fs::exists(name, error);
      return fail(ErrorKind::bad_input, what, "no folder in PATH has a program of this name",
                  is_here ? fmt::format("the file in this folder is ./{}", name) : "");
    }
  } else if (!fs::exists(file, error)) {
    return fail(ErrorKind::bad_input, what, "there is no such file");
  } else if (fs::is_directory(file, error)) {
    return fail(ErrorKind::bad_input, what, "it is a folder");
  } else if (!may_be_executed(file)) {
    return fail(ErrorKind::bad_input, what, "it may not be executed", fmt::format("chmod +x {}", name));
  }
  const std::string beginning = beginning_of(file);
  if (beginning.starts_with("#!")) {
    return fail(
        ErrorKind::bad_input, what, "it is a script, and only its interpreter is a program",
        fmt::format("name the interpreter: effk count -- {} {}", interpreter_of(beginning), file.string()));
  }
  // A file that may be executed and not be read is left to the instrument.
  if (::access(file.c_str(), R_OK) == 0 && !is_program_of_this_machine(beginning)) {
    return fail(ErrorKind::bad_input, what, "it is not a program for 64-bit x86 Linux");
  }
  return file;
}

}  // namespace effk::counters
