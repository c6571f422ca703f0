#include "harness/sandbox/policy.h"

#include <fmt/format.h>

#include "harness/sandbox/landlock.h"
#include "harness/sandbox/namespaces.h"
#include "harness/sandbox/process_state.h"

namespace effk::sandbox {

void allow_system_libraries(Policy& policy) {
  for (const char* folder : {"/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib"}) {
    policy.executable.emplace_back(folder);
  }
  for (const char* file : {"/etc/ld.so.cache", "/dev/zero", "/dev/random", "/dev/urandom"}) {
    policy.readable.emplace_back(file);
  }
  policy.writable.emplace_back("/dev/null");
}

std::string in_force(const Policy& policy) {
  std::string text = "no_new_privs";
  text += filters_work() ? " seccomp" : " seccomp=none";
  const int abi = landlock_abi();
  text += abi > 0 ? fmt::format(" landlock={}", abi) : " landlock=none";
  text += " namespaces=" + (policy.namespaces ? available_namespaces().names() : std::string("none"));
  if (policy.fixed_addresses && addresses_can_be_fixed()) text += " fixed_addresses";
  return text;
}

}  // namespace effk::sandbox
