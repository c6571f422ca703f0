// harness/toolchain/job_file.h -- the bytes of one job, as drivers/job.h lays them out.
#pragma once

#include <string>
#include <string_view>

namespace effk::toolchain {

struct JobParts {
  std::string_view filter;            // struct sock_filter[] of the last seccomp filter; may be empty
  std::string_view event_attributes;  // struct perf_event_attr[]; may be empty
  std::string_view arguments;         // a tuple in the binary form of values
  std::string_view source;            // Python: the sample's text
  std::string_view entry_point;
  std::string_view result_type;  // "list[int]"
};

std::string job_file(const JobParts& parts);

}  // namespace effk::toolchain
