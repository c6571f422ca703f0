#include "harness/cli/command_line/bash_completion.h"

#include <fmt/format.h>

namespace effk::cli {
namespace {

// bash takes --option=value apart into three words. COMPREPLY is what it reads; compopt works only while a
// person completes.
constexpr const char* kBegin = R"(# bash completion of effk, made by: effk completion bash

# Words that begin with what is typed; in a list, with what is typed after its last comma.
_effk_words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$cur"); }
_effk_list() {
  local typed=${cur##*,}
  mapfile -t COMPREPLY < <(compgen -P "${cur%"$typed"}" -W "$1" -- "$typed")
  compopt -o nospace 2>/dev/null
}

_effk_files() {
  mapfile -t COMPREPLY < <(compgen -f -- "$cur")
  compopt -o filenames 2>/dev/null
}

_effk_problems() {
  local i suite=()
  for ((i = 2; i < ${#COMP_WORDS[@]}; i++)); do
    [[ ${COMP_WORDS[i]} == --suite ]] || continue
    [[ ${COMP_WORDS[i + 1]} == = ]] && ((i++))
    suite=(--suite "${COMP_WORDS[i + 1]/#\~\//${HOME-}/}")
  done
  "${COMP_WORDS[0]}" list --problems all "${suite[@]}" 2>/dev/null | while read -r id _; do echo "$id"; done
}

# The words after -- are a program with its arguments.
_effk_program() {
  if [[ ${COMP_WORDS[COMP_CWORD - 1]} == -- ]]; then
    mapfile -t COMPREPLY < <(compgen -c -- "$cur")
  else
    _effk_files
  fi
}

# Sets `option` to the option whose value is being typed, or to nothing; `place` to the number of arguments
# before the cursor; `dashes` if -- stands there.
_effk_look_back() {  # OPTIONS-WITH-A-VALUE
  local i word
  for ((i = 2; i < COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if [[ $word == -- ]]; then
      dashes=1
    elif [[ " $1 " == *" $word "* ]]; then
      option=$word
      [[ ${COMP_WORDS[i + 1]} == = ]] && ((i++))
      ((++i < COMP_CWORD)) && option=
    elif [[ $word != -* ]]; then
      ((place++))
    fi
  done
}

_effk() {
  local cur=${COMP_WORDS[COMP_CWORD]} option= place=0 dashes=
  COMPREPLY=()
)";

constexpr const char* kEnd = R"(}
complete -F _effk effk
)";

std::string joined(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, " "));
}

std::vector<std::string> option_names(const Command& command, bool only_with_value) {
  std::vector<std::string> names;
  for (const Option& option : command.options()) {
    if (option.is_argument() || (only_with_value && option.is_flag())) continue;
    for (const std::string& name : option.each_name()) names.push_back(name);
  }
  if (!only_with_value) names.emplace_back("--help");
  return names;
}

// What is offered for one value.
std::string offer_of(const Option& option) {
  const bool in_list = option.is_list() && !option.is_argument();
  const char* const function = in_list ? "_effk_list" : "_effk_words";
  if (!option.choices.empty()) return fmt::format("{} \"{}\"", function, joined(option.choices));
  if (option.offer == Offer::problems) return fmt::format("{} \"$(_effk_problems)\"", function);
  return option.offer == Offer::files ? "_effk_files" : ":";
}

std::string case_of(const Command& command) {
  std::string text = fmt::format("    {})\n      _effk_look_back \"{}\"\n      [[ $cur == = ]] && cur=\n",
                                 command.name, joined(option_names(command, true)));
  if (command.words_after_dashes != nullptr) text += "      [[ -n $dashes ]] && { _effk_program; return; }\n";
  text += "      case $option in\n";
  std::string places;
  int place = 0;
  for (const Option& option : command.options()) {
    if (option.is_argument()) {
      places += fmt::format("        {}) {} ;;\n", option.is_list() ? "*" : fmt::to_string(place++),
                            offer_of(option));
    } else if (!option.is_flag()) {
      text +=
          fmt::format("        {}) {}; return ;;\n", fmt::join(option.each_name(), "|"), offer_of(option));
    }
  }
  const std::string options = fmt::format("_effk_words \"{}\"", joined(option_names(command, false)));
  text +=
      fmt::format("      esac\n      [[ $cur == -* ]] && {{ {}; return; }}\n      case $place in\n", options);
  // Where no further argument is wanted, an option is.
  if (places.find("*)") == std::string::npos) places += fmt::format("        *) {} ;;\n", options);
  return text + places + "      esac\n      ;;\n";
}

}  // namespace

std::string bash_completion(const std::vector<Command>& commands) {
  std::string text = kBegin;
  text += fmt::format(
      "  if ((COMP_CWORD == 1)); then\n    _effk_words \"{} --help --version\"\n    return\n  fi\n",
      joined(names_of(commands)));
  text += "  case ${COMP_WORDS[1]} in\n";
  for (const Command& command : commands) text += case_of(command);
  return text + "  esac\n" + kEnd;
}

}  // namespace effk::cli
