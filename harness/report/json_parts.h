// harness/report/json_parts.h -- the objects that the JSON of a report (json.h) and of a leaderboard share.
// Internal to the module; include it in .cc files only, nlohmann is slow to compile.
//
//   Errors   none.
//   Threads  pure.
#pragma once

#include <nlohmann/json.hpp>

#include "harness/record/record.h"
#include "harness/score/run_scores.h"
#include "metrics/definition.h"

namespace effk::report {

using Json = nlohmann::ordered_json;

// schema, suite, instrument, cost, unit
Json head_json(const record::RunRecord& run);

// Appends alpha, weights, interval_seed, problems.
void put_scoring(Json& owner, const score::RunScores& scores);

// One of "models".
Json model_json(const score::ModelScores& model);

Json definition_json(const metrics::Definition& definition);

Json environment_json(const record::Environment& environment);

}  // namespace effk::report
