#include "harness/suite/problem_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <set>

#include "harness/base/digest.h"
#include "harness/base/files.h"
#include "harness/suite/json_reader.h"

namespace effk::suite {
namespace {

bool is_identifier(std::string_view name) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
  if (name.empty() || !is_letter(name[0])) return false;
  return std::all_of(name.begin(), name.end(),
                     [&](char c) { return is_letter(c) || (c >= '0' && c <= '9'); });
}

std::string read_identifier(const Node& node) {
  std::string name = node.text();
  if (node.exists() && !is_identifier(name)) node.blame("must be an identifier", "found '" + name + "'");
  return name;
}

value::Type read_type(const Node& node) {
  const std::string text = node.text();
  if (!node.exists()) return {};
  auto type = value::parse_type(text);
  if (type) return *type;
  node.blame("is not a type", type.error().why.empty() ? type.error().what : type.error().why);
  return {};
}

Signature read_signature(const Node& node) {
  node.only({"name", "parameters", "result"});
  Signature signature;
  signature.entry_point = read_identifier(node.at("name"));
  std::set<std::string> names;
  for (const Node& item : node.at("parameters").items()) {
    item.only({"name", "type"});
    Parameter parameter{read_identifier(item.at("name")), read_type(item.at("type"))};
    if (!names.insert(parameter.name).second)
      item.blame("repeats a parameter's name", "found " + parameter.name);
    signature.parameters.push_back(std::move(parameter));
  }
  signature.result = read_type(node.at("result"));
  return signature;
}

// A program's input and output are text, and it has no name to call.
Signature no_signature(const Node& problem) {
  if (const Node signature = problem.maybe("signature"); signature.exists())
    signature.blame("must not be there: a program reads standard input and prints its answer");
  return program_signature();
}

Level read_level(const Node& node, bool decides_correctness) {
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
  node.only({"weight", "cases", "size"});
  Level level;
  level.weight = node.at("weight").number(0, 1e6);
  level.cases = static_cast<int>(node.at("cases").integer(1, 1000));
  const Node size = node.at("size");
  if (size.is_object()) {
    if (decides_correctness) size.blame("must be one number: level 0 is shared between languages");
    size.only({"cpp", "python"});
    for (const Language language : kLanguages)
      level.size[language] = size.at(to_string(language)).integer(0, kMost);
  } else {
    const std::int64_t shared = size.integer(0, kMost);
    for (const Language language : kLanguages) level.size[language] = shared;
  }
  if (decides_correctness && level.weight != 0)
    node.at("weight").blame("must be 0: level 0 decides correctness");
  return level;
}

std::vector<Level> read_levels(const Node& node) {
  std::vector<Level> levels;
  const std::vector<Node> items = node.items();
  if (node.exists() && items.size() < 2) node.blame("must have level 0 and at least one measured level");
  double weights = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    levels.push_back(read_level(items[i], i == 0));
    weights += levels.back().weight;
  }
  if (items.size() >= 2 && !(weights > 0)) node.blame("must give at least one level a weight above 0");
  return levels;
}

template <typename T>
T one_of(const Node& node, const std::vector<std::pair<std::string_view, T>>& words) {
  const std::string text = node.text();
  std::string known;
  for (const auto& [word, meaning] : words) {
    if (text == word) return meaning;
    known += fmt::format("{}\"{}\"", known.empty() ? "" : " or ", word);
  }
  if (node.exists()) node.blame("must be " + known, "found \"" + text + "\"");
  return words.front().second;
}

}  // namespace

Result<Problem> read_problem(const std::filesystem::path& root, const std::string& id) {
  const std::string name = fmt::format("problems/{}/problem.json", id);
  const auto text = read_file(root / name, kMaxSpecificationBytes);
  if (!text) return tl::unexpected(text.error());
  auto document = Document::parse(name, *text);
  if (!document) return tl::unexpected(document.error());

  const Node node = (*document)->root();
  Problem problem;
  problem.id = id;
  if (!is_identifier(id))
    node.blame("lies in a folder whose name is not an identifier", "found '" + id + "'");
  node.only({"schema", "title", "kind", "challenge", "tags", "signature", "levels", "tolerance", "checker",
             "slow_below", "limits"});
  node.at("schema").integer(1, 1);
  problem.title = node.at("title").text();
  problem.kind = one_of<Kind>(node.at("kind"), {{"function", Kind::function}, {"program", Kind::program}});
  problem.challenge =
      one_of<Challenge>(node.at("challenge"),
                        {{"algorithm", Challenge::algorithm}, {"implementation", Challenge::implementation}});
  problem.tags = node.maybe("tags").texts();
  problem.signature = problem.kind == Kind::program ? no_signature(node) : read_signature(node.at("signature"));
  problem.levels = read_levels(node.at("levels"));
  if (const Node tolerance = node.maybe("tolerance"); tolerance.exists()) {
    tolerance.only({"absolute", "relative"});
    problem.tolerance.absolute = tolerance.maybe("absolute").number(0, 1e300);
    problem.tolerance.relative = tolerance.maybe("relative").number(0, 1);
  }
  if (const Node checker = node.maybe("checker"); checker.exists()) {
    problem.has_checker = one_of<bool>(checker, {{"equality", false}, {"generator", true}});
  }
  if (const Node slow = node.maybe("slow_below"); slow.exists()) problem.slow_below = slow.number(0, 1);
  if (const Node limits = node.maybe("limits"); limits.exists()) {
    limits.only({"memory_mib", "output_mib"});
    if (const Node memory = limits.maybe("memory_mib"); memory.exists()) {
      problem.limits.memory_bytes = static_cast<std::uint64_t>(memory.integer(16, 1 << 20)) << 20;
    }
    if (const Node output = limits.maybe("output_mib"); output.exists()) {
      problem.limits.output_bytes = static_cast<std::uint64_t>(output.integer(1, 4096)) << 20;
    }
  }
  if ((*document)->fault()) return tl::unexpected(*(*document)->fault());

  const std::filesystem::path statement = root / "problems" / id / "statement.md";
  auto words = read_file(statement, kMaxSpecificationBytes);
  if (!words) return tl::unexpected(words.error());
  problem.statement = std::move(*words);
  problem.generator = root / "generators" / (id + ".cpp");
  problem.references_folder = root / "references" / id;
  auto generator = read_file(problem.generator, kMaxSpecificationBytes);
  if (!generator) return tl::unexpected(generator.error());
  problem.digest = Digester().add(*text).add(*generator).hex();
  return problem;
}

}  // namespace effk::suite
