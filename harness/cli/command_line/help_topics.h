// harness/cli/command_line/help_topics.h -- what does not belong to one option: `effk help TOPIC`.
#pragma once

#include <string>
#include <vector>

namespace effk::cli {

struct HelpTopic {
  std::string name;
  std::string about;  // a line of `effk --help`
  std::string text;
};

std::vector<HelpTopic> help_topics();

}  // namespace effk::cli
