#include "harness/toolchain/cpp/cpp_compiler.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <system_error>

#include "harness/base/digest.h"
#include "harness/base/files.h"
#include "harness/base/printable_text.h"
#include "harness/base/system_program.h"
#include "harness/base/temporary_folder.h"
#include "harness/base/units.h"
#include "harness/sandbox/tool.h"
#include "harness/toolchain/cpp/flags.h"
#include "harness/toolchain/toolchain.h"

namespace effk::toolchain {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongestComplaint = 4000;
// A compiler removes what it could not finish, so there is some room again when we look.
constexpr std::uint64_t kLeastFreeBytes = 64 * kMiB;

std::string join_lines(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, "\n"));
}

Result<std::string> digest_of_headers(const fs::path& headers) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::recursive_directory_iterator(headers, error)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  Digester digester;
  for (const fs::path& file : files) {
    const auto text = read_file(file);
    if (!text) return tl::unexpected(text.error());
    digester.add(file.lexically_relative(headers).string()).add(*text);
  }
  return digester.hex();
}

sandbox::ToolRequest compiler_request(const fs::path& folder, std::optional<int> cancel) {
  sandbox::ToolRequest request;
  request.process.environment = {"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "TMPDIR=" + folder.string()};
  request.process.working_folder = folder;
  // What a source includes is read with the compiler's rights: so neither devices without an end, nor
  // /usr/share, where an installed suite has its references.
  request.process.policy.readable = {"/etc/ld.so.cache", "/usr/include", "/usr/local/include"};
  request.process.policy.executable = {"/usr/bin", "/usr/lib", "/usr/lib64", "/usr/libexec",
                                       "/lib",     "/lib64",   "/bin"};
  request.process.policy.writable = {folder, "/dev/null"};
  request.process.policy.may_change_modes = true;  // the linker marks programs as executable
  request.process.policy.cpu_seconds = 60;
  request.process.policy.data_bytes = std::uint64_t{3} << 30;
  request.process.policy.file_size_bytes = std::uint64_t{256} << 20;
  request.wall_limit = std::chrono::seconds(120);
  request.output_limit_bytes = std::uint64_t{1} << 20;
  request.cancel_descriptor = cancel;
  return request;
}

// What to tell about a compiler that did not end well: its own words, or the limit it met.
std::string complaint_of(const sandbox::ToolOutcome& outcome) {
  if (outcome.timed_out) {
    return fmt::format("the compiler was stopped after {} seconds", outcome.wall.count() / 1000);
  }
  // It quotes the source, which may hold anything.
  std::string text = printable_lines(outcome.errors, kLongestComplaint);
  if (outcome.output_exceeded) return text + "\nthe compiler was stopped: it said more than 1 MiB";
  if (text.empty()) text = "the compiler ended without a word";
  if (outcome.end.signal())
    text += fmt::format("\nthe compiler was stopped by signal {}", *outcome.end.signal());
  return text;
}

// A compiler that was stopped may do better on another day; what it says of the source is for good. g++
// itself ends in order when the compiler proper, which it starts, is killed.
bool was_stopped(const sandbox::ToolOutcome& outcome) {
  return outcome.timed_out || outcome.end.signal() ||
         outcome.errors.find(::strerror(ENOSPC)) != std::string::npos ||
         outcome.errors.find("terminated program") != std::string::npos;
}

bool was_killed(const sandbox::ToolOutcome& outcome) {
  if (outcome.timed_out || outcome.cancelled || outcome.output_exceeded) return false;
  return outcome.end.signal() == SIGKILL ||
         outcome.errors.find("Killed signal terminated program") != std::string::npos;
}

// Then what it says is not about the source. The words alone could be the source's own.
bool met_full_disk(const sandbox::ToolOutcome& outcome, const fs::path& folder) {
  if (outcome.succeeded() || outcome.errors.find(::strerror(ENOSPC)) == std::string::npos) return false;
  std::error_code error;
  const fs::space_info space = fs::space(folder, error);
  return !error && space.available < kLeastFreeBytes;
}

}  // namespace

bool disk_was_full(const Error& error) {
  return error.why.find(::strerror(ENOSPC)) != std::string::npos;
}

Result<CppCompiler> CppCompiler::open(const fs::path& headers, const fs::path& cache,
                                      std::optional<int> cancel) {
  CppCompiler compiler;
  const auto path = system_program("g++");
  if (!path) {
    return fail(ErrorKind::environment, "cannot compile C++ samples", "there is no g++ on this machine",
                "sudo apt-get install g++");
  }
  compiler.compiler_ = *path;
  compiler.headers_ = headers;
  compiler.cancel_ = cancel;

  auto request = compiler_request(fs::temp_directory_path(), cancel);
  request.process.policy.writable = {"/dev/null"};
  request.process.argv = {path->string(), "--version"};
  const auto outcome = sandbox::run_tool(request);
  if (!outcome) return tl::unexpected(outcome.error());
  compiler.version_ = outcome->output.substr(0, outcome->output.find('\n'));
  const auto headers_digest = digest_of_headers(headers);
  if (!headers_digest) return tl::unexpected(headers_digest.error());
  compiler.digest_ = Digester()
                         .add(outcome->output)
                         .add(join_lines(kCompilerFlags))
                         .add(join_lines(kLinkerFlags))
                         .add(*headers_digest)
                         .hex();
  compiler.folder_ = cache / "cpp" / compiler.digest_;
  std::error_code error;
  fs::create_directories(compiler.folder_, error);
  if (error) {
    return fail(ErrorKind::environment, fmt::format("cannot make {}", compiler.folder_.string()),
                error.message());
  }
  if (auto made = compiler.precompile_prelude(); !made) return tl::unexpected(made.error());
  return compiler;
}

Result<void> CppCompiler::precompile_prelude() {
  prelude_ = folder_ / "prelude";
  std::error_code error;
  if (fs::exists(prelude_ / "effk_prelude.h.gch", error)) return {};
  auto work = TemporaryFolder::beneath(folder_);
  if (!work) return tl::unexpected(work.error());
  fs::copy_file(headers_ / "effk_prelude.h", work->path() / "effk_prelude.h", error);
  auto request = compiler_request(work->path(), cancel_);
  request.process.argv = {compiler_.string()};
  request.process.argv.insert(request.process.argv.end(), kCompilerFlags.begin(), kCompilerFlags.end());
  for (const char* word : {"-w", "-x", "c++-header", "effk_prelude.h", "-o", "effk_prelude.h.gch"}) {
    request.process.argv.emplace_back(word);
  }
  const auto outcome = sandbox::run_tool(request);
  if (!outcome) return tl::unexpected(outcome.error());
  if (!outcome->succeeded()) {
    return fail(ErrorKind::environment, "cannot precompile the C++ prelude", complaint_of(*outcome),
                "install a complete g++: sudo apt-get install g++");
  }
  fs::rename(work->path(), prelude_, error);
  // Another effk may have been faster: its prelude is as good.
  if (error && !fs::exists(prelude_ / "effk_prelude.h.gch")) {
    return fail(ErrorKind::environment, fmt::format("cannot make {}", prelude_.string()), error.message());
  }
  return {};
}

fs::path CppCompiler::kept(const std::string& source, Kind kind, const char* ending) const {
  const char* what = kind == Kind::program ? "program" : "shared";
  return folder_ / fmt::format("{}-{}{}", what, digest_of(source), ending);
}

Result<std::variant<fs::path, CompilerComplaint>> CppCompiler::compile(const std::string& source,
                                                                       Kind kind) const {
  using Outcome = std::variant<fs::path, CompilerComplaint>;
  const fs::path binary = kept(source, kind, ".bin");
  const fs::path refused = kept(source, kind, ".refused");
  std::error_code error;
  if (fs::exists(refused, error)) {
    auto text = read_file(refused);
    if (text) return Outcome(CompilerComplaint{std::move(*text)});
  }
  if (fs::exists(binary, error)) return Outcome(binary);

  auto work = TemporaryFolder::beneath(folder_);
  if (!work) return tl::unexpected(work.error());
  if (auto written = write_file_atomically(work->path() / "solution.cpp", source); !written) {
    return tl::unexpected(written.error());
  }
  auto request = compiler_request(work->path(), cancel_);
  request.process.policy.readable.push_back(headers_);
  request.process.policy.readable.push_back(prelude_);
  request.process.argv = {compiler_.string()};
  if (kind == Kind::shared_object) {
    request.process.argv.insert(request.process.argv.end(), kCompilerFlags.begin(), kCompilerFlags.end());
    request.process.argv.insert(request.process.argv.end(), kLinkerFlags.begin(), kLinkerFlags.end());
    for (const std::string& word :
         {std::string("-I"), prelude_.string(), std::string("-include"), std::string("effk_prelude.h")}) {
      request.process.argv.push_back(word);
    }
  } else {
    for (const char* word : {"-std=c++20", "-O2"}) request.process.argv.emplace_back(word);
  }
  for (const std::string& word :
       {std::string("-w"), std::string("-fmax-errors=5"), std::string("-fdiagnostics-color=never"),
        "-I" + headers_.string(), std::string("solution.cpp"), std::string("-o"),
        std::string("solution.bin")}) {
    request.process.argv.push_back(word);
  }
  auto outcome = sandbox::run_tool(request);
  // Once more, if somebody else killed it: the kernel that is short of memory, say.
  if (outcome && was_killed(*outcome)) outcome = sandbox::run_tool(request);
  if (!outcome) return tl::unexpected(outcome.error());
  if (outcome->cancelled) return fail(ErrorKind::environment, "the compiler was interrupted");
  if (met_full_disk(*outcome, folder_)) {
    return fail(ErrorKind::environment, "cannot compile",
                fmt::format("{}: {} has less than {} MiB left", ::strerror(ENOSPC), folder_.string(),
                            kLeastFreeBytes / kMiB),
                "make room, or set EFFK_CACHE to a folder on another disk; then: effk run ... --resume");
  }
  if (!outcome->succeeded()) {
    const std::string text = complaint_of(*outcome);
    if (!was_stopped(*outcome)) (void)write_file_atomically(refused, text);
    return Outcome(CompilerComplaint{text});
  }
  // Never replaces what another effk has made in the meantime: Landlock's rules go with the file, so whoever
  // is about to execute the old one would be refused the new one.
  fs::create_hard_link(work->path() / "solution.bin", binary, error);
  if (error && error != std::errc::file_exists)
    return fail(ErrorKind::environment, fmt::format("cannot keep {}", binary.string()), error.message());
  return Outcome(binary);
}

Result<std::variant<fs::path, CompilerComplaint>> CppCompiler::shared_object(
    const std::string& source) const {
  return compile(source, Kind::shared_object);
}

Result<std::variant<fs::path, CompilerComplaint>> CppCompiler::program(const std::string& source) const {
  return compile(source, Kind::program);
}

}  // namespace effk::toolchain
