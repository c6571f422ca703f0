// harness/report/leaderboard/site.h -- the leaderboard as one HTML page that needs no network.
//
// Names, statements and code of strangers stay text: the template escapes what it is given, and the data lie
// in a JSON block in which every "<" is \u003c. The page's own policy forbids everything but the scripts and
// styles that were built into the template, by their digests.
//
//   Unit     costs in the runs' unit.
//   Scope    of each (model, language, problem) the best, the median and the worst sample. Long code is cut:
//            100 models on 150 problems make less than 30 MB.
//   Errors   std::runtime_error if the template is none of ours.
//   Threads  pure.
#pragma once

#include <string>
#include <string_view>

#include "harness/report/leaderboard/board.h"

namespace effk::report {

// `page_template` is what the build made of harness/report/leaderboard/page (assemble.mjs): the text of
// share/effk/leaderboard/page.mustache.
std::string leaderboard_page(const Board& board, const std::string& page_template);

// True if `html` begins like a page of leaderboard_page(), so that it may be replaced by another.
bool is_leaderboard_page(std::string_view html);

}  // namespace effk::report
