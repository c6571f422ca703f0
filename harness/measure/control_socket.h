// harness/measure/control_socket.h -- packets and descriptors between supervisor and driver.
//
// SOCK_SEQPACKET pairs: a packet arrives whole or not at all, since short reads would make counts depend on
// timing.
#pragma once

#include <sys/types.h>

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/base/unique_fd.h"

namespace effk::measure {

struct SocketPair {
  UniqueFd ours;
  UniqueFd theirs;
};

// With `credentials`, packets that arrive on `ours` carry their sender's process id.
Result<SocketPair> socket_pair(bool credentials);

Result<void> send_packet(int socket, std::string_view bytes, std::span<const int> descriptors);

struct Packet {
  std::string bytes;            // empty: the other side has closed
  std::optional<pid_t> sender;  // as this process sees it
  UniqueFd descriptor;          // the first that came along
};

// Does not block: std::nullopt if nothing has arrived.
Result<std::optional<Packet>> receive_packet(int socket);

}  // namespace effk::measure
