// harness/submissions/code_lists.h -- what ENAMEL's and bigcode's files have in common: lists of strings of
// code, one list a problem.
//
//   Errors   bad_input, with file and JSON pointer.
//   Threads  no shared state.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "harness/submissions/format.h"

namespace effk::submissions {

// True for [[CODE, ...], ...]; the first list that is not empty decides.
bool is_list_of_lists(const nlohmann::json& document);

// Adds a copy of `like` with its text and place for each string of `list`, which lies at `pointer`.
Result<void> add_codes(const nlohmann::json& list, const std::string& pointer, const RawSample& like,
                       const Input& input, ReadingLimits* limits, RawSamples* found);

// The error of a value at `pointer` that is not `wanted` ("an array of strings").
tl::unexpected<Error> wrong_kind(const Input& input, const std::string& pointer, const nlohmann::json& value,
                                 std::string_view wanted, const Format& format);

// The error of a document without a single sample.
tl::unexpected<Error> no_samples(const Input& input, const Format& format);

}  // namespace effk::submissions
