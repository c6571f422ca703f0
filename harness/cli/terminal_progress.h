// harness/cli/terminal_progress.h -- a bar with rate and time left on a terminal, plain lines otherwise.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "harness/session/run.h"

namespace effk::cli {

// "samples  124/360  34%  2.1/s  1:52 left": pure, for tests. `seconds` since the phase began.
std::string progress_text(std::string_view phase, std::size_t done, std::size_t total, double seconds);

// Writes to stderr; at most ten times a second on a terminal, else every tenth of a phase.
class TerminalProgress : public session::Observer {
 public:
  TerminalProgress();
  ~TerminalProgress() override;
  void begin_phase(std::string_view phase, std::size_t total) override;
  void step_done(std::string_view what) override;
  void note(std::string_view line) override;

 private:
  using Clock = std::chrono::steady_clock;
  void draw(bool last);

  bool terminal_ = false;
  std::string phase_;
  std::size_t done_ = 0;
  std::size_t total_ = 0;
  std::size_t printed_tenths_ = 0;
  Clock::time_point began_;
  Clock::time_point drawn_;
};

}  // namespace effk::cli
