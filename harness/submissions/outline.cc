#include "harness/submissions/outline.h"

#include <algorithm>

namespace effk::submissions {

using suite::Language;

std::vector<Item> outline(std::string_view code, Language language) {
  return language == Language::cpp ? cpp_outline(code) : python_outline(code);
}

Definition definition_in(std::string_view code, Language language, std::string_view entry_point) {
  if (entry_point.empty()) {
    if (language == Language::python) return has_code(code, language) ? Definition::full : Definition::none;
    entry_point = "main";
  }
  Definition best = Definition::none;
  for (const Item& item : outline(code, language)) {
    if (item.name != entry_point || (!item.owner.empty() && item.owner != "Solution")) continue;
    if (item.kind != Item::Kind::function && item.kind != Item::Kind::variable) continue;
    best = std::max(best, item.substantial ? Definition::full : Definition::stub);
  }
  return best;
}

std::set<std::string_view> mentioned_names(std::string_view code, Language language) {
  std::set<std::string_view> names;
  bool member = false;
  for (const Token& token : tokens_of(code, language)) {
    if (token.kind == TokenKind::name && !member && !is_keyword(token.text, language))
      names.insert(token.text);
    member = token.is(".") || (language == Language::cpp && (token.is("->") || token.is("::")));
  }
  return names;
}

bool has_code(std::string_view text, Language language) {
  Lexer lexer(text, language);
  for (Token token; lexer.next(&token);) {
    if (token.kind != TokenKind::comment) return true;
  }
  return false;
}

}  // namespace effk::submissions
