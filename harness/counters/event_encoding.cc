#include "harness/counters/event_encoding.h"

#include <fmt/format.h>
#include <linux/perf_event.h>
#include <perfmon/pfmlib.h>
#include <perfmon/pfmlib_perf_event.h>

#include <cstring>

namespace effk::counters {

perf_event_attr attributes_from(const std::string& bytes) {
  perf_event_attr attributes;
  std::memcpy(&attributes, bytes.data(), sizeof attributes);
  return attributes;
}

std::string bytes_of(const perf_event_attr& attributes) {
  return std::string(reinterpret_cast<const char*>(&attributes), sizeof attributes);
}

Result<std::string> encode_event(const std::string& name) {
  // Once a process, as the library asks; a second call returns at once.
  static const int initialized = pfm_initialize();
  if (initialized != PFM_SUCCESS) {
    return fail(ErrorKind::environment, "libpfm4 does not start", pfm_strerror(initialized));
  }
  perf_event_attr attributes{};
  attributes.size = sizeof attributes;
  pfm_perf_encode_arg_t encoding{};
  encoding.attr = &attributes;
  encoding.size = sizeof encoding;
  const int encoded = pfm_get_os_event_encoding(name.c_str(), PFM_PLM3, PFM_OS_PERF_EVENT_EXT, &encoding);
  if (encoded != PFM_SUCCESS) {
    return fail(ErrorKind::usage, fmt::format("unknown event '{}'", name), pfm_strerror(encoded),
                "the events of this machine: perf list");
  }
  attributes.disabled = 1;
  attributes.inherit = 1;
  attributes.exclude_kernel = 1;
  attributes.exclude_hv = 1;
  attributes.read_format = PERF_FORMAT_TOTAL_TIME_ENABLED | PERF_FORMAT_TOTAL_TIME_RUNNING;
  return bytes_of(attributes);
}

std::string event_library_version() {
  const unsigned version = static_cast<unsigned>(pfm_get_version());
  return fmt::format("{}.{}", version >> 16, version & 0xffff);
}

}  // namespace effk::counters
