// harness/report/leaderboard/page_data.h -- what the page's scripts read, as JSON that can stand in a
// <script> element. Internal to the module; read by harness/report/leaderboard/page/js/data.js.
//
// {"schema","suite","instrument","cost","unit" as in json.h, "alpha", "factors":[...],
//  "metrics":["eff@1",...], "runs":["name",...], "verdicts":["accepted",...],
//  "groups":[{"kind":"challenge"|"tag","name","problems":[index,...]}],
//  "problems":[{"id","title","challenge","tags","statement","signatures":{language:text},"weights":[...],
//               "references":[{"language","runs":[index,...],"budget":T|null,"costs":[a
//               level|null],"code":index|null}]}],
//  "rows":[{"model","language","run","groups":[first,last]|null,"samples","missing":[problem,...],
//           "metrics":[[value,low,high]|null],"levels":[f_l|null],"profile":[share,...],"by_group":[[v,l,h]|null],
//           "cells":[[mean,best,passed,complete,n,[sample,...]]|null a problem]}],
//  "samples":[[row,problem,"name",verdict,1 passed + 2 complete,score,[f_l|null],[cost|null],code,"detail",
//              [notes],"outcome"]],
//  "codes":[["text",bytes left out],...]}
//
// Rows are in the order of the table. Every number that names another object is its index. Scores are rounded
// to five decimals. The text is ASCII, "<" is \u003c, and bytes that are not UTF-8 are shown as \xff.
//
//   Unit     costs in the runs' unit: a level's dearest case.
//   Errors   none.
//   Threads  pure.
#pragma once

#include <string>

#include "harness/report/leaderboard/board.h"

namespace effk::report {

std::string page_data(const Board& board);

}  // namespace effk::report
