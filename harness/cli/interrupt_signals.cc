#include "harness/cli/interrupt_signals.h"

#include <signal.h>
#include <unistd.h>

namespace effk::cli {
namespace {

const session::Interruption* interruption_to_set = nullptr;

void on_signal(int signal_number) {
  interruption_to_set->interrupt();
  // The next one has its default action.
  ::signal(signal_number, SIG_DFL);
}

}  // namespace

Result<const session::Interruption*> interruption_by_signals() {
  // Lives to the end of the process: a signal may come at any time.
  static const auto interruption = session::Interruption::make();
  if (!interruption) return tl::unexpected(interruption.error());
  interruption_to_set = &*interruption;
  for (const int signal_number : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction action = {};
    action.sa_handler = on_signal;
    ::sigaction(signal_number, &action, nullptr);
  }
  return interruption_to_set;
}

}  // namespace effk::cli
