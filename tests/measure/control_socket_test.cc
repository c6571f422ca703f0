#include "harness/measure/control_socket.h"

#include <fcntl.h>
#include <gtest/gtest.h>

#include "harness/base/files.h"

namespace effk::measure {
namespace {

TEST(ControlSocket, IsEmptyUntilSomethingArrives) {
  const SocketPair pair = socket_pair(false).value();
  EXPECT_FALSE(receive_packet(pair.ours.get()).value());
}

TEST(ControlSocket, KeepsPacketsApart) {
  const SocketPair pair = socket_pair(false).value();
  ASSERT_TRUE(send_packet(pair.theirs.get(), "one", {}));
  ASSERT_TRUE(send_packet(pair.theirs.get(), "another", {}));
  EXPECT_EQ(receive_packet(pair.ours.get()).value()->bytes, "one");
  EXPECT_EQ(receive_packet(pair.ours.get()).value()->bytes, "another");
  EXPECT_FALSE(receive_packet(pair.ours.get()).value());
}

TEST(ControlSocket, TellsAClosedEndByAnEmptyPacket) {
  SocketPair pair = socket_pair(false).value();
  pair.theirs.reset();
  const auto packet = receive_packet(pair.ours.get()).value();
  ASSERT_TRUE(packet);
  EXPECT_EQ(packet->bytes, "");
}

TEST(ControlSocket, CarriesTheSenderOnlyWhereItWasAskedFor) {
  const SocketPair asked = socket_pair(true).value(), unasked = socket_pair(false).value();
  ASSERT_TRUE(send_packet(asked.theirs.get(), "x", {}));
  ASSERT_TRUE(send_packet(unasked.theirs.get(), "x", {}));
  EXPECT_EQ(receive_packet(asked.ours.get()).value()->sender, ::getpid());
  EXPECT_EQ(receive_packet(unasked.ours.get()).value()->sender, std::nullopt);
}

TEST(ControlSocket, HandsOverTheFirstDescriptorAndClosesTheRest) {
  const SocketPair pair = socket_pair(true).value();
  const UniqueFd first = memory_file("first", "the first").value(), second = memory_file("second").value();
  const int both[] = {first.get(), second.get()};
  ASSERT_TRUE(send_packet(pair.theirs.get(), "x", both));
  const int next = ::fcntl(0, F_DUPFD, 0);  // the lowest free number
  ASSERT_EQ(::close(next), 0);
  const auto packet = receive_packet(pair.ours.get()).value();
  ASSERT_TRUE(packet);
  EXPECT_EQ(packet->descriptor.get(), next);
  EXPECT_EQ(read_descriptor(packet->descriptor.get(), 100), "the first");
  EXPECT_NE(::fcntl(packet->descriptor.get(), F_GETFD) & FD_CLOEXEC, 0);
  const int after = ::fcntl(0, F_DUPFD, 0);
  EXPECT_EQ(after, next + 1) << "a second descriptor is left open";
  ::close(after);
}

TEST(ControlSocket, DoesNotDieOfAnEndThatIsGone) {
  SocketPair pair = socket_pair(false).value();
  pair.theirs.reset();
  EXPECT_FALSE(send_packet(pair.ours.get(), "x", {}));
}

}  // namespace
}  // namespace effk::measure
