// harness/cases/case_cache.h -- cases on disk, by the digest of all that shapes them, what the reference
// answers to them, and which results a checker has accepted. Internal to the module.
//
//   Errors   environment, if a file cannot be written; bad_input, if a kept one cannot be read.
//   Threads  may be shared; several processes may use one folder.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "harness/base/error.h"
#include "harness/cases/generator_program.h"

namespace effk::cases {

class CaseCache {
 public:
  // `identity`: of the problem, of its generator and of what runs it.
  CaseCache(std::filesystem::path folder, std::string identity)
      : folder_(std::move(folder)), identity_(std::move(identity)) {}

  // The arguments of a case that was kept.
  Result<std::optional<std::string>> find(const CaseRequest& one) const;
  Result<void> keep(const CaseRequest& one, std::string_view arguments) const;

  // Whether the checker is known to accept each of these results. One that it has rejected is asked again.
  bool knows_accepted(std::span<const CheckRequest> requests) const;
  Result<void> keep_accepted(std::span<const CheckRequest> requests) const;

  // What a reference answers to these arguments; `reference` stands for its code and for what runs it.
  Result<std::optional<std::string>> find_answer(std::string_view reference,
                                                 std::string_view arguments) const;
  Result<void> keep_answer(std::string_view reference, std::string_view arguments,
                           std::string_view answer) const;

 private:
  std::filesystem::path place_of(const CaseRequest& one) const;
  std::filesystem::path place_of(std::string_view reference, std::string_view arguments) const;
  std::filesystem::path place_of(std::span<const CheckRequest> requests) const;

  std::filesystem::path folder_;
  std::string identity_;
};

}  // namespace effk::cases
