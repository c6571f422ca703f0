#include "harness/submissions/fences.h"

#include <algorithm>
#include <cctype>
#include <initializer_list>

#include "harness/submissions/lexer.h"
#include "harness/submissions/outline.h"
#include "harness/submissions/prose.h"

namespace effk::submissions {
namespace {

using suite::Language;

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// A line that opens or closes a block.
struct Fence {
  std::string_view mark;  // "```", "~~~~", "[python]": a closing fence has the same, or a longer run
  std::size_t indent = 0;
  std::string tag;
  std::string_view same_line;  // "```python x = 1```" has its whole block on one line
  bool closes_only = false;    // [/PYTHON]
};

std::optional<Fence> read_fence(std::string_view line) {
  Fence fence;
  fence.indent = std::min(line.find_first_not_of(" \t"), line.size());
  const std::string_view rest = trimmed(line);
  for (const std::string_view word : {"[python]", "[cpp]", "[c++]", "[code]"}) {
    const std::string closing = "[/" + std::string(word.substr(1));
    const std::string found = rest.size() <= closing.size() ? lower(rest) : std::string();
    if (found != word && found != closing) continue;
    fence.mark = word;
    fence.closes_only = found == closing;
    if (!fence.closes_only && word != "[code]") fence.tag = word.substr(1, word.size() - 2);
    return fence;
  }
  if (!rest.starts_with("```") && !rest.starts_with("~~~")) return std::nullopt;
  const std::size_t run = std::min(rest.find_first_not_of(rest[0]), rest.size());
  fence.mark = rest.substr(0, run);
  std::string_view info = trimmed(rest.substr(run));
  const std::size_t name = std::min(info.find_first_not_of("{. \t"), info.size());  // pandoc: {.python}
  std::string_view word = info.substr(name);
  word = word.substr(0, word.find_first_of(" \t{}:,`"));
  if (info.find(fence.mark) != info.npos) {
    fence.same_line = info.substr(0, info.find(fence.mark));
    if (!language_of_tag(lower(word))) return std::nullopt;  // a sentence about ```code```
    fence.same_line.remove_prefix(std::min(name + word.size(), fence.same_line.size()));
  } else if (rest[0] == '`' && info.find('`') != info.npos) {
    return std::nullopt;
  }
  fence.tag = lower(word);
  return fence;
}

// Says, for ascending offsets, whether they lie inside a string or comment of the code that starts at
// `start`. One that nothing closes does not count: it swallows the rest of the text by mistake.
class Literals {
 public:
  Literals(std::string_view text, Language language, std::size_t start) : lexer_(text, language, start) {}

  bool cover(std::size_t offset) {
    while (more_ && token_.end() <= offset) more_ = lexer_.next(&token_);
    const bool spans_lines = token_.kind == TokenKind::string ||
                             (token_.kind == TokenKind::comment && token_.text.starts_with("/*"));
    return more_ && token_.offset < offset && token_.closed && spans_lines;
  }

 private:
  Lexer lexer_;
  Token token_;
  bool more_ = true;
};

struct Close {
  std::size_t content_end;
  std::size_t resume;  // where the text after the block goes on
  bool found;
};

std::size_t line_end(std::string_view text, std::size_t offset) {
  return std::min(text.find('\n', offset), text.size());
}

bool closes(const Fence& line, std::string_view mark) {
  if (!line.tag.empty() && !line.closes_only) return false;
  if (mark.starts_with('[')) return line.closes_only && line.mark == mark;
  return line.mark[0] == mark[0] && line.mark.size() >= mark.size();
}

// Looks for the end of the block whose first line starts at `start`. `heed_literals` is false on the second
// try: then the first fence ends it, wherever it stands.
Close find_close(std::string_view text, std::size_t start, std::string_view mark, Language language) {
  Literals literals(text, language, start);
  for (std::size_t offset = start; offset < text.size();) {
    const std::size_t end = line_end(text, offset);
    const std::size_t after = std::min(end + 1, text.size());
    const std::string_view line = text.substr(offset, end - offset);
    if (const auto fence = read_fence(line)) {
      const bool reopens = fence->same_line.empty() && language_of_tag(fence->tag) && !fence->closes_only;
      const std::size_t at = offset + fence->indent;
      if ((reopens || closes(*fence, mark)) && !literals.cover(at)) {
        return {offset, reopens ? offset : after, !reopens};
      }
    } else if (mark[0] == '`') {
      // "return x```": the fence is glued to the last line.
      const std::string_view rest = trimmed(line);
      const std::size_t glued = line.rfind(mark);
      if (rest.ends_with(mark) && glued > 0 && line[glued - 1] != '`' && line.find('`') == glued &&
          !literals.cover(offset + glued)) {
        return {offset + glued, after, true};
      }
    }
    offset = after;
  }
  return {text.size(), text.size(), false};
}

std::string without_indent(std::string_view text, std::size_t indent) {
  if (indent == 0) return std::string(text);
  std::string result;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t after = std::min(line_end(text, offset) + 1, text.size());
    std::string_view line = text.substr(offset, after - offset);
    line.remove_prefix(std::min({indent, line.find_first_not_of(" \t"), line.size()}));
    result += line;
    offset = after;
  }
  return result;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == text.npos;
}

bool is_markdown_tag(std::string_view tag) {
  return tag == "markdown" || tag == "md";
}

// The block before a closing fence that nothing opens: the prompt ended with the opening fence.
std::optional<Close> leading_block(std::string_view text, Language language, std::string_view entry_point) {
  const std::size_t first = std::min(text.find_first_not_of(" \t\n"), text.size());
  if (read_fence(text.substr(first, line_end(text, first) - first))) return std::nullopt;
  if (!starts_as_code(text, language)) return std::nullopt;
  const Close close = find_close(text, 0, "```", language);
  if (!close.found) return std::nullopt;
  const std::string_view before = text.substr(0, close.content_end);
  if (definition_in(before, language, entry_point) == Definition::full && !entry_point.empty()) return close;
  // Without a definition the text before may still be what a prompt goes on with; then no later fence opens
  // a block that this one would have closed.
  std::size_t later = 0;
  for (std::size_t offset = close.resume; offset < text.size(); offset = line_end(text, offset) + 1) {
    if (read_fence(text.substr(offset, line_end(text, offset) - offset))) ++later;
  }
  return later % 2 == 0 && has_code(before, language) ? std::optional(close) : std::nullopt;
}

// In text that starts as code: where the first fence stands that is not inside a string or comment of it.
std::size_t first_fence_in_code(std::string_view text, Language language) {
  Literals literals(text, language, 0);
  std::size_t offset = 0;
  while (offset < text.size()) {
    const std::size_t end = line_end(text, offset);
    const auto fence = read_fence(text.substr(offset, end - offset));
    if (fence && !literals.cover(offset + fence->indent)) return offset;
    offset = end + 1;
  }
  return text.size();
}

}  // namespace

std::optional<Language> language_of_tag(std::string_view tag) {
  if (tag == "c" || tag == "h" || tag == "hpp" || tag == "cplusplus" || tag == "c++11" || tag == "c++14")
    return Language::cpp;
  if (tag == "python2" || tag == "py2" || tag == "python3.11" || tag == "ipython") return Language::python;
  return suite::parse_language(tag);
}

TagMeaning meaning_of(std::string_view tag, Language wanted) {
  if (const auto language = language_of_tag(tag)) {
    return *language == wanted ? TagMeaning::wanted_language : TagMeaning::other_language;
  }
  static constexpr std::string_view kOthers[] = {
      "bash", "sh",  "shell", "console", "zsh",  "powershell", "java", "javascript", "js",    "typescript",
      "ts",   "go",  "rust",  "c#",      "cs",   "csharp",     "json", "yaml",       "xml",   "html",
      "sql",  "css", "cmake", "make",    "diff", "latex",      "tex",  "math",       "output"};
  const bool other = std::find(std::begin(kOthers), std::end(kOthers), tag) != std::end(kOthers);
  return other ? TagMeaning::other_language : TagMeaning::nothing;
}

FencedText split_fences(std::string_view text, Language language, std::string_view entry_point) {
  FencedText result;
  std::size_t offset = 0;
  const auto add = [&](std::string tag, std::string block, Block::Closing closing) {
    if (!is_blank(block)) result.blocks.push_back({std::move(tag), std::move(block), closing});
  };
  if (const auto close = leading_block(text, language, entry_point)) {
    add({}, std::string(text.substr(0, close->content_end)), Block::Closing::missing_open);
    offset = close->resume;
  } else if (starts_as_code(text, language)) {
    offset = first_fence_in_code(text, language);
    result.outside = text.substr(0, offset);
  }
  std::size_t opened = 0;
  while (offset < text.size()) {
    const std::size_t end = line_end(text, offset);
    const std::size_t after = std::min(end + 1, text.size());
    const auto fence = read_fence(text.substr(offset, end - offset));
    if (!fence || opened == kMaxBlocks || fence->closes_only || is_markdown_tag(fence->tag)) {
      if (!fence) result.outside += text.substr(offset, after - offset);
      offset = after;
      continue;
    }
    ++opened;
    if (!fence->same_line.empty()) {
      add(fence->tag, std::string(trimmed(fence->same_line)) + "\n", Block::Closing::both);
      offset = after;
      continue;
    }
    const Language inside = language_of_tag(fence->tag).value_or(language);
    const Close close = find_close(text, after, fence->mark, inside);
    add(fence->tag, without_indent(text.substr(after, close.content_end - after), fence->indent),
        close.found ? Block::Closing::both : Block::Closing::missing_close);
    offset = close.resume;
  }
  return result;
}

}  // namespace effk::submissions
