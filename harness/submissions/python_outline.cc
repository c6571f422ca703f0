#include <algorithm>
#include <span>

#include "harness/submissions/logical_lines.h"
#include "harness/submissions/outline.h"

namespace effk::submissions {
namespace {

using Line = std::span<const Token>;

struct Block {
  enum class Kind { function, type, other };
  Kind kind = Kind::other;
  std::string_view name;
  std::size_t column = 0;
  std::size_t item = 0;  // of a function: its place in the outline, + 1; 0: not in it
};

std::size_t find(Line line, std::string_view text, std::size_t from = 0) {
  while (from < line.size() && !line[from].is(text)) ++from;
  return from;
}

// A statement that does something: not a docstring, `pass`, `...` or `raise NotImplementedError`.
bool does_something(Line line) {
  if (line.empty()) return false;
  const bool only_strings =
      std::all_of(line.begin(), line.end(), [](const Token& t) { return t.kind == TokenKind::string; });
  const bool only_dots = std::all_of(line.begin(), line.end(), [](const Token& t) { return t.is("."); });
  const bool not_done = line.size() >= 2 && line[0].is("raise") && line[1].is("NotImplementedError");
  return !only_strings && !only_dots && !not_done && !(line.size() == 1 && line[0].is("pass"));
}

class Outliner {
 public:
  explicit Outliner(std::string_view code) : lines_(code) {}

  std::vector<Item> run() {
    for (Line line = lines_.next(); !line.empty(); line = lines_.next()) take(line);
    return std::move(items_);
  }

 private:
  void take(Line line) {
    const std::size_t column = line[0].column;
    while (!blocks_.empty() && column <= blocks_.back().column) blocks_.pop_back();
    if (does_something(line)) mark_substantial();
    if (line[0].is("async")) line = line.subspan(1);
    if (line.empty()) return;
    if (line[0].is("import") || line[0].is("from")) return take_import(line);
    const bool named = line.size() > 1 && line[1].kind == TokenKind::name;
    if (line[0].is("def") && named) return take_function(line, column);
    if (line[0].is("class") && named) {
      add(Item::Kind::type, line[1].text);
      blocks_.push_back({Block::Kind::type, line[1].text, column, 0});
      return;
    }
    if (line[0].kind != TokenKind::name) return;
    if (is_keyword(line[0].text, suite::Language::python)) {
      if (line.back().is(":")) blocks_.push_back({Block::Kind::other, {}, column, 0});
      return;
    }
    const bool annotated = line.size() > 2 && line[1].is(":") && find(line, "=", 2) < line.size();
    if (annotated || (line.size() > 1 && line[1].is("="))) add(Item::Kind::variable, line[0].text);
  }

  void take_function(Line line, std::size_t column) {
    const bool added = add(Item::Kind::function, line[1].text);
    if (added) items_.back().substantial = false;
    blocks_.push_back({Block::Kind::function, line[1].text, column, added ? items_.size() : 0});
    // "def f(x): return x": the colon that ends the head is the first outside all brackets.
    int depth = 0;
    for (std::size_t i = 2; i < line.size(); ++i) {
      if (line[i].is("(") || line[i].is("[") || line[i].is("{")) ++depth;
      if (line[i].is(")") || line[i].is("]") || line[i].is("}")) --depth;
      if (depth == 0 && line[i].is(":")) {
        if (does_something(line.subspan(i + 1))) mark_substantial();
        return;
      }
    }
  }

  // import a.b, c as d -> a, d;  from m import x, y as z -> x, z
  void take_import(Line line) {
    const bool from = line[0].is("from");
    const std::size_t start = from ? find(line, "import") + 1 : 1;
    for (std::size_t i = start; i < line.size(); ++i) {
      if (line[i].kind != TokenKind::name || line[i].is("as")) continue;
      const bool renamed = i + 1 < line.size() && line[i + 1].is("as");
      if (renamed || line[i - 1].is(".")) continue;
      items_.push_back({Item::Kind::import, line[i].text, {}, true});
    }
  }

  // Only at the outermost level (or under if, try, with), or directly in an outermost class.
  bool add(Item::Kind kind, std::string_view name) {
    std::string_view owner;
    for (const Block& block : blocks_) {
      if (block.kind == Block::Kind::function || (block.kind == Block::Kind::type && !owner.empty()))
        return false;
      if (block.kind == Block::Kind::type) owner = block.name;
    }
    items_.push_back({kind, name, owner, true});
    return true;
  }

  void mark_substantial() {
    for (const Block& block : blocks_) {
      if (block.item > 0) items_[block.item - 1].substantial = true;
    }
  }

  LogicalLines lines_;
  std::vector<Block> blocks_;
  std::vector<Item> items_;
};

}  // namespace

std::vector<Item> python_outline(std::string_view code) {
  return Outliner(code).run();
}

}  // namespace effk::submissions
