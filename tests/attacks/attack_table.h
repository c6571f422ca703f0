// tests/attacks/attack_table.h -- the hostile samples and what is promised of each (attacks.json).
//
// A line of attacks.json:
//   language, name  the file <language>/<name>.{cpp,py}, which says in its first line what it tries
//   problem         of tests/suite_small; add_up if it is not named
//   verdicts        the sample's verdict is one of these
//   where           "while loading", "level 0", ... (one of several; absent: no case is to blame), or
//   "anywhere" detail, flag    a part of the sample's detail, or of one of its flags passes          true:
//   censored at a level above 0, so that it counts as passed cost            "same": on every case just what
//   the honest sample costs; "not_less": at most frame and
//                   allowance below the reference
//   repeat_line_2   its second line stands there so many times
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "harness/suite/problem.h"

namespace effk::attacks {

struct Attack {
  suite::Language language = suite::Language::cpp;
  std::string name;
  std::string problem;
  std::vector<std::string> verdicts;
  std::vector<std::string> where;
  std::string detail;
  std::string flag;
  std::string cost;
  bool passes = false;
  int repeat_line_2 = 1;

  std::filesystem::path file() const;
  std::string code() const;
};

// In the order in which they are run. Throws if the table is malformed.
const std::vector<Attack>& attack_table();

// The honest sample of a problem.
std::filesystem::path honest_file(const std::string& problem, suite::Language language);

// What the samples of a run are called: number 0 of the honest ones runs before every attack, the others each
// behind the attack of their number.
std::string attack_sample_name(std::size_t number, const Attack& attack);
std::string honest_sample_name(std::size_t number);

// Where attacks_measure leaves what became of the attacks in one language under one instrument.
std::filesystem::path outcome_folder(const std::string& instrument, suite::Language language);

}  // namespace effk::attacks
