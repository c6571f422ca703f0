/* effk-count-loop: runs the known loop, for the self-test of an instrument. */
#include "harness/counters/count_driver_protocol.h"
#include "harness/counters/known_loop.h"

void effk_do_work(uint32_t work, uint64_t argument) {
  if (work == EFFK_WORK_LOOP) run_known_loop(argument);
}
