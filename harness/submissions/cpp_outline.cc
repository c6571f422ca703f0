#include <utility>

#include "harness/submissions/outline.h"

namespace effk::submissions {
namespace {

using suite::Language;

bool opens(const Token& t) {
  return t.kind == TokenKind::symbol && (t.text == "(" || t.text == "[" || t.text == "{");
}
bool closes(const Token& t) {
  return t.kind == TokenKind::symbol && (t.text == ")" || t.text == "]" || t.text == "}");
}

// One statement of the outermost level, a class or a namespace, from its first token to a '{', ';' or '}'.
struct Head {
  bool is_namespace = false;
  bool is_enum = false;
  std::string_view type_name;      // after class, struct or union
  std::string_view function_name;  // before the first '('
  std::string_view function_owner;
  std::string_view assigned_name;  // before the first '='
};

class Outliner {
 public:
  explicit Outliner(std::string_view code) {
    Lexer lexer(code, Language::cpp);
    for (Token token; lexer.next(&token);) {
      if (token.kind != TokenKind::comment) tokens_.push_back(token);
    }
  }

  std::vector<Item> run() {
    while (i_ < tokens_.size()) step();
    return std::move(items_);
  }

 private:
  void step() {
    const Token& token = tokens_[i_];
    if (token.kind == TokenKind::directive) {
      take_directive(token);
      start_ = ++i_;
    } else if (token.is("}")) {
      if (!scopes_.empty()) {
        if (!scopes_.back().empty()) --classes_;
        scopes_.pop_back();
      }
      start_ = ++i_;
    } else if (token.is(";")) {
      take_declaration();
      start_ = ++i_;
    } else if (token.is("{")) {
      take_brace();
    } else if (token.is(":") && i_ == start_ + 1) {  // public:
      start_ = ++i_;
    } else if (opens(token)) {
      i_ = after_group(i_);
    } else {
      ++i_;
    }
  }

  void take_directive(const Token& token) {
    Lexer lexer(token.text.substr(1), Language::cpp);
    Token word, name;
    if (lexer.next(&word) && word.is("define") && lexer.next(&name))
      add(Item::Kind::variable, name.text, {}, true);
  }

  // using x = ...; typedef ... x; const int x = ...; int x;
  void take_declaration() {
    const Head head = read_head();
    if (!head.assigned_name.empty()) {
      add(Item::Kind::variable, head.assigned_name, {}, true);
    } else if (i_ > start_ && tokens_[start_].is("typedef") && tokens_[i_ - 1].kind == TokenKind::name) {
      add(Item::Kind::type, tokens_[i_ - 1].text, {}, true);
    }
  }

  void take_brace() {
    const Head head = read_head();
    if (head.is_namespace) return open_scope({});
    if (!head.assigned_name.empty()) {
      add(Item::Kind::variable, head.assigned_name, {}, true);
      i_ = after_group(i_);  // up to the ';' it is still the same statement
      start_ = i_;
      return;
    }
    if (!head.function_name.empty()) {
      const std::size_t after = after_group(i_);
      const bool has_body = i_ + 1 < tokens_.size() && !tokens_[i_ + 1].is("}");
      add(Item::Kind::function, head.function_name, head.function_owner, has_body);
      start_ = i_ = after;
      return;
    }
    if (!head.type_name.empty()) {
      add(Item::Kind::type, head.type_name, {}, true);
      if (!head.is_enum) return open_scope(head.type_name);
    }
    start_ = i_ = after_group(i_);
  }

  void open_scope(std::string_view class_name) {
    scopes_.push_back(class_name);
    if (!class_name.empty() && ++classes_ == 1) outer_class_ = class_name;
    start_ = ++i_;
  }

  Head read_head() const {
    Head head;
    for (std::size_t i = start_; i < i_; ++i) {
      const Token& token = tokens_[i];
      if (token.is("template") && i + 1 < i_ && tokens_[i + 1].is("<")) {
        i = after_angles(i + 1) - 1;
      } else if (token.is("namespace") || (token.is("extern") && i + 2 == i_)) {
        head.is_namespace = true;
      } else if (token.is("enum")) {
        head.is_enum = true;
      } else if ((token.is("class") || token.is("struct") || token.is("union")) && head.type_name.empty()) {
        head.type_name = name_after(i);
      } else if (token.is("=")) {
        if (i > start_ && tokens_[i - 1].kind == TokenKind::name) head.assigned_name = tokens_[i - 1].text;
        return head;
      } else if (token.is("(") && i > start_ && names_a_function(tokens_[i - 1])) {
        head.function_name = tokens_[i - 1].text;
        if (i >= start_ + 3 && tokens_[i - 2].is("::")) head.function_owner = tokens_[i - 3].text;
        return head;
      }
      if (opens(token)) i = after_group(i) - 1;
    }
    if (head.is_enum && head.type_name.empty()) head.type_name = "enum";
    return head;
  }

  static bool names_a_function(const Token& token) {
    return token.kind == TokenKind::name && !is_keyword(token.text, Language::cpp) &&
           token.text != "__attribute__" && token.text != "__declspec";
  }

  std::string_view name_after(std::size_t i) const {
    for (++i; i < i_; ++i) {
      if (opens(tokens_[i])) {
        i = after_group(i) - 1;
      } else if (tokens_[i].kind == TokenKind::name && names_a_function(tokens_[i])) {
        return tokens_[i].text;
      } else if (tokens_[i].is(":")) {
        break;
      }
    }
    return {};
  }

  // The place after the bracket that matches the one at `i`; the end of the code if there is none.
  std::size_t after_group(std::size_t i) const {
    int depth = 0;
    for (; i < tokens_.size(); ++i) {
      if (opens(tokens_[i])) ++depth;
      if (closes(tokens_[i]) && --depth == 0) return i + 1;
    }
    return i;
  }

  std::size_t after_angles(std::size_t i) const {
    int depth = 0;
    for (; i < i_; ++i) {
      if (tokens_[i].is("<")) ++depth;
      if (tokens_[i].is(">") && --depth == 0) return i + 1;
    }
    return i;
  }

  void add(Item::Kind kind, std::string_view name, std::string_view owner, bool substantial) {
    if (classes_ > 1) return;
    if (classes_ == 1) owner = outer_class_;
    items_.push_back({kind, name, owner, substantial});
  }

  std::vector<Token> tokens_;
  std::vector<std::string_view> scopes_;  // of each open brace: the class's name, empty for a namespace
  int classes_ = 0;                       // how many of them are classes
  std::string_view outer_class_;
  std::vector<Item> items_;
  std::size_t i_ = 0;
  std::size_t start_ = 0;  // of the statement at i_
};

}  // namespace

std::vector<Item> cpp_outline(std::string_view code) {
  return Outliner(code).run();
}

}  // namespace effk::submissions
