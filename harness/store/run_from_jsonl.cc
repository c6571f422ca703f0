#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <tuple>

#include "harness/store/run_jsonl.h"

namespace effk::store {
namespace {

using Json = nlohmann::ordered_json;

// What is wrong with a line.
struct Malformed : std::runtime_error {
  using std::runtime_error::runtime_error;
};

const Json& member(const Json& json, const char* key) {
  const auto found = json.find(key);
  if (found == json.end()) throw Malformed(fmt::format("'{}' is missing", key));
  return *found;
}

int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  throw Malformed("'hex' has other letters than 0-9 and a-f");
}

std::string read_text(const Json& json) {
  if (json.is_string()) return json.get<std::string>();
  const auto hex =
      json.is_object() && json.size() == 1 ? member(json, "hex").get<std::string>() : std::string();
  if (hex.empty() || hex.size() % 2 != 0) throw Malformed("a text is neither a string nor {\"hex\": ...}");
  std::string bytes;
  for (std::size_t i = 0; i < hex.size(); i += 2)
    bytes += static_cast<char>(digit(hex[i]) * 16 + digit(hex[i + 1]));
  return bytes;
}

std::string text_of(const Json& json, const char* key) {
  return read_text(member(json, key));
}

std::string text_or_empty(const Json& json, const char* key) {
  return json.contains(key) ? text_of(json, key) : std::string();
}

std::vector<std::string> texts_or_none(const Json& json, const char* key) {
  std::vector<std::string> list;
  if (!json.contains(key)) return list;
  for (const Json& one : json[key]) list.push_back(read_text(one));
  return list;
}

std::map<std::string, std::string> text_map(const Json& json) {
  std::map<std::string, std::string> map;
  for (const auto& [key, value] : json.items()) map[key] = read_text(value);
  return map;
}

std::uint64_t whole_number(const Json& json, const char* key) {
  const Json& found = member(json, key);
  if (!found.is_number_unsigned()) throw Malformed(fmt::format("'{}' is no whole number from 0", key));
  return found.get<std::uint64_t>();
}

int small_number(const Json& json, const char* key) {
  return static_cast<int>(std::min<std::uint64_t>(whole_number(json, key), 1'000'000));
}

double real_number(const Json& json, const char* key) {
  const Json& found = member(json, key);
  if (!found.is_number()) throw Malformed(fmt::format("'{}' is no number", key));
  return found.get<double>();
}

std::optional<Cost> optional_cost(const Json& json, const char* key) {
  if (member(json, key).is_null()) return std::nullopt;
  return Cost{whole_number(json, key)};
}

record::Verdict read_verdict(const Json& json) {
  const std::string name = text_of(json, "verdict");
  const auto verdict = record::parse_verdict(name);
  if (!verdict) throw Malformed(fmt::format("'{}' is no verdict", name));
  return *verdict;
}

std::map<std::string, std::uint64_t> read_events(const Json& json) {
  std::map<std::string, std::uint64_t> events;
  if (!json.is_object()) throw Malformed("'events' is no object of counts by name");
  for (const auto& [name, count] : json.items()) events[name] = whole_number(json, name.c_str());
  return events;
}

// Of a case.
record::ResourceUse read_use(const Json& line) {
  record::ResourceUse use;
  if (line.contains("events")) use.events = read_events(line["events"]);
  if (!line.contains("use")) return use;
  const Json& json = line["use"];
  if (!json.is_array() || json.size() != 4) throw Malformed("'use' is no list of four numbers");
  use.user_us = json[0].get<std::int64_t>();
  use.system_us = json[1].get<std::int64_t>();
  use.wall_us = json[2].get<std::int64_t>();
  use.peak_memory_bytes = json[3].get<std::uint64_t>();
  return use;
}

std::vector<record::CaseRecord> read_cases(const Json& json) {
  std::vector<record::CaseRecord> cases;
  for (const Json& line : member(json, "cases")) {
    record::CaseRecord one;
    one.level = small_number(line, "level");
    one.number = small_number(line, "number");
    if (line.contains("verdict")) one.verdict = read_verdict(line);
    if (line.contains("total") || !record::censors(one.verdict)) one.total = {whole_number(line, "total")};
    one.cost = optional_cost(line, "cost");
    if (line.contains("spread")) one.spread = {whole_number(line, "spread")};
    one.use = read_use(line);
    one.flags = texts_or_none(line, "flags");
    one.detail = text_or_empty(line, "detail");
    cases.push_back(std::move(one));
  }
  return cases;
}

void read_head(const Json& json, record::RunRecord& run) {
  if (text_or_empty(json, "format") != kJsonlFormat)
    throw Malformed("it is no exported run: its first line has no \"format\":\"effk run\"");
  run.schema_version = small_number(json, "schema");
  if (run.schema_version > record::kSchemaVersion) {
    throw Malformed(fmt::format("its schema version is {}, and this effk knows versions up to {}",
                                run.schema_version, record::kSchemaVersion));
  }
  run.alpha = real_number(json, "alpha");
  run.complete = member(json, "complete").get<bool>();
  run.environment = text_map(member(json, "environment"));
}

record::ProblemRecord read_problem(const Json& json) {
  record::ProblemRecord problem;
  problem.problem = text_of(json, "problem");
  problem.digest = text_of(json, "digest");
  problem.title = text_or_empty(json, "title");
  problem.kind = text_or_empty(json, "kind");
  problem.challenge = text_or_empty(json, "challenge");
  problem.tags = texts_or_none(json, "tags");
  for (const Json& level : member(json, "levels"))
    problem.levels.push_back({real_number(level, "weight"), small_number(level, "cases")});
  problem.rivals = texts_or_none(json, "rivals");
  if (json.contains("signatures")) problem.signatures = text_map(json["signatures"]);
  problem.statement = text_or_empty(json, "statement");
  return problem;
}

record::ReferenceRecord read_reference(const Json& json) {
  record::ReferenceRecord reference;
  reference.problem = text_of(json, "problem");
  reference.language = text_of(json, "language");
  reference.code_digest = text_of(json, "code_digest");
  reference.load = {whole_number(json, "load")};
  reference.allowance = {whole_number(json, "allowance")};
  for (const Json& line : member(json, "cases")) {
    record::ReferenceCase one;
    one.level = small_number(line, "level");
    one.number = small_number(line, "number");
    one.cost = {whole_number(line, "cost")};
    one.frame = member(line, "frame").get<std::int64_t>();
    one.floor = {whole_number(line, "floor")};
    if (line.contains("use")) one.use = read_use(line);
    one.arguments_digest = text_or_empty(line, "arguments_digest");
    reference.cases.push_back(std::move(one));
  }
  reference.code = text_or_empty(json, "code");
  return reference;
}

record::RivalRecord read_rival(const Json& json) {
  record::RivalRecord rival;
  rival.problem = text_of(json, "problem");
  rival.language = text_of(json, "language");
  rival.name = text_of(json, "name");
  rival.code_digest = text_of(json, "code_digest");
  rival.alpha = real_number(json, "alpha");
  rival.verdict = read_verdict(json);
  rival.detail = text_or_empty(json, "detail");
  rival.load = optional_cost(json, "load");
  rival.cases = read_cases(json);
  return rival;
}

record::SampleRecord read_sample(const Json& json) {
  record::SampleRecord sample;
  sample.model = text_of(json, "model");
  sample.problem = text_of(json, "problem");
  sample.language = text_of(json, "language");
  sample.sample = text_of(json, "sample");
  sample.verdict = read_verdict(json);
  sample.detail = text_or_empty(json, "detail");
  sample.extraction = text_or_empty(json, "extraction");
  sample.flags = texts_or_none(json, "flags");
  sample.reused = json.contains("reused") && json["reused"].get<bool>();
  sample.load = optional_cost(json, "load");
  sample.cases = read_cases(json);
  sample.code = text_or_empty(json, "code");
  return sample;
}

void read_line(const Json& json, record::RunRecord& run) {
  const std::string type = text_of(json, "type");
  if (type == "problem") {
    run.problems.push_back(read_problem(json));
  } else if (type == "reference") {
    run.references.push_back(read_reference(json));
  } else if (type == "rival") {
    run.rivals.push_back(read_rival(json));
  } else if (type == "sample") {
    run.samples.push_back(read_sample(json));
  } else if (type == "warning") {
    run.warnings.push_back(text_of(json, "text"));
  } else {
    throw Malformed(fmt::format("'{}' is no type of line", type));
  }
}

template <typename Records, typename Key>
void refuse_twins(const Records& records, const char* what, Key key) {
  for (std::size_t i = 1; i < records.size(); ++i) {
    if (key(records[i - 1]) == key(records[i])) throw Malformed(fmt::format("{} is in it twice", what));
  }
}

void refuse_twins(const record::RunRecord& run) {
  refuse_twins(run.problems, "a problem", [](const auto& one) { return std::tie(one.problem); });
  refuse_twins(run.references, "a reference",
               [](const auto& one) { return std::tie(one.problem, one.language); });
  refuse_twins(run.rivals, "a rival",
               [](const auto& one) { return std::tie(one.problem, one.language, one.name); });
  refuse_twins(run.samples, "a sample",
               [](const auto& one) { return std::tie(one.model, one.problem, one.language, one.sample); });
}

}  // namespace

Result<record::RunRecord> from_jsonl(std::string_view text, const std::string& name) {
  record::RunRecord run;
  std::size_t number = 0;
  std::uint64_t lines_after_first = 0;
  const auto malformed = [&](const std::string& why) {
    return fail(ErrorKind::bad_input, fmt::format("cannot read the run {}", name),
                fmt::format("line {}: {}", number, why),
                "write it again from the run itself: effk export RUN --format jsonl");
  };
  try {
    while (!text.empty()) {
      ++number;
      const std::size_t end = text.find('\n');
      const Json json = Json::parse(text.substr(0, end));
      text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
      if (!json.is_object()) throw Malformed("it is no JSON object");
      if (number > 1) {
        read_line(json, run);
        continue;
      }
      read_head(json, run);
      lines_after_first = whole_number(json, "lines");
    }
    if (number != lines_after_first + 1) {
      throw Malformed(fmt::format("it is the last one, and by the first one's \"lines\" there are {} in all",
                                  lines_after_first + 1));
    }
    record::sort(run);
    refuse_twins(run);
  } catch (const Malformed& what) {
    return malformed(what.what());
  } catch (const Json::exception& what) {
    return malformed(what.what());
  }
  return run;
}

}  // namespace effk::store
