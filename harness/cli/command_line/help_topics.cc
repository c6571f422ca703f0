#include "harness/cli/command_line/help_topics.h"

#include <fmt/format.h>

#include "harness/submissions/intake.h"

namespace effk::cli {
namespace {

constexpr const char* kExitStatus =
    "how effk ends:\n"
    "  0    done\n"
    "  1    done, and the answer is no: a promise is broken\n"
    "  2    the command line is wrong\n"
    "  3    a specification, submission or record is wrong\n"
    "  4    this machine cannot do it: no counter, a full disk\n"
    "  70   a bug in effk\n"
    "  130  interrupted; what a run had measured by then is stored\n"
    "  141  whoever read the output went away, as in effk list | head -1\n"
    "\n"
    "What a sample does is never effk's failure. effk count ends as the counted program did.\n";

constexpr const char* kEnvironment =
    "environment variables that effk reads:\n"
    "  EFFK_SUITE  folder of the suite where --suite is not given\n"
    "  EFFK_CACHE  folder of compiled samples and generated cases; deleting it costs time alone\n"
    "              [default: XDG_CACHE_HOME/effk, else ~/.cache/effk]\n"
    "  NO_COLOR    with any value: no colours; there are none either where no terminal is,\n"
    "              or where TERM is dumb\n"
    "  PATH        where effk count looks for the program\n"
    "\n"
    "Samples see none of the user's environment.\n";

std::string formats() {
  std::string text = "formats of submissions, recognised by content:\n";
  for (const submissions::FormatName& known : submissions::format_names())
    text += fmt::format("  {:<14}{}\n", known.name, known.description);
  return text +
         "\nThere may be several of different formats; .gz of any file is read too. docs/submissions.md\n"
         "shows each.\n";
}

}  // namespace

std::vector<HelpTopic> help_topics() {
  return {{"formats", "how submissions may look", formats()},
          {"exit-status", "what the exit status says", kExitStatus},
          {"environment", "the environment variables that are read", kEnvironment}};
}

}  // namespace effk::cli
