// Answers of a real model, where somebody has them: EFFK_PEER_DATA names a folder with
// coffe/function-GPT-4o.json ({prompt: [[texts...], valid]}) and coffe/function-data.json (a list of
// {"final_prompt", "entry_point"}), as COFFE publishes them.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <map>
#include <nlohmann/json.hpp>

#include "harness/base/files.h"
#include "harness/submissions/extraction.h"
#include "harness/submissions/outline.h"

namespace effk::submissions {
namespace {

TEST(Extraction, FindsTheCodeInNearlyAllOfARealModelsAnswers) {
  const char* const folder = std::getenv("EFFK_PEER_DATA");
  if (folder == nullptr) GTEST_SKIP() << "EFFK_PEER_DATA is not set";
  const auto answers_text = read_file(std::filesystem::path(folder) / "coffe/function-GPT-4o.json");
  const auto problems_text = read_file(std::filesystem::path(folder) / "coffe/function-data.json");
  if (!answers_text || !problems_text) GTEST_SKIP() << folder << " has no coffe/function-GPT-4o.json";
  std::map<std::string, std::string> entry_points;
  for (const auto& problem : nlohmann::json::parse(*problems_text))
    entry_points[problem.at("final_prompt")] = problem.at("entry_point");

  const nlohmann::json all_answers = nlohmann::json::parse(*answers_text);
  int found = 0, with_code = 0, with_entry_point = 0;
  std::map<std::string, int> rules;
  for (const auto& [prompt, answers] : all_answers.items()) {
    const auto entry_point = entry_points.find(prompt);
    if (entry_point == entry_points.end()) continue;
    for (const std::string text : answers.at(0)) {
      ExtractionRequest request;
      request.text = text;
      request.language = suite::Language::python;
      request.entry_point = entry_point->second;
      const Extraction extraction = extract_code(request);
      ++found;
      ++rules[extraction.rule];
      if (!extraction.code) continue;
      ++with_code;
      const bool defines =
          definition_in(*extraction.code, request.language, request.entry_point) == Definition::full;
      with_entry_point += defines ? 1 : 0;
    }
  }
  for (const auto& [rule, count] : rules) std::printf("%5d %s\n", count, rule.c_str());
  std::printf("%d answers, %d with code, %d that define the entry point\n", found, with_code,
              with_entry_point);
  ASSERT_GT(found, 0);
  EXPECT_GE(with_code, 0.99 * found);
  // The model misread some names ("subtract_elements" for "substract_elements").
  EXPECT_GE(with_entry_point, 0.98 * found);
}

}  // namespace
}  // namespace effk::submissions
