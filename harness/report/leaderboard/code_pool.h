// harness/report/leaderboard/code_pool.h -- the code that a page shows: each text once, and not too much of
// it. Internal to the module.
//
//   Unit     bytes.
//   Errors   none.
//   Threads  a pool belongs to one thread.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace effk::report {

struct PooledCode {
  std::string text;          // made harmless by shown_code(), cut after a whole line where that leaves any
  std::size_t left_out = 0;  // bytes that were cut off
};

class CodePool {
 public:
  // The number under which `code` will be found in cut_to().
  std::size_t add(const std::string& code);

  // All texts, in the order of their numbers: none longer than kLongest, and together at most `budget` long
  // as far as cutting all of them to kShortest allows.
  std::vector<PooledCode> cut_to(std::size_t budget) const;

  static constexpr std::size_t kLongest = 20'000;
  static constexpr std::size_t kShortest = 150;

 private:
  std::map<std::string, std::size_t> numbers_;
};

}  // namespace effk::report
