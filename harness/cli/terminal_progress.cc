#include "harness/cli/terminal_progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cmath>
#include <cstdio>

namespace effk::cli {
namespace {

constexpr std::chrono::milliseconds kRedrawEvery{100};
// Rates of the first moments say nothing.
constexpr double kLeastSeconds = 1;

std::string clock_text(double seconds) {
  const auto whole = std::lround(seconds);
  return whole >= 3600 ? fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60)
                       : fmt::format("{}:{:02}", whole / 60, whole % 60);
}

}  // namespace

std::string progress_text(std::string_view phase, std::size_t done, std::size_t total, double seconds) {
  std::string text = fmt::format("{:<11}{}/{}", phase, done, total);
  if (total > 0) text += fmt::format("  {}%", 100 * done / total);
  if (done == 0 || seconds < kLeastSeconds) return text;
  const double rate = static_cast<double>(done) / seconds;
  if (done == total) return text + fmt::format("  {} in all, {:.1f}/s", clock_text(seconds), rate);
  return text +
         fmt::format("  {:.1f}/s  {} left", rate, clock_text(static_cast<double>(total - done) / rate));
}

TerminalProgress::TerminalProgress() : terminal_(::isatty(STDERR_FILENO) == 1) {}

TerminalProgress::~TerminalProgress() {
  if (terminal_ && !phase_.empty() && done_ != total_) std::fputc('\n', stderr);
}

void TerminalProgress::begin_phase(std::string_view phase, std::size_t total) {
  phase_ = phase;
  done_ = 0;
  total_ = total;
  printed_tenths_ = 0;
  began_ = Clock::now();
  drawn_ = {};
  if (terminal_) draw(false);
}

void TerminalProgress::step_done(std::string_view /*what*/) {
  ++done_;
  if (terminal_) {
    if (done_ == total_ || Clock::now() - drawn_ >= kRedrawEvery) draw(done_ == total_);
    return;
  }
  const std::size_t tenths = total_ == 0 ? 10 : 10 * done_ / total_;
  if (tenths == printed_tenths_) return;
  printed_tenths_ = tenths;
  draw(true);
}

void TerminalProgress::note(std::string_view line) {
  std::fprintf(stderr, "%s\n", std::string(line).c_str());
}

void TerminalProgress::draw(bool last) {
  drawn_ = Clock::now();
  const double seconds = std::chrono::duration<double>(drawn_ - began_).count();
  std::string text = progress_text(phase_, done_, total_, seconds);
  if (terminal_) {
    constexpr std::size_t kBar = 24;
    const std::size_t filled = total_ == 0 ? kBar : kBar * done_ / total_;
    text = fmt::format("\r\x1b[K[{}{}] {}", std::string(filled, '='), std::string(kBar - filled, ' '), text);
  }
  std::fprintf(stderr, "%s%s", text.c_str(), last ? "\n" : "");
  std::fflush(stderr);
}

}  // namespace effk::cli
