// harness/score/peers/families.h -- one function a benchmark; each in a file of its name.
//
//   Errors   std::invalid_argument as metrics/ for records that contradict each other.
//   Threads  pure.
#pragma once

#include "harness/score/peers/peer_value.h"

namespace effk::score {

// efficient@k and pass@k as the model has them, and speedup. The stress cases are those above level 0.
PeerFamily coffe(const PeerInput& input);

// DPS and DPS_norm on the ladder of the reference and the suite's slow_* solutions. Each rung stands for as
// many solutions as any other: a suite has no population to weigh them by.
PeerFamily evalperf(const PeerInput& input);

// Beyond between the cheapest and the dearest rung of the same ladder, and Beyond@k of the first k samples.
PeerFamily mercury(const PeerInput& input);

// NET, NMU in both definitions. NTMU needs a trace that runs do not have.
PeerFamily effibench(const PeerInput& input);

// %Opt, Speedup and %Correct against the suite's baseline, of the best and of the first k.
PeerFamily pie(const PeerInput& input);

// n@k for each n and k of input.k with n < k, and 1@1. Those that pass level 0 may be submitted.
PeerFamily alphacode(const PeerInput& input);

}  // namespace effk::score
