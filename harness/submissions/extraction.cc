#include "harness/submissions/extraction.h"

#include <algorithm>
#include <vector>

#include "harness/submissions/block_choice.h"
#include "harness/submissions/chat_markup.h"
#include "harness/submissions/fences.h"
#include "harness/submissions/outline.h"
#include "harness/submissions/prompt_join.h"
#include "harness/submissions/prose.h"

namespace effk::submissions {
namespace {

using suite::Language;

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\f\v") == text.npos;
}

std::string with_unix_line_ends(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      result += text[i];
    } else if (i + 1 == text.size() || text[i + 1] != '\n') {
      result += '\n';
    }
  }
  return result;
}

std::vector<Block> unfenced_blocks(std::string_view text, Language language) {
  std::vector<Block> blocks;
  for (const std::string_view stretch : code_stretches(text, language)) {
    if (blocks.size() == kMaxBlocks) break;
    blocks.push_back({{}, std::string(stretch), Block::Closing::both});
  }
  return blocks;
}

struct Found {
  std::string code;
  std::string rule;
  Definition definition = Definition::none;
};

// A block without a fence at one end may have sentences there.
void cut_prose(std::vector<Block>* blocks, Language language, std::string_view entry_point) {
  for (Block& block : *blocks) {
    if (block.closing == Block::Closing::both) continue;
    const auto part = choose_block(unfenced_blocks(block.text, language), language, entry_point, true);
    // Better all of it than a part that lost the definition.
    if (part && part->definition >= definition_in(block.text, language, entry_point)) block.text = part->code;
  }
}

std::optional<Found> in_fences(std::vector<Block> blocks, const ExtractionRequest& request) {
  cut_prose(&blocks, request.language, request.entry_point);
  const auto choice = choose_block(blocks, request.language, request.entry_point, !request.prompt.empty());
  if (!choice) return std::nullopt;
  std::string rule = "fence";
  if (choice->joined) {
    rule = "fence_joined";
  } else if (choice->closing == Block::Closing::missing_close) {
    rule = "fence_unclosed";
  } else if (choice->closing == Block::Closing::missing_open) {
    rule = "fence_closing_only";
  }
  return Found{choice->code, rule + (choice->helpers ? "+helpers" : ""), choice->definition};
}

std::optional<Found> without_fences(std::string_view text, const ExtractionRequest& request) {
  const std::vector<Block> blocks = unfenced_blocks(text, request.language);
  const Definition whole = definition_in(text, request.language, request.entry_point);
  const bool all_is_code = blocks.size() == 1 && blocks[0].text.size() == text.size();
  if (all_is_code) return Found{std::string(text), "as_is", whole};
  const auto choice = choose_block(blocks, request.language, request.entry_point, !request.prompt.empty());
  if (choice && choice->definition >= whole) {
    return Found{choice->code, choice->helpers ? "unfenced+helpers" : "unfenced", choice->definition};
  }
  // Of a whole Python program any word would be code, so there sentences are what they look like.
  if (request.entry_point.empty() && request.language == Language::python) return std::nullopt;
  // The sentences were none: cutting them would lose the definition.
  if (whole != Definition::none) return Found{std::string(text), "as_is", whole};
  return std::nullopt;
}

std::optional<Found> find_code(std::string_view text, const ExtractionRequest& request) {
  FencedText fenced = split_fences(text, request.language, request.entry_point);
  if (fenced.blocks.empty()) {
    const bool fences_taken_out = fenced.outside.size() != text.size();
    if (request.is_code_file && !fences_taken_out) {
      return Found{std::string(text), "as_is", definition_in(text, request.language, request.entry_point)};
    }
    return without_fences(fenced.outside, request);
  }
  auto found = in_fences(std::move(fenced.blocks), request);
  if (found && found->definition == Definition::full) return found;
  // Fences around examples only, and the code between the sentences.
  auto other = without_fences(fenced.outside, request);
  const bool better = other && (!found || other->definition > found->definition);
  if (better && (other->definition != Definition::none || !found)) {
    if (other->rule == "as_is") other->rule = "unfenced";
    return other;
  }
  return found;
}

}  // namespace

Extraction extract_code(const ExtractionRequest& request) {
  std::string_view text = request.text;
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  std::string rule;
  const std::string_view answer = first_answer(text);
  if (answer.size() != text.size()) rule += "chat+";
  std::string rest = without_thinking(answer);
  if (rest.size() != answer.size()) rule += "thinking+";
  // A code file stays as it is, byte for byte, unless something has to be cut from it.
  const std::string unix_text = with_unix_line_ends(rest);
  std::string_view body = without_language_line(unix_text);
  if (body.size() != unix_text.size()) rule += "word+";
  if (is_blank(body)) return {std::nullopt, rule + "none"};
  // What was taken away leaves blank lines behind.
  if (!rule.empty()) body.remove_prefix(body.find_last_of('\n', body.find_first_not_of(" \t\n")) + 1);

  auto found = find_code(body, request);
  if (!found || !has_code(found->code, request.language)) return {std::nullopt, rule + "none"};
  rule += found->rule;
  if (rule == "as_is" && request.is_code_file) return {std::string(request.text), rule};
  if (found->definition == Definition::none && !request.prompt.empty()) {
    return {join_prompt(request.prompt, found->code, request.language), rule + "+prompt"};
  }
  return {std::move(found->code), std::move(rule)};
}

std::optional<Language> fence_language(std::string_view text, std::string_view entry_point) {
  const std::string answer = with_unix_line_ends(without_thinking(first_answer(text)));
  std::optional<Language> first;
  for (const Block& block : split_fences(answer, Language::python, entry_point).blocks) {
    const auto language = language_of_tag(block.tag);
    if (!language) continue;
    if (definition_in(block.text, *language, entry_point) == Definition::full) return language;
    if (!first) first = language;
  }
  return first;
}

}  // namespace effk::submissions
