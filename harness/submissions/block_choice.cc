#include "harness/submissions/block_choice.h"

#include <algorithm>
#include <set>

#include "harness/submissions/prose.h"

namespace effk::submissions {
namespace {

using suite::Language;

struct Candidate {
  const Block* block;
  bool tagged;  // as code of the wanted language
  Definition definition;
};

std::set<std::string_view> defined_names(std::string_view code, Language language) {
  std::set<std::string_view> names;
  for (const Item& item : outline(code, language)) {
    if (item.owner.empty()) names.insert(item.name);
  }
  return names;
}

// #include and using lines on their own: the first block of an answer that was cut into steps.
bool is_preamble(std::string_view code, Language language) {
  bool any = false;
  bool inside_using = false;
  for (const Token& token : tokens_of(code, language)) {
    if (token.kind == TokenKind::comment) continue;
    const bool starts_using = token.is("using");
    if (token.kind != TokenKind::directive && !starts_using && !inside_using) return false;
    if (token.kind != TokenKind::directive) inside_using = !token.is(";");
    any = true;
  }
  return any && language == Language::cpp;
}

// What a block wants from others. A name that Python assigns to, in a function or outside, is its own; a
// block with that name is a piece of explanation.
std::set<std::string_view> wanted_names(std::string_view code, Language language) {
  std::set<std::string_view> names = mentioned_names(code, language);
  if (language != Language::python) return names;
  std::string_view before;
  for (const Token& token : tokens_of(code, language)) {
    if (token.is("=")) names.erase(before);
    before = token.text;
  }
  return names;
}

void append(std::string* code, std::string_view part) {
  if (!code->empty() && !code->ends_with('\n')) *code += '\n';
  *code += part;
}

// The candidates that define what candidates[chosen] uses without defining it, and what those use in turn.
std::vector<std::size_t> helpers_of(const std::vector<Candidate>& candidates, std::size_t chosen,
                                    Language language) {
  std::vector<std::set<std::string_view>> defined;
  defined.reserve(candidates.size());
  for (const Candidate& c : candidates) defined.push_back(defined_names(c.block->text, language));
  std::vector<std::size_t> taken = {chosen};
  std::set<std::string_view> known = defined[chosen];
  std::set<std::string_view> wanted = wanted_names(candidates[chosen].block->text, language);
  const auto useful = [&](std::size_t i) {
    if (std::find(taken.begin(), taken.end(), i) != taken.end()) return false;
    if (candidates[i].definition != Definition::none) return false;
    bool wants = i < chosen && is_preamble(candidates[i].block->text, language);
    for (const std::string_view name : defined[i]) {
      if (known.count(name) > 0) return false;  // another version of what is there
      wants = wants || wanted.count(name) > 0;
    }
    return wants;
  };
  for (std::size_t next = 0; next < taken.size(); ++next) {
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      if (!useful(i)) continue;
      taken.push_back(i);
      known.insert(defined[i].begin(), defined[i].end());
      wanted.merge(wanted_names(candidates[i].block->text, language));
    }
  }
  std::sort(taken.begin(), taken.end());
  if (language == Language::cpp) {  // what is used must be declared before
    taken.erase(std::find(taken.begin(), taken.end(), chosen));
    taken.push_back(chosen);
  }
  return taken;
}

Choice with_helpers(const std::vector<Candidate>& candidates, std::size_t chosen, Language language) {
  Choice choice;
  choice.definition = candidates[chosen].definition;
  choice.closing = candidates[chosen].block->closing;
  const std::vector<std::size_t> parts = helpers_of(candidates, chosen, language);
  choice.helpers = parts.size() > 1;
  for (const std::size_t part : parts) append(&choice.code, candidates[part].block->text);
  return choice;
}

std::optional<std::size_t> first_with(const std::vector<Candidate>& candidates, Definition definition) {
  for (const bool tagged : {true, false}) {
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      if (candidates[i].tagged == tagged && candidates[i].definition == definition) return i;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Choice> choose_block(const std::vector<Block>& blocks, Language language,
                                   std::string_view entry_point, bool continues_prompt) {
  std::vector<Candidate> candidates;
  for (const Block& block : blocks) {
    const TagMeaning meaning = meaning_of(block.tag, language);
    if (meaning == TagMeaning::other_language) continue;
    const Definition definition = definition_in(block.text, language, entry_point);
    const bool tagged = meaning == TagMeaning::wanted_language;
    // A block without a tag may as well be an example's output or a formula.
    const bool code = tagged || definition != Definition::none || starts_as_code(block.text, language);
    if (code && has_code(block.text, language)) candidates.push_back({&block, tagged, definition});
  }
  if (candidates.empty()) return std::nullopt;
  if (const auto full = first_with(candidates, Definition::full))
    return with_helpers(candidates, *full, language);

  const bool any_tagged =
      std::any_of(candidates.begin(), candidates.end(), [](const Candidate& c) { return c.tagged; });
  Choice all;
  int parts = 0;
  for (const Candidate& candidate : candidates) {
    if (any_tagged && !candidate.tagged) continue;
    if (++parts > 1 && continues_prompt) break;
    append(&all.code, candidate.block->text);
    all.closing = candidate.block->closing;
  }
  all.joined = parts > 1 && !continues_prompt;
  all.definition = definition_in(all.code, language, entry_point);
  if (all.definition != Definition::full) {
    if (const auto stub = first_with(candidates, Definition::stub))
      return with_helpers(candidates, *stub, language);
  }
  return all;
}

}  // namespace effk::submissions
