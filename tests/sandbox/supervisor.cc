// Stands for a harness: starts a confined program that leaves orphans, says "ready" and waits to be killed.
//
// usage: sandbox_supervisor SUBJECT namespaces|plain MARKER
#include <unistd.h>

#include <cstdio>
#include <string>
#include <thread>

#include "harness/sandbox/confined_process.h"

int main(int, char** argv) {
  using namespace effk::sandbox;
  ProcessRequest request;
  request.argv = {argv[1], "orphans-and-stay", argv[3]};
  request.policy.namespaces = std::string(argv[2]) == "namespaces";
  allow_system_libraries(request.policy);
  int said[2];
  if (::pipe(said) != 0) return 1;
  request.descriptors = {{said[1], 1}};
  effk::Result<ConfinedProcess> process = effk::fail(effk::ErrorKind::internal, "not started");
  // Started by a thread that ends: that must not end the program.
  std::thread([&] { process = ConfinedProcess::start(request); }).join();
  if (!process) {
    std::fputs(effk::error_text(process.error()).c_str(), stderr);
    return 1;
  }
  char text[6];
  if (::read(said[0], text, sizeof text) != sizeof text) return 1;
  if (::write(1, text, sizeof text) != sizeof text) return 1;
  for (;;) ::pause();
}
