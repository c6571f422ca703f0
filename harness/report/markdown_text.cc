#include "harness/report/markdown_text.h"

namespace effk::report {

std::string markdown_text(std::string_view printable) {
  std::string escaped;
  for (std::size_t i = 0; i < printable.size(); ++i) {
    const char c = printable[i];
    const bool is_markup = std::string_view("\\`*_{}[]()#+!|~$@").find(c) != std::string_view::npos;
    const bool is_link = printable.substr(i).starts_with("://");
    if (c == '<') {
      escaped += "&lt;";
    } else if (c == '>') {
      escaped += "&gt;";
    } else if (c == '&') {
      escaped += "&amp;";
    } else {
      if (is_markup || is_link) escaped += '\\';
      escaped += c;
    }
  }
  return escaped;
}

}  // namespace effk::report
