// harness/submissions/chat_markup.h -- takes away what surrounds a model's answer: the control tokens of chat
// templates, other speakers' turns, and thinking aloud.
//
// Tokens count only where a template puts them (at the start of a line or next to another token, or at the
// end of the text), because a program may well contain "</s>" in a string.
//
//   Errors   none. Texts without such markup come back as they are.
//   Threads  no shared state.
#pragma once

#include <string>
#include <string_view>

namespace effk::submissions {

// The first turn of the assistant. If a template marks a final answer (harmony's channels), that one.
std::string_view first_answer(std::string_view text);

// Without <think> ... </think>; a block that is never closed reaches to the end, one that is never opened
// begins at the start.
std::string without_thinking(std::string_view text);

// Without a first line that only says "python" or "cpp".
std::string_view without_language_line(std::string_view text);

}  // namespace effk::submissions
