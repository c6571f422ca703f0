#include "harness/toolchain/toolchain.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <gnu/libc-version.h>

#include <cerrno>

#include "harness/base/digest.h"
#include "harness/base/files.h"
#include "harness/base/printable_text.h"
#include "harness/base/system_program.h"
#include "harness/toolchain/baseline_environment.h"
#include "harness/toolchain/cpp/cpp_compiler.h"
#include "harness/toolchain/cpp/dropped_pragmas.h"
#include "harness/toolchain/cpp/elf_sections.h"
#include "harness/toolchain/cpp/flags.h"
#include "harness/toolchain/cpp/instruction_check.h"
#include "harness/toolchain/cpp/program_entry.h"
#include "harness/toolchain/cpp/signature_variant.h"
#include "harness/toolchain/drivers/job.h"
#include "harness/toolchain/drivers/python_bootstrap.h"
#include "harness/toolchain/python_command.h"

namespace effk::toolchain {
namespace {

namespace fs = std::filesystem;

using Compiled = std::variant<fs::path, CompilerComplaint>;

Result<std::shared_ptr<const UniqueFd>> in_memory(const char* name, std::string_view bytes) {
  auto fd = sealed_memory_file(name, bytes);
  if (!fd) return tl::unexpected(fd.error());
  return std::make_shared<const UniqueFd>(std::move(*fd));
}

// The complaint about a shared object that compiles but may not be measured, or nothing; and the description
// that its call adaptor left.
struct Inspection {
  std::optional<std::string> refused;
  std::string description;
};

Result<Inspection> inspect(std::string_view shared_object) {
  const auto sections = elf_sections(shared_object);
  if (!sections) return tl::unexpected(sections.error());
  Inspection inspection;
  for (const ElfSection& section : *sections) {
    if (section.name == ".effk_types") inspection.description = std::string(section.bytes);
    if (!section.executable || inspection.refused) continue;
    inspection.refused = section.writable
                             ? "code that can be written in section " + printable_line(section.name, 60)
                             : refused_instruction(section.bytes, section.address);
  }
  return inspection;
}

std::string_view driver_file(suite::Language language, suite::Kind kind) {
  if (kind == suite::Kind::program)
    return language == suite::Language::cpp ? "effk-cpp-program-driver" : "effk-python-program-driver.so";
  return language == suite::Language::cpp ? "effk-cpp-driver" : "effk-python-driver.so";
}

std::string digest_of_file(const fs::path& path) {
  const auto bytes = read_file(path);
  return bytes ? digest_of(*bytes).substr(0, 16) : "unreadable";
}

}  // namespace

Toolchain::Toolchain(Options options, CppCompiler compiler)
    : options_(std::move(options)), compiler_(std::make_shared<const CppCompiler>(std::move(compiler))) {}

Result<Toolchain> Toolchain::open(Options options) {
  auto compiler = CppCompiler::open(options.layout.share / "include", options.cache, options.cancel);
  if (!compiler) return tl::unexpected(compiler.error());
  auto interpreter = python_interpreter();
  if (!interpreter) return tl::unexpected(interpreter.error());
  Toolchain toolchain(std::move(options), std::move(*compiler));
  const CppCompiler& cpp = *toolchain.compiler_;
  toolchain.identity_ = {
      {"compiler", cpp.version()},
      {"compiler.digest", cpp.digest()},
      {"compiler.flags", fmt::format("{} {}", fmt::join(kCompilerFlags, " "), fmt::join(kLinkerFlags, " "))},
      {"interpreter", interpreter->string()},
      {"interpreter.digest", digest_of_file(*interpreter)},
      {"values.python.digest", digest_of_file(toolchain.options_.layout.libexec / "effk-python-values.so")},
      {"libc", gnu_get_libc_version()},
      {"libc.digest", digest_of_file("/lib/x86_64-linux-gnu/libc.so.6")},
      {"libstdc++.digest", digest_of_file("/usr/lib/x86_64-linux-gnu/libstdc++.so.6")},
      {"baseline", "x86-64-v3"},
      {"python.preload", fmt::format("{}", fmt::join(toolchain.options_.python_preload, ","))},
  };
  for (const suite::Language language : suite::kLanguages) {
    for (const suite::Kind kind : {suite::Kind::function, suite::Kind::program}) {
      const std::string key = fmt::format("driver.{}{}.digest", suite::to_string(language),
                                          kind == suite::Kind::program ? ".program" : "");
      toolchain.identity_[key] =
          digest_of_file(toolchain.options_.layout.libexec / driver_file(language, kind));
    }
  }
  return toolchain;
}

Result<Built> Toolchain::build(const suite::Problem& problem, suite::Language language,
                               const std::string& code) const {
  if (language == suite::Language::cpp) {
    return problem.kind == suite::Kind::program ? build_cpp_program(problem, code)
                                                : build_cpp_function(problem, code);
  }
  Program program;
  program.language = language;
  program.kind = problem.kind;
  program.source = code;
  program.entry_point = problem.signature.entry_point;
  program.result_type = value::to_string(problem.signature.result);
  return Built(std::move(program));
}

Result<Built> Toolchain::build_cpp_program(const suite::Problem& problem, const std::string& code) const {
  const WithoutPragmas without = drop_pragmas(code);
  const auto compiled = compiler_->shared_object(with_entry_of_program(without.source));
  if (!compiled) return tl::unexpected(compiled.error());
  if (const auto* complaint = std::get_if<CompilerComplaint>(&*compiled)) {
    return Built(CompileFailure{program_fault(complaint->text)});
  }
  const auto bytes = read_file(std::get<fs::path>(*compiled));
  if (!bytes) return tl::unexpected(bytes.error());
  const auto inspection = inspect(*bytes);
  if (!inspection) return tl::unexpected(inspection.error());
  if (inspection->refused) return Built(CompileFailure{"refused machine code: " + *inspection->refused});
  Program program;
  program.kind = problem.kind;
  for (const std::string& pragma : without.dropped) program.notes.push_back("dropped " + pragma);
  auto solution_file = in_memory("solution", *bytes);
  if (!solution_file) return tl::unexpected(solution_file.error());
  program.solution = std::move(*solution_file);
  return Built(std::move(program));
}

Result<Built> Toolchain::build_cpp_function(const suite::Problem& problem, const std::string& code) const {
  const WithoutPragmas without = drop_pragmas(code);
  const std::string source = without.source + "\n\n" + end_of_macros();
  auto compiled = compiler_->shared_object(source + adaptor_line(problem.signature));
  if (!compiled) return tl::unexpected(compiled.error());
  if (const auto* complaint = std::get_if<CompilerComplaint>(&*compiled);
      complaint != nullptr && complaint->text.find("is ambiguous") != std::string::npos) {
    auto again = compiler_->shared_object(source + adaptor_line(problem.signature, true));
    if (!again) return tl::unexpected(again.error());
    if (std::holds_alternative<fs::path>(*again)) compiled = std::move(again);
  }
  if (const auto* complaint = std::get_if<CompilerComplaint>(&*compiled)) {
    return Built(CompileFailure{complaint->text});
  }
  const auto bytes = read_file(std::get<fs::path>(*compiled));
  if (!bytes) return tl::unexpected(bytes.error());
  const auto inspection = inspect(*bytes);
  if (!inspection) return tl::unexpected(inspection.error());
  if (inspection->refused) return Built(CompileFailure{"refused machine code: " + *inspection->refused});
  const SignatureVariant variant = read_description(inspection->description);
  if (variant.kind != SignatureVariant::Kind::fits) {
    return Built(CompileFailure{signature_fault(problem.signature, variant)});
  }

  auto codec = compiler_->shared_object(variant.codec_source);
  if (!codec) return tl::unexpected(codec.error());
  if (const auto* complaint = std::get_if<CompilerComplaint>(&*codec)) {
    return fail(ErrorKind::internal,
                fmt::format("the codec library of problem {} does not compile", problem.id), complaint->text);
  }
  const auto codec_bytes = read_file(std::get<fs::path>(*codec));
  if (!codec_bytes) return tl::unexpected(codec_bytes.error());

  Program program;
  program.language = suite::Language::cpp;
  program.entry_point = problem.signature.entry_point;
  program.result_type = value::to_string(problem.signature.result);
  for (const std::string& pragma : without.dropped) program.notes.push_back("dropped " + pragma);
  auto solution_file = in_memory("solution", *bytes);
  if (!solution_file) return tl::unexpected(solution_file.error());
  auto codec_file = in_memory("codec", *codec_bytes);
  if (!codec_file) return tl::unexpected(codec_file.error());
  program.solution = std::move(*solution_file);
  program.codec = std::move(*codec_file);
  return Built(std::move(program));
}

Result<fs::path> Toolchain::build_generator(const suite::Problem& problem) const {
  const auto source = read_file(problem.generator);
  if (!source) return tl::unexpected(source.error());
  auto compiled = compiler_->program(*source);
  if (!compiled) return tl::unexpected(compiled.error());
  if (const auto* complaint = std::get_if<CompilerComplaint>(&*compiled)) {
    return fail(ErrorKind::bad_input, fmt::format("{} does not compile", problem.generator.string()),
                complaint->text);
  }
  return std::get<fs::path>(*compiled);
}

Result<Toolchain::PythonTool> Toolchain::python_tool() const {
  const auto interpreter = python_interpreter();
  if (!interpreter) return tl::unexpected(interpreter.error());
  PythonTool tool;
  tool.argv = {interpreter->string()};
  tool.argv.insert(tool.argv.end(), kPythonFlags.begin(), kPythonFlags.end());
  tool.environment = kBaselineEnvironment;
  tool.values_module = options_.layout.libexec / "effk-python-values.so";
  tool.digest =
      Digester().add(identity_.at("interpreter.digest")).add(identity_.at("values.python.digest")).hex();
  return tool;
}

Result<DriverCommand> Toolchain::driver(suite::Language language, suite::Kind kind) const {
  DriverCommand command;
  const bool is_cpp = language == suite::Language::cpp;
  const fs::path code = options_.layout.libexec / driver_file(language, kind);
  command.code.reset(::open(code.c_str(), O_RDONLY | O_CLOEXEC));
  if (!command.code) {
    return fail_errno(ErrorKind::environment, fmt::format("cannot open the driver {}", code.string()), errno,
                      "install effk again");
  }
  command.environment = kBaselineEnvironment;
  command.readable = {"/lib", "/lib64", "/usr/lib", "/dev/null", options_.layout.libexec};
  if (is_cpp) {
    command.argv = {"/proc/self/fd/4"};
    command.code_is_program = true;
  } else {
    const auto argv = python_command(options_.python_preload);
    if (!argv) return tl::unexpected(argv.error());
    command.argv = *argv;
    const fs::path start = options_.layout.libexec / "python-start";
    command.start_folder.reset(::open(start.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!command.start_folder) {
      return fail_errno(ErrorKind::environment, fmt::format("cannot open the folder {}", start.string()),
                        errno, "install effk again");
    }
    static_assert(EFFK_START_FD == 5);
    command.environment.emplace_back("PYTHONPATH=/proc/self/fd/5");
    command.readable.push_back(command.argv[0]);
    command.readable.push_back("/usr/lib/python3.11");
  }
  return command;
}

}  // namespace effk::toolchain
