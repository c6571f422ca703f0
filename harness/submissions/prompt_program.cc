#include "harness/submissions/prompt_program.h"

#include <algorithm>
#include <set>
#include <span>

#include "harness/submissions/logical_lines.h"
#include "harness/submissions/outline.h"
#include "harness/submissions/prompt_join.h"

namespace effk::submissions {
namespace {

using suite::Language;

std::size_t start_of_line(std::string_view code, std::size_t offset) {
  const std::size_t newline = offset == 0 ? code.npos : code.rfind('\n', offset - 1);
  return newline == code.npos ? 0 : newline + 1;
}

std::size_t end_of_line(std::string_view code, std::size_t offset) {
  const std::size_t newline = code.find('\n', offset);
  return newline == code.npos ? code.size() : newline + 1;
}

bool is_string(std::span<const Token> line) {
  return std::all_of(line.begin(), line.end(), [](const Token& t) { return t.kind == TokenKind::string; });
}

// `from __future__` imports may follow only a docstring, comments and each other.
struct SplitFuture {
  std::string imports;
  std::string rest;
};

SplitFuture split_future(std::string_view code) {
  SplitFuture split;
  std::size_t kept = 0;
  LogicalLines lines(code);
  for (auto line = lines.next(); !line.empty(); line = lines.next()) {
    const bool future = line.size() > 3 && line[0].is("from") && line[1].is("__future__");
    if (!future && !is_string(line)) break;
    if (!future) continue;
    const std::size_t start = start_of_line(code, line[0].offset);
    const std::size_t end = end_of_line(code, line.back().end());
    split.imports += code.substr(line[0].offset, end - line[0].offset);
    if (!split.imports.ends_with('\n')) split.imports += '\n';
    split.rest += code.substr(kept, start - kept);
    kept = end;
  }
  split.rest += code.substr(kept);
  return split;
}

bool has_star_import(std::string_view code) {
  LogicalLines lines(code);
  for (auto line = lines.next(); !line.empty(); line = lines.next()) {
    if (line[0].is("from") && line.back().is("*")) return true;
  }
  return false;
}

bool lacks_names_of(std::string_view preamble, std::string_view code) {
  std::set<std::string_view> lacking;
  for (const Item& item : outline(preamble, Language::python)) {
    if (item.owner.empty()) lacking.insert(item.name);
  }
  for (const Item& item : outline(code, Language::python)) {
    if (item.owner.empty()) lacking.erase(item.name);
  }
  if (lacking.empty()) return false;
  const std::set<std::string_view> mentioned = mentioned_names(code, Language::python);
  return std::any_of(lacking.begin(), lacking.end(),
                     [&](std::string_view name) { return mentioned.count(name) > 0; });
}

}  // namespace

std::string_view preamble_of(std::string_view prompt, std::string_view entry_point) {
  std::size_t preamble = prompt.size();
  std::size_t decorated = prompt.npos;  // where the decorators of what comes next begin
  LogicalLines lines(prompt);
  for (auto line = lines.next(); !line.empty(); line = lines.next()) {
    const std::size_t start = start_of_line(prompt, line[0].offset);
    if (line[0].is("@")) {
      decorated = std::min(decorated, start);
      continue;
    }
    const std::size_t name = line[0].is("async") ? 2 : 1;
    const bool defines =
        line[0].column == 0 && line.size() > name && line[name - 1].is("def") && line[name].is(entry_point);
    if (defines) preamble = std::min(decorated, start);
    decorated = prompt.npos;
  }
  return prompt.substr(0, preamble);
}

bool is_indented_body(std::string_view code) {
  LogicalLines lines(code);
  const auto line = lines.next();
  if (line.empty() || line[0].column == 0) return false;
  const Token& first = line[0];
  return !first.is("def") && !first.is("class") && !first.is("async") && !first.is("@") &&
         !first.is("import") && !first.is("from");
}

std::string behind_prompt(std::string_view prompt, std::string_view body) {
  const SplitFuture split = split_future(body);
  return split.imports + join_prompt(prompt, split.rest, Language::python);
}

std::string with_preamble(std::string_view prompt, std::string_view code, std::string_view entry_point) {
  const std::string_view preamble = preamble_of(prompt, entry_point);
  if (!has_code(preamble, Language::python)) return std::string(code);
  if (!has_star_import(preamble) && !lacks_names_of(preamble, code)) return std::string(code);
  const SplitFuture split = split_future(code);
  std::string program = split.imports + std::string(preamble);
  if (!program.ends_with('\n')) program += '\n';
  return program + split.rest;
}

}  // namespace effk::submissions
