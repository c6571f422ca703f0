// harness/report/markdown_text.h -- text of strangers inside Markdown. Internal to the module.
#pragma once

#include <string>
#include <string_view>

namespace effk::report {

// `printable` (see printable.h) so that it stays what it is: no markup, HTML, link or mention.
std::string markdown_text(std::string_view printable);

}  // namespace effk::report
