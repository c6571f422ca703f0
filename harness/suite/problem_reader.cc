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

// `languages`: those that the problem offers and that must have a size; all of them while it has no
// reference.
Level read_level(const Node& node, bool decides_correctness, const std::vector<Language>& languages) {
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
  node.only({"weight", "cases", "size"});
  Level level;
  level.weight = node.at("weight").number(0, 1e6);
  level.cases = static_cast<int>(node.at("cases").integer(1, 1000));
  const Node size = node.at("size");
  if (size.is_object()) {
    if (decides_correctness) size.blame("must be one number: level 0 is shared between languages");
    size.only({"cpp", "python"});
    for (const Language language : kLanguages) {
      const bool is_wanted =
          languages.empty() || std::find(languages.begin(), languages.end(), language) != languages.end();
      const Node own = is_wanted ? size.at(to_string(language)) : size.maybe(to_string(language));
      if (own.exists()) level.size[language] = own.integer(0, kMost);
    }
  } else {
    const std::int64_t shared = size.integer(0, kMost);
    for (const Language language : kLanguages) level.size[language] = shared;
  }
  if (decides_correctness && level.weight != 0)
    node.at("weight").blame("must be 0: level 0 decides correctness");
  return level;
}

std::vector<Level> read_levels(const Node& node, const std::vector<Language>& languages) {
  std::vector<Level> levels;
  const std::vector<Node> items = node.items();
  if (node.exists() && items.size() < 2) node.blame("must have level 0 and at least one measured level");
  double weights = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    levels.push_back(read_level(items[i], i == 0, languages));
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

bool holds_any(const value::Type& type) {
  return type.kind == value::Type::Kind::any ||
         std::any_of(type.arguments.begin(), type.arguments.end(), holds_any);
}

// `any` is plain Python: C++ has no type for it.
void refuse_any_beside_cpp(const Node& signature, const Problem& problem) {
  const auto blame = [&](const Node& node, const value::Type& type) {
    if (!holds_any(type)) return;
    if (problem.generator_language == Language::cpp) {
      node.blame("is 'any', which a generator in C++ cannot make",
                 fmt::format("write it in Python: generators/{}.py", problem.id));
    } else if (problem.offers(Language::cpp)) {
      node.blame("is 'any', which C++ has not",
                 fmt::format("remove references/{}/reference.cpp, or give it a type", problem.id));
    }
  };
  const std::vector<Node> items = signature.at("parameters").items();
  for (std::size_t i = 0; i < items.size(); ++i)
    blame(items[i].at("type"), problem.signature.parameters[i].type);
  blame(signature.at("result"), problem.signature.result);
}

// Finds generators/<id>.cpp or .py. Errors: bad_input, if there is none or both.
Result<void> find_generator(const std::filesystem::path& root, Problem& problem) {
  std::error_code error;
  const std::filesystem::path cpp = root / "generators" / (problem.id + ".cpp");
  const std::filesystem::path python = root / "generators" / (problem.id + ".py");
  const bool is_python = std::filesystem::exists(python, error);
  if (is_python && std::filesystem::exists(cpp, error)) {
    return fail(ErrorKind::bad_input, fmt::format("problem {} has two generators", problem.id),
                fmt::format("there are generators/{0}.cpp and generators/{0}.py", problem.id),
                "keep one of them");
  }
  problem.generator = is_python ? python : cpp;
  problem.generator_language = is_python ? Language::python : Language::cpp;
  return {};
}

std::vector<std::string> read_aliases(const Node& node) {
  std::vector<std::string> aliases = node.texts();
  for (const std::string& alias : aliases) {
    if (alias.empty()) node.blame("has an empty name");
  }
  return aliases;
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
             "slow_below", "limits", "prompt", "aliases", "selected"});
  node.at("schema").integer(1, 1);
  problem.title = node.at("title").text();
  problem.kind = one_of<Kind>(node.at("kind"), {{"function", Kind::function}, {"program", Kind::program}});
  problem.challenge =
      one_of<Challenge>(node.at("challenge"),
                        {{"algorithm", Challenge::algorithm}, {"implementation", Challenge::implementation}});
  problem.tags = node.maybe("tags").texts();
  problem.signature =
      problem.kind == Kind::program ? no_signature(node) : read_signature(node.at("signature"));
  problem.references_folder = root / "references" / id;
  for (const Language language : kLanguages) {
    std::error_code error;
    const std::string file = "reference" + std::string(file_extension(language));
    if (std::filesystem::exists(problem.references_folder / file, error))
      problem.languages.push_back(language);
  }
  if (auto found = find_generator(root, problem); !found) return tl::unexpected(found.error());
  problem.levels = read_levels(node.at("levels"), problem.languages);
  if (problem.kind == Kind::function) refuse_any_beside_cpp(node.at("signature"), problem);
  if (const Node prompt = node.maybe("prompt"); prompt.exists()) problem.prompt = prompt.text();
  if (const Node aliases = node.maybe("aliases"); aliases.exists()) problem.aliases = read_aliases(aliases);
  if (const Node selected = node.maybe("selected"); selected.exists()) problem.selected = selected.truth();
  if (const Node tolerance = node.maybe("tolerance"); tolerance.exists()) {
    tolerance.only({"absolute", "relative"});
    problem.tolerance.absolute = tolerance.maybe("absolute").number(0, 1e300);
    problem.tolerance.relative = tolerance.maybe("relative").number(0, 1);
  }
  if (const Node checker = node.maybe("checker"); checker.exists()) {
    problem.checker = one_of<Checker>(checker, {{"equality", Checker::equality},
                                                {"python_equality", Checker::python_equality},
                                                {"generator", Checker::generator}});
    if (problem.checker == Checker::python_equality && problem.kind == Kind::program)
      checker.blame("must be \"equality\" or \"generator\" of a program", "found \"python_equality\"");
  }
  if (const Node slow = node.maybe("slow_below"); slow.exists()) problem.slow_below = slow.number(0, 1);
  if (const Node limits = node.maybe("limits"); limits.exists()) {
    limits.only({"memory_mib", "output_mib", "overflow"});
    if (const Node overflow = limits.maybe("overflow"); overflow.exists())
      problem.limits.overflow = overflow.truth();
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
  auto generator = read_file(problem.generator, kMaxSpecificationBytes);
  if (!generator) return tl::unexpected(generator.error());
  problem.digest = Digester().add(*text).add(*generator).hex();
  return problem;
}

}  // namespace effk::suite
