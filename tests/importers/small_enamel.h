// tests/importers/small_enamel.h -- a problem file in ENAMEL's form, written for tests.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace effk::importers {

// The columns of a good row; tests change one of them.
inline std::map<std::string, std::string> good_row() {
  return {
      {"task_id", "HumanEval/7"},
      {"prompt",
       "from typing import List\n\n\ndef longest(words: List[str], least: int) -> int:\n"
       "    \"\"\"How long the longest word is, at least `least`, \"quotes\" or not.\"\"\""},
      {"input_generator",
       "def generate_input(size, lid, cid):\n"
       "    if lid == 0 and cid == 0:\n        return [], 3\n"
       "    return [string.ascii_letters[: random.randint(0, 50)] for _ in range(size)], cid\n"},
      {"input_levels", "4 10 20 30"},
      {"reference_solution", "    return max([least] + [len(w) for w in words])\n"},
      {"checker",
       "def __check(input, answer, output):\n    return type(output) == type(answer) and output == answer\n"},
      {"entry_point", "longest"}};
}

inline std::string csv_of(const std::vector<std::map<std::string, std::string>>& rows) {
  const std::vector<std::string> columns = {
      "task_id", "prompt", "input_generator", "input_levels", "reference_solution", "checker", "entry_point"};
  std::string text;
  for (const std::string& column : columns) text += (text.empty() ? "" : ",") + column;
  text += "\r\n";
  for (const auto& row : rows) {
    std::string line;
    for (const std::string& column : columns) {
      if (!line.empty()) line += ',';
      line += '"';
      for (const char c : row.at(column)) line += c == '"' ? std::string("\"\"") : std::string(1, c);
      line += '"';
    }
    text += line + "\r\n";
  }
  return text;
}

}  // namespace effk::importers
