#include "harness/measure/job_watch.h"

#include <fmt/format.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <thread>

#include "harness/measure/control_socket.h"
#include "harness/toolchain/drivers/job.h"

namespace effk::measure {
namespace {

// A driver's child sends two marks after mark 0; a sample that sends many more is no longer listened to, and
// meets a limit while it waits.
constexpr int kMostMarks = 8;
// How often a child is looked at, and how much of the time in between is believed to have been its own.
constexpr std::chrono::milliseconds kLookEvery{100};
constexpr std::chrono::nanoseconds kMostBetweenLooks = 3 * kLookEvery;
// A child tells of a mark and then waits. These are some thirty instructions, which may take long on a busy
// machine but never much of a processor: whoever goes on running does not keep to its marks.
constexpr std::chrono::microseconds kBetweenPeeps{20};
constexpr std::chrono::milliseconds kRunsOnItsWay{5};
constexpr std::chrono::seconds kMostOnItsWay{30};

}  // namespace

// Else what it still needs on its way would be in a count, or not.
void JobWatch::let_it_fall_asleep() const {
  if (child_->state() != sandbox::ChildHandle::State::runs) return;
  const auto began = std::chrono::steady_clock::now();
  const auto had_run = child_->running_time();
  do {
    const auto has_run = child_->running_time();
    const auto passed = std::chrono::steady_clock::now() - began;
    const bool is_known = had_run && has_run;
    if (is_known ? *has_run - *had_run > kRunsOnItsWay : passed > kRunsOnItsWay) return;
    if (passed > kMostOnItsWay) return;
    std::this_thread::sleep_for(kBetweenPeeps);
  } while (child_->state() == sandbox::ChildHandle::State::runs);
}

Result<void> JobWatch::start(pid_t child) {
  auto handle = sandbox::ChildHandle::hold(child);
  if (!handle) return tl::unexpected(handle.error());
  child_.emplace(std::move(*handle));
  resident_at_start_ = child_->resident_bytes();
  slept_at_last_look_ = child_->state() == sandbox::ChildHandle::State::sleeps;
  had_run_ = child_->running_time();
  looked_ = std::chrono::steady_clock::now();
  const sandbox::ChildLimits limits{job_.output_bytes, static_cast<std::uint64_t>(job_.cpu_limit.count())};
  if (auto limited = child_->limit(limits); !limited) return limited;
  let_it_fall_asleep();
  if (side_counts_) {
    if (auto started = side_counts_->start(); !started) return started;
  }
  if (auto started = meter_.start(child, std::move(event_)); !started) return started;
  if (auto limited = meter_.limit_memory(child, job_.memory_bytes); !limited) return limited;
  execution_.reached_mark_zero = true;
  return {};
}

// The meter's own event comes first, if it has one.
void JobWatch::take_event(UniqueFd event) {
  const bool is_meters = !event_ && !meter_.event_attributes({}).empty();
  if (is_meters || !side_counts_) {
    event_ = std::move(event);
  } else {
    side_counts_->take(std::move(event));
  }
}

// What to answer to a mark after mark 0. Counts are read while the child waits for the answer.
Result<char> JobWatch::answer_to(char mark) {
  if (mark != EFFK_MARK_LOADED && mark != EFFK_MARK_DONE) return EFFK_GO;
  let_it_fall_asleep();
  auto count = meter_.read();
  if (!count) return tl::unexpected(count.error());
  auto& place = mark == EFFK_MARK_LOADED ? execution_.at_loaded : execution_.at_done;
  if (!place) place = *count;
  return mark == EFFK_MARK_LOADED && job_.load_only ? EFFK_STOP : EFFK_GO;
}

Result<void> JobWatch::answer_marks(int marks) {
  while (true) {
    auto packet = receive_packet(marks);
    if (!packet) return tl::unexpected(packet.error());
    if (!*packet) return {};
    if ((*packet)->bytes.empty()) {
      listens_ = false;
      return {};
    }
    char answer = EFFK_GO;
    const char mark = (*packet)->bytes[0];
    if (!execution_.reached_mark_zero) {
      if (mark == EFFK_MARK_EVENT) {
        take_event(std::move((*packet)->descriptor));
        continue;
      }
      if (mark != EFFK_MARK_START || !(*packet)->sender) {
        return fail(ErrorKind::internal, "a driver's child does not begin with mark 0");
      }
      if (auto started = start(*(*packet)->sender); !started) return started;
    } else {
      if (++marks_after_start_ > kMostMarks) {
        listens_ = false;
        return {};
      }
      auto chosen = answer_to(mark);
      if (!chosen) return tl::unexpected(chosen.error());
      answer = *chosen;
    }
    // A child that has just been killed no longer listens.
    (void)::send(marks, &answer, 1, MSG_NOSIGNAL | MSG_DONTWAIT);
  }
}

Result<void> JobWatch::keep_within_budget() {
  if (!job_.budget || !execution_.reached_mark_zero || killed()) return {};
  const auto count = meter_.read();
  if (!count) return tl::unexpected(count.error());
  if (*count > *job_.budget) {
    execution_.killed_over_budget = true;
    child_->kill();
  }
  return {};
}

void JobWatch::keep_within_time() {
  const auto now = std::chrono::steady_clock::now();
  if (!has_started() || killed() || now - looked_ < kLookEvery) return;
  const auto passed = std::min<std::chrono::nanoseconds>(now - looked_, kMostBetweenLooks);
  looked_ = now;
  const auto state = child_->state();
  const auto has_run = child_->running_time();
  // One that would run may have waited for a processor all the while.
  const bool is_known = state == sandbox::ChildHandle::State::runs && has_run && had_run_;
  watched_ += is_known ? std::min(passed, *has_run - *had_run_) : passed;
  had_run_ = has_run;
  const bool sleeps = state == sandbox::ChildHandle::State::sleeps;
  if (sleeps && slept_at_last_look_) slept_ += passed;
  slept_at_last_look_ = sleeps;
  execution_.killed_over_sleep_limit = slept_ > job_.sleep_limit;
  execution_.killed_over_wall_limit = !execution_.killed_over_sleep_limit && watched_ > job_.wall_limit;
  if (killed()) child_->kill();
}

Result<void> JobWatch::end(std::string_view packet) {
  EffkChildEnd last{};
  if (packet.size() != sizeof last) {
    return fail(ErrorKind::environment, "a driver died", "it ended while a child was running", "effk doctor");
  }
  std::memcpy(&last, packet.data(), sizeof last);
  execution_.wait_status = last.wait_status;
  execution_.use.user_us = last.user_us;
  execution_.use.system_us = last.system_us;
  const std::uint64_t peak = static_cast<std::uint64_t>(last.peak_resident_kib) * 1024;
  execution_.use.peak_memory_bytes = peak > resident_at_start_ ? peak - resident_at_start_ : 0;
  if (execution_.reached_mark_zero) {
    meter_.ended(std::chrono::microseconds(last.user_us + last.system_us));
    const auto count = meter_.read();
    if (!count) return tl::unexpected(count.error());
    execution_.total = *count;
    execution_.refused_memory = meter_.refused_memory();
    if (side_counts_) {
      auto events = side_counts_->read();
      if (!events) return tl::unexpected(events.error());
      execution_.use.events = std::move(*events);
    }
  }
  return {};
}

}  // namespace effk::measure
