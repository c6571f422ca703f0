#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "harness/store/run_jsonl.h"

namespace effk::store {
namespace {

using Json = nlohmann::ordered_json;

// Text that is not UTF-8 has no place in a JSON string: {"hex": "ff00"}.
Json text(const std::string& bytes) {
  Json json(bytes);
  try {
    (void)json.dump();
    return json;
  } catch (const Json::exception&) {
    std::string hex;
    for (const char c : bytes) hex += fmt::format("{:02x}", static_cast<unsigned char>(c));
    return {{"hex", hex}};
  }
}

Json texts(const std::vector<std::string>& list) {
  Json json = Json::array();
  for (const std::string& one : list) json.push_back(text(one));
  return json;
}

Json texts(const std::map<std::string, std::string>& map) {
  Json json = Json::object();
  for (const auto& [key, value] : map) json[key] = text(value);
  return json;
}

Json count(const std::optional<Cost>& cost) {
  return cost ? Json(cost->value) : Json(nullptr);
}

void put_unless_empty(Json& json, const char* key, const std::string& value) {
  if (!value.empty()) json[key] = text(value);
}

void put_unless_empty(Json& json, const char* key, const std::vector<std::string>& list) {
  if (!list.empty()) json[key] = texts(list);
}

Json to_json(const record::ResourceUse& use) {
  return {use.user_us, use.system_us, use.wall_us, use.peak_memory_bytes};
}

void put_events(Json& json, const record::ResourceUse& use) {
  for (const auto& [name, count] : use.events) json["events"][name] = count;
}

Json to_json(const record::CaseRecord& one, const JsonlOptions& options) {
  Json json = {{"level", one.level}, {"number", one.number}};
  if (one.verdict != record::Verdict::accepted) json["verdict"] = record::to_string(one.verdict);
  const bool censored = record::censors(one.verdict);
  if (!censored || (options.use && one.total.value != 0)) json["total"] = one.total.value;
  json["cost"] = count(one.cost);
  if (one.spread.value != 0) json["spread"] = one.spread.value;
  const record::ResourceUse& use = one.use;
  const bool used = use.user_us != 0 || use.system_us != 0 || use.wall_us != 0 || use.peak_memory_bytes != 0;
  if (options.use && used) json["use"] = to_json(use);
  if (options.use) put_events(json, use);
  put_unless_empty(json, "flags", one.flags);
  put_unless_empty(json, "detail", one.detail);
  return json;
}

Json to_json(const std::vector<record::CaseRecord>& cases, const JsonlOptions& options) {
  Json json = Json::array();
  for (const record::CaseRecord& one : cases) json.push_back(to_json(one, options));
  return json;
}

Json to_json(const record::ProblemRecord& problem) {
  Json json = {{"type", "problem"}, {"problem", text(problem.problem)}, {"digest", text(problem.digest)}};
  put_unless_empty(json, "title", problem.title);
  put_unless_empty(json, "kind", problem.kind);
  put_unless_empty(json, "challenge", problem.challenge);
  put_unless_empty(json, "tags", problem.tags);
  json["levels"] = Json::array();
  for (const record::LevelRecord& level : problem.levels)
    json["levels"].push_back({{"weight", level.weight}, {"cases", level.cases}});
  put_unless_empty(json, "rivals", problem.rivals);
  if (!problem.signatures.empty()) json["signatures"] = texts(problem.signatures);
  put_unless_empty(json, "statement", problem.statement);
  return json;
}

Json to_json(const record::ReferenceRecord& reference, const JsonlOptions& options) {
  Json json = {{"type", "reference"},
               {"problem", text(reference.problem)},
               {"language", text(reference.language)},
               {"code_digest", text(reference.code_digest)},
               {"load", reference.load.value},
               {"allowance", reference.allowance.value},
               {"cases", Json::array()}};
  for (const record::ReferenceCase& one : reference.cases) {
    Json line = {{"level", one.level},
                 {"number", one.number},
                 {"cost", one.cost.value},
                 {"frame", one.frame},
                 {"floor", one.floor.value}};
    if (options.use && one.use) {
      line["use"] = to_json(*one.use);
      put_events(line, *one.use);
    }
    put_unless_empty(line, "arguments_digest", one.arguments_digest);
    json["cases"].push_back(std::move(line));
  }
  if (options.code) put_unless_empty(json, "code", reference.code);
  return json;
}

Json to_json(const record::RivalRecord& rival, const JsonlOptions& options) {
  Json json = {{"type", "rival"},
               {"problem", text(rival.problem)},
               {"language", text(rival.language)},
               {"name", text(rival.name)},
               {"code_digest", text(rival.code_digest)},
               {"alpha", rival.alpha},
               {"verdict", record::to_string(rival.verdict)}};
  put_unless_empty(json, "detail", rival.detail);
  json["load"] = count(rival.load);
  json["cases"] = to_json(rival.cases, options);
  return json;
}

Json to_json(const record::SampleRecord& sample, const JsonlOptions& options) {
  Json json = {{"type", "sample"},
               {"model", text(sample.model)},
               {"problem", text(sample.problem)},
               {"language", text(sample.language)},
               {"sample", text(sample.sample)},
               {"verdict", record::to_string(sample.verdict)}};
  put_unless_empty(json, "detail", sample.detail);
  put_unless_empty(json, "extraction", sample.extraction);
  put_unless_empty(json, "flags", sample.flags);
  if (sample.reused) json["reused"] = true;
  json["load"] = count(sample.load);
  json["cases"] = to_json(sample.cases, options);
  if (options.code) put_unless_empty(json, "code", sample.code);
  return json;
}

}  // namespace

std::string to_jsonl(record::RunRecord run, const JsonlOptions& options) {
  record::sort(run);
  const std::size_t lines_after_first = run.problems.size() + run.references.size() + run.rivals.size() +
                                        run.samples.size() + run.warnings.size();
  std::string lines;
  const auto add = [&](const Json& json) { lines += json.dump() + "\n"; };
  add({{"type", "run"},
       {"format", kJsonlFormat},
       {"schema", run.schema_version},
       {"alpha", run.alpha},
       {"complete", run.complete},
       {"lines", lines_after_first},
       {"environment", texts(run.environment)}});
  for (const auto& one : run.problems) add(to_json(one));
  for (const auto& one : run.references) add(to_json(one, options));
  for (const auto& one : run.rivals) add(to_json(one, options));
  for (const auto& one : run.samples) add(to_json(one, options));
  for (const auto& one : run.warnings) add({{"type", "warning"}, {"text", text(one)}});
  return lines;
}

}  // namespace effk::store
