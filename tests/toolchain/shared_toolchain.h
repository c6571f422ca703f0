// tests/toolchain/shared_toolchain.h -- one toolchain for all tests of a build folder, and problems for it.
//
// Its cache lies in the build folder and stays, since a compiled thing is kept by all that shapes it: only
// the first run of a test pays for the compiler.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "harness/base/install_layout.h"
#include "harness/toolchain/toolchain.h"

namespace effk::toolchain {

inline std::filesystem::path build_folder() {
  return InstallLayout::of_this_program().value().libexec.parent_path().parent_path();
}

inline std::filesystem::path test_cache() {
  return build_folder() / "tests" / "cache";
}

inline const Toolchain& shared_toolchain() {
  static const Toolchain toolchain = [] {
    auto opened = Toolchain::open({InstallLayout::of_this_program().value(), test_cache(), {}, {}});
    if (!opened) throw std::runtime_error(error_text(opened.error()));
    return std::move(*opened);
  }();
  return toolchain;
}

// A problem that is nothing but a signature: "solve" with parameters a, b, ... of these types.
inline suite::Problem problem_of(const std::vector<std::string>& parameters, const std::string& result) {
  suite::Problem problem;
  problem.id = "test";
  problem.signature.entry_point = "solve";
  char name = 'a';
  for (const std::string& type : parameters) {
    problem.signature.parameters.push_back({std::string(1, name++), value::parse_type(type).value()});
  }
  problem.signature.result = value::parse_type(result).value();
  return problem;
}

// The program that a sample becomes; throws with the reason if it becomes none.
inline Program built(const suite::Problem& problem, suite::Language language, const std::string& code) {
  auto outcome = shared_toolchain().build(problem, language, code);
  if (!outcome) throw std::runtime_error(error_text(outcome.error()));
  if (const auto* failure = std::get_if<CompileFailure>(&*outcome))
    throw std::runtime_error(failure->message);
  return std::move(std::get<Program>(*outcome));
}

// Why a sample becomes no program; empty if it becomes one.
inline std::string complaint_about(const suite::Problem& problem, const std::string& code) {
  const auto outcome = shared_toolchain().build(problem, suite::Language::cpp, code);
  if (!outcome) throw std::runtime_error(error_text(outcome.error()));
  const auto* failure = std::get_if<CompileFailure>(&*outcome);
  return failure == nullptr ? "" : failure->message;
}

}  // namespace effk::toolchain
