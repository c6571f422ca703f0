// harness/submissions/extraction.h -- finds the code in what a model wrote.
//
// The rules decide scores, so they have a version, and every sample records which of them fired.
//
//   Scope    pure: the result depends on the request alone. Linear in the length of the text.
//   Errors   none: text without code is a result.
//   Threads  no shared state.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "harness/suite/problem.h"

namespace effk::submissions {

// Raised whenever any text gets another code than before; stored with each run.
inline constexpr int kExtractionVersion = 1;

struct ExtractionRequest {
  std::string_view text;
  suite::Language language = suite::Language::cpp;
  std::string_view entry_point;  // empty: a whole program is wanted (C++: main; Python: any code)
  std::string_view prompt;  // what the text continues if it does not define the entry point; may be empty
  // Of a problem with a text of its own that completions continue: that text. See prompt_program.h. Then
  // `prompt` is the same or empty.
  std::string_view exact_prompt;
  bool is_code_file = false;  // .py, .cpp: taken as it is unless it has fences
};

// The rule is one of
//   as_is               the text is code from its first line to its last
//   fence               one fenced block
//   fence_unclosed      a block whose closing fence is missing
//   fence_closing_only  code from the start to a closing fence that nothing opens
//   fence_joined        all blocks of the language in order, because no single one defines the entry point
//   unfenced            code between lines of prose, without a fence
//   none                no code
// after what was taken away to get there, and before what was added, in this order and joined with '+':
//   chat+       control tokens of a chat template, and other speakers' turns
//   thinking+   a <think> block
//   word+       a first line that only names the language
//   +helpers    other blocks that define what the chosen one uses
//   +prompt     put behind the prompt, because it does not define the entry point
//   +preamble   with what the problem's exact prompt has before the entry point, because the code mentions it
// Example: "chat+fence+helpers".
struct Extraction {
  std::optional<std::string> code;
  std::string rule;
};

// Of several blocks, the first that defines the entry point with a body wins; one with the right language
// tag before one without, and a mere stub only if there is nothing better.
Extraction extract_code(const ExtractionRequest& request);

// The language that the fences of `text` name: of the block that defines the entry point, else of the first
// block that names one.
std::optional<suite::Language> fence_language(std::string_view text, std::string_view entry_point);

}  // namespace effk::submissions
