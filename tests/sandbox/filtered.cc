// Installs the filter that it reads from its standard input, as a driver's child does, and then behaves as
// its argument says. Runs natively and under valgrind.
//
// usage: sandbox_filtered PLACEHOLDER work|segv|abort|load|own-code < FILTER
#include <dlfcn.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

bool install(std::uint32_t placeholder) {
  static sock_filter program[BPF_MAXINSNS];
  const ssize_t bytes = ::read(0, program, sizeof program);
  if (bytes <= 0) return false;
  const auto count = static_cast<std::size_t>(bytes) / sizeof(sock_filter);
  for (std::size_t i = 0; i < count; ++i) {
    if (program[i].k == placeholder) program[i].k = static_cast<std::uint32_t>(::getpid());
  }
  sock_fprog filter{static_cast<unsigned short>(count), program};
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  return ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter, 0, 0) == 0;
}

int work() {
  // Small and large blocks, kept and given back: brk, mmap, munmap, mremap.
  std::vector<std::vector<int>> blocks;
  long sum = 0;
  for (std::size_t i = 1; i < 200; ++i) {
    blocks.emplace_back(i * 1000, 1);
    for (const int one : blocks.back()) sum += one;
    if (i % 3 == 0) blocks.erase(blocks.begin());
  }
  char* grown = static_cast<char*>(std::malloc(1 << 20));
  grown = static_cast<char*>(std::realloc(grown, 1 << 24));
  if (grown == nullptr) return 1;
  grown[(1 << 24) - 1] = 1;
  std::free(grown);
  std::printf("%ld\n", sum);
  return sum == 199L * 200 / 2 * 1000 ? 0 : 2;
}

int load() {
  void* plugin = ::dlopen("/proc/self/fd/5", RTLD_NOW | RTLD_LOCAL);
  if (plugin == nullptr) {
    std::puts(::dlerror());
    return 1;
  }
  const auto answer = reinterpret_cast<int (*)()>(::dlsym(plugin, "answer"));
  return answer != nullptr ? answer() : 1;
}

// What a sample would do that wants to run bytes of its own making: returns 0 if it could.
int map_own_file_as_code() {
  const int own = ::open("/proc/self/fd/4", O_RDONLY);
  if (own < 0) return errno;
  return ::mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE, own, 0) == MAP_FAILED ? errno : 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3 || !install(static_cast<std::uint32_t>(std::strtoul(argv[1], nullptr, 0)))) return 98;
  const std::string what = argv[2];
  if (what == "work") return work();
  if (what == "load") return load();
  if (what == "own-code") return map_own_file_as_code();
  if (what == "abort") std::abort();
  if (what == "segv") {
    volatile int* nowhere = nullptr;
    return *nowhere;
  }
  return 97;
}
