#include "tests/attacks/attack_table.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "harness/base/files.h"

namespace effk::attacks {
namespace {

const std::filesystem::path kFolder = EFFK_ATTACKS_FOLDER;

Attack read_attack(const nlohmann::json& line) {
  Attack attack;
  attack.language = suite::parse_language(line.at("language").get<std::string>()).value();
  attack.name = line.at("name").get<std::string>();
  attack.problem = line.value("problem", "add_up");
  attack.verdicts = line.at("verdicts").get<std::vector<std::string>>();
  attack.where = line.value("where", std::vector<std::string>{""});
  attack.detail = line.value("detail", "");
  attack.flag = line.value("flag", "");
  attack.cost = line.value("cost", "");
  attack.passes = line.value("passes", false);
  attack.repeat_line_2 = line.value("repeat_line_2", 1);
  return attack;
}

}  // namespace

std::filesystem::path Attack::file() const {
  return kFolder / suite::to_string(language) / (name + std::string(suite::file_extension(language)));
}

std::string Attack::code() const {
  auto text = read_file(file());
  if (!text) throw std::runtime_error(error_text(text.error()));
  const std::size_t second = text->find('\n') + 1;
  const std::string line = text->substr(second, text->find('\n', second) + 1 - second);
  std::string more;
  for (int i = 1; i < repeat_line_2; ++i) more += line;
  return text->insert(second, more);
}

const std::vector<Attack>& attack_table() {
  static const std::vector<Attack> table = [] {
    const auto text = read_file(kFolder / "attacks.json");
    if (!text) throw std::runtime_error(error_text(text.error()));
    std::vector<Attack> attacks;
    for (const auto& line : nlohmann::json::parse(*text)) attacks.push_back(read_attack(line));
    return attacks;
  }();
  return table;
}

std::filesystem::path honest_file(const std::string& problem, suite::Language language) {
  return kFolder / "honest" / (problem + std::string(suite::file_extension(language)));
}

std::string attack_sample_name(std::size_t number, const Attack& attack) {
  return fmt::format("{:03}_{}", number, attack.name);
}

// Sorts behind the attack: '~' comes after every letter.
std::string honest_sample_name(std::size_t number) {
  return fmt::format("{:03}~honest", number);
}

std::filesystem::path outcome_folder(const std::string& instrument, suite::Language language) {
  return std::filesystem::path(EFFK_ATTACKS_OUTCOMES) / instrument / suite::to_string(language);
}

}  // namespace effk::attacks
