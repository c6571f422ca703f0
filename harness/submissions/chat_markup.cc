#include "harness/submissions/chat_markup.h"

#include <algorithm>
#include <initializer_list>
#include <optional>

#include "harness/suite/problem.h"

namespace effk::submissions {
namespace {

constexpr auto npos = std::string_view::npos;

// Where the assistant's turn begins, most telling first.
constexpr std::string_view kAnswerHeaders[] = {
    "<|channel|>final<|message|>",
    "<|start_header_id|>assistant<|end_header_id|>",
    "<|im_start|>assistant",
    "<start_of_turn>model",
    "<|assistant|>",
    "<|Assistant|>",
    "<\xef\xbd\x9c"
    "Assistant\xef\xbd\x9c>",
};

// Where somebody else's turn begins.
constexpr std::string_view kOtherHeaders[] = {
    "<|start_header_id|>",
    "<|im_start|>",
    "<start_of_turn>",
    "<|user|>",
    "<|User|>",
    "<|system|>",
    "<\xef\xbd\x9cUser\xef\xbd\x9c>",
    "[INST]",
};

// The end of a turn, or of everything.
constexpr std::string_view kEnds[] = {
    "<|eot_id|>",
    "<|im_end|>",
    "<|endoftext|>",
    "<|end_of_text|>",
    "<|end_of_turn|>",
    "<end_of_turn>",
    "<|end|>",
    "<|return|>",
    "<|EOT|>",
    "<|eom_id|>",
    "</s>",
    "<eos>",
    "<\xef\xbd\x9c"
    "end\xe2\x96\x81of\xe2\x96\x81sentence\xef\xbd\x9c>",
};

// What may stand at the very start of a text.
constexpr std::string_view kBeginnings[] = {"<|begin_of_text|>",
                                            "<s>",
                                            "<bos>",
                                            "<|startoftext|>",
                                            "[/INST]",
                                            "<\xef\xbd\x9c"
                                            "begin\xe2\x96\x81of\xe2\x96\x81sentence\xef\xbd\x9c>"};

std::string_view without_leading_blanks(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  return text;
}

template <std::size_t N>
std::string_view starting_token(std::string_view text, const std::string_view (&tokens)[N]) {
  for (const std::string_view token : tokens) {
    if (text.starts_with(token)) return token;
  }
  return {};
}

bool starts_with_token(std::string_view text) {
  return !starting_token(text, kEnds).empty() || !starting_token(text, kAnswerHeaders).empty() ||
         !starting_token(text, kOtherHeaders).empty() || !starting_token(text, kBeginnings).empty();
}

// At the start of a line, or right behind another token.
bool in_place(std::string_view text, std::size_t at) {
  const std::size_t before = at == 0 ? npos : text.find_last_not_of(" \t", at - 1);
  return before == npos || text[before] == '\n' || text[before] == '>' || text[before] == ']';
}

std::size_t find_header(std::string_view text, std::string_view header) {
  for (std::size_t at = text.find(header); at != npos; at = text.find(header, at + header.size())) {
    if (in_place(text, at)) return at;
  }
  return npos;
}

std::string_view from_answer_on(std::string_view text) {
  for (const std::string_view header : kAnswerHeaders) {
    const bool final_channel = header == kAnswerHeaders[0];  // follows the word "assistant" on its line
    const std::size_t at = final_channel ? text.find(header) : find_header(text, header);
    // A turn before it that is not empty and not marked as anybody's is the answer; what follows was made up.
    if (at == npos) continue;
    const std::string_view before = without_leading_blanks(text.substr(0, at));
    if (before.empty() || starts_with_token(before) || final_channel) {
      return text.substr(at + header.size());
    }
  }
  const std::string_view rest = without_leading_blanks(text);
  if (rest.starts_with("[INST]") || rest.starts_with("<s>") || rest.starts_with("<<SYS>>")) {
    const std::size_t at = text.find("[/INST]");
    if (at != npos) return text.substr(at + std::string_view("[/INST]").size());
  }
  return text;
}

// True if nothing but blanks, or another token, follows.
bool ends_a_turn(std::string_view after, bool anywhere_in_text) {
  const std::size_t next = after.find_first_not_of(" \t\r");
  if (next == npos) return true;
  if (after[next] == '\n' && anywhere_in_text) return true;
  const std::string_view rest = without_leading_blanks(after);
  return rest.empty() || starts_with_token(rest);
}

std::string_view up_to_the_end(std::string_view text) {
  std::size_t cut = npos;
  for (const std::string_view token : kEnds) {
    // </s> and <eos> are also what an HTML or XML program writes at the end of a line.
    const bool distinct = token.starts_with("<|") || token.starts_with("<\xef");
    for (std::size_t at = text.find(token); at != npos && at < cut; at = text.find(token, at + 1)) {
      if (ends_a_turn(text.substr(at + token.size()), distinct)) cut = at;
    }
  }
  for (const std::string_view header : kOtherHeaders) {
    const std::size_t at = find_header(text, header);
    if (at != npos) cut = std::min(cut, at);
  }
  return text.substr(0, cut);
}

// The tag's name if a thinking tag starts at `at`: "<think>" -> 7.
std::size_t thinking_tag(std::string_view text, std::size_t at, bool closing) {
  for (const std::string_view name : {"think", "thinking", "thought", "reasoning"}) {
    const std::string tag = (closing ? "</" : "<") + std::string(name) + ">";
    if (text.substr(at, tag.size()) == tag) return tag.size();
  }
  return 0;
}

struct Tag {
  std::size_t at = npos;
  std::size_t size = 0;
};

Tag find_thinking_tag(std::string_view text, std::size_t from, bool closing) {
  for (std::size_t at = text.find('<', from); at != npos; at = text.find('<', at + 1)) {
    const std::size_t size = thinking_tag(text, at, closing);
    if (size == 0) continue;
    const std::size_t before = at == 0 ? npos : text.find_last_not_of(" \t", at - 1);
    const bool starts_line = before == npos || text[before] == '\n';
    const std::size_t next = text.find_first_not_of(" \t\r", at + size);
    const bool ends_line = next == npos || text[next] == '\n';
    if (starts_line || (closing && ends_line)) return {at, size};
  }
  return {};
}

}  // namespace

std::string_view first_answer(std::string_view text) {
  std::string_view answer = from_answer_on(text);
  for (bool more = true; more;) {
    const std::string_view rest = without_leading_blanks(answer);
    std::size_t size = starting_token(rest, kBeginnings).size();
    if (size == 0) size = starting_token(rest, kEnds).size();
    more = size > 0;
    if (more) answer = rest.substr(size);
  }
  return up_to_the_end(answer);
}

std::string without_thinking(std::string_view text) {
  std::string result;
  const Tag open = find_thinking_tag(text, 0, false);
  const Tag close = find_thinking_tag(text, 0, true);
  std::size_t offset = 0;
  if (close.at != npos && close.at < open.at) offset = close.at + close.size;
  while (offset < text.size()) {
    const Tag next = find_thinking_tag(text, offset, false);
    result += text.substr(offset, next.at == npos ? npos : next.at - offset);
    if (next.at == npos) break;
    const std::string closing = "</" + std::string(text.substr(next.at + 1, next.size - 1));
    const Tag end = {text.find(closing, next.at), closing.size()};
    if (end.at == npos) break;
    offset = end.at + end.size;
  }
  return result;
}

std::string_view without_language_line(std::string_view text) {
  const std::string_view rest = without_leading_blanks(text);
  const std::size_t end = rest.find('\n');
  if (end == npos) return text;
  const std::string_view line = rest.substr(0, std::min(rest.find_last_not_of(" \t\r", end - 1) + 1, end));
  return line.size() <= 8 && suite::parse_language(line) ? rest.substr(end + 1) : text;
}

}  // namespace effk::submissions
