// harness/submissions/prompt_program.h -- the program that an answer to a problem's exact prompt stands for.
//
// Imported benchmarks ask for the continuation of a text that may define and import things before the entry
// point, and run "prompt, newline, answer". Done literally that breaks honest answers: a whole program with
// `from __future__ import` must stand first. So:
//
//   body       The answer does not define the entry point, or it is a completion whose first line is
//   indented: it
//              goes behind the whole prompt ("+prompt").
//   whole      The answer defines the entry point, and stands alone if it has all names that it mentions. If
//   it
//              mentions a name that the prompt's preamble (all before the entry point) defines and the answer
//              does not, or the preamble has a star import, the preamble goes in front ("+preamble"). What
//              the answer defines itself comes later and counts.
//   either     `from __future__` imports at the head of the answer move to the front of the program.
//
// Python only.
//
//   Errors   none: what does not fit becomes code that does not compile.
//   Threads  no shared state. Linear in the length of the texts.
#pragma once

#include <string>
#include <string_view>

namespace effk::submissions {

// What stands before the last definition of `entry_point` at the margin (with its decorators); all of it if
// it defines none.
std::string_view preamble_of(std::string_view prompt, std::string_view entry_point);

// True if the first line of code is indented and opens no definition.
bool is_indented_body(std::string_view code);

// The program of a body: behind `prompt`, indented as in join_prompt().
std::string behind_prompt(std::string_view prompt, std::string_view body);

// The program of a whole answer: `code` itself, byte for byte, if it lacks nothing.
std::string with_preamble(std::string_view prompt, std::string_view code, std::string_view entry_point);

}  // namespace effk::submissions
