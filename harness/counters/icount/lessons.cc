#include "harness/counters/icount/lessons.h"

#include "harness/counters/icount/slots.h"
#include "harness/counters/icount/translator.h"

namespace effk::icount {
namespace {

bool is_forked(const Hidden& hidden) {
  return hidden.slot.taken_by != 0;
}

// The processes that it has forked are gone, and have forked none.
bool is_alone(const Hidden& hidden) {
  return !is_forked(hidden) && hidden.children == 0 && slots_header(hidden).next == hidden.forks;
}

void take_over(Hidden& hidden, Lesson lesson, std::uint32_t value) {
  CodeCache& cache = hidden.cache;
  if (lesson == Lesson::exit && (value >= cache.next_exit() || cache.exit(value).kind != Exit::Kind::direct))
    return;
  const std::uint32_t block = translated(hidden, lesson == Lesson::exit ? cache.exit(value).pc : value);
  if (block == kNone) return;
  if (lesson == Lesson::exit) cache.link(value, cache.block(block));
  if (lesson == Lesson::indirect) cache.remember(cache.block(block));
}

}  // namespace

void note_lesson(Hidden& hidden, Lesson lesson, std::uint64_t value) {
  EffkSlot& slot = hidden.slot;
  if (!is_forked(hidden) || slot.lesson_count >= EFFK_LESSONS) return;
  slot.lessons[slot.lesson_count++] =
      static_cast<std::uint64_t>(lesson) << 32 | static_cast<std::uint32_t>(value);
}

void learn(Hidden& hidden) {
  if (hidden.forks == 0 || !is_alone(hidden) || hidden.cache.flushes() != hidden.flushes_at_fork) return;
  const EffkSlot& slot = slot_of(hidden, hidden.forks - 1);
  if (slot.taken_by != hidden.forks || slot.lesson_count == 0 || slot.lesson_count > EFFK_LESSONS) return;
  hidden.cache.thaw();
  for (std::uint64_t i = 0; i < slot.lesson_count && hidden.cache.has_room(); ++i) {
    take_over(hidden, static_cast<Lesson>(slot.lessons[i] >> 32),
              static_cast<std::uint32_t>(slot.lessons[i]));
  }
}

void note_fork(Hidden& hidden) {
  ++hidden.forks;
  ++hidden.children;
  hidden.flushes_at_fork = hidden.cache.flushes();
}

void note_end_of_child(Hidden& hidden) {
  if (hidden.children > 0) --hidden.children;
}

}  // namespace effk::icount
