#include "harness/session/interruption.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>

namespace effk::session {

Result<Interruption> Interruption::make() {
  UniqueFd event(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
  if (!event) return fail_errno(ErrorKind::environment, "cannot make an event descriptor", errno);
  return Interruption(std::move(event));
}

void Interruption::interrupt() const {
  const int saved = errno;
  const std::uint64_t one = 1;
  [[maybe_unused]] const ssize_t written = ::write(event_.get(), &one, sizeof one);
  errno = saved;
}

bool Interruption::is_set() const {
  pollfd polled = {event_.get(), POLLIN, 0};
  return ::poll(&polled, 1, 0) > 0;
}

}  // namespace effk::session
