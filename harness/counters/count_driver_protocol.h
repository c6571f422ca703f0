/* harness/counters/count_driver_protocol.h -- what CountDriver and the programs it starts say. C and C++.
 *
 * A stand-in for a real driver (harness/toolchain/drivers) where nothing but counting is to be shown: on a
 * SOCK_SEQPACKET at EFFK_COUNT_SOCKET the program receives jobs, forks a child for each, and tells its end.
 * The child announces mark 0 on the same socket, with the perf event if it was asked for one, then does the
 * work, with more marks if the work has them. At a mark it waits for one byte.
 */
#ifndef EFFK_COUNT_DRIVER_PROTOCOL_H
#define EFFK_COUNT_DRIVER_PROTOCOL_H

#include <stdint.h>

enum { EFFK_COUNT_SOCKET = 3 };

/* The one work that effk-count-loop knows; the programs of the tests know more. */
enum { EFFK_WORK_LOOP = 1 };

struct EffkCountJob {
  uint32_t work;
  uint32_t attributes_size; /* of the perf_event_attr; 0: no event */
  uint64_t argument;
  uint8_t attributes[256];
};

enum { EFFK_SAYS_MARK = 'M', EFFK_SAYS_NO_EVENT = 'E', EFFK_SAYS_END = 'Z' };

struct EffkCountReport {
  uint32_t says;
  int32_t number; /* mark: process id; no event: errno; end: wait status */
};

/* Given by the program: does the work, in the child. */
void effk_do_work(uint32_t work, uint64_t argument);
/* For effk_do_work: waits at a further mark. */
void effk_wait_at_mark(void);

#endif
