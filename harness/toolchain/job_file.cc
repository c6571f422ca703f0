#include "harness/toolchain/job_file.h"

#include <cstring>

#include "harness/toolchain/drivers/job.h"

namespace effk::toolchain {

std::string job_file(const JobParts& parts) {
  EffkJob job{};
  job.magic = EFFK_JOB_MAGIC;
  std::string bytes(sizeof job, '\0');
  const auto append = [&](std::string_view part, std::uint64_t& offset, std::uint64_t& size) {
    bytes.resize((bytes.size() + 15) / 16 * 16);
    offset = bytes.size();
    size = part.size();
    bytes.append(part);
  };
  append(parts.filter, job.filter_offset, job.filter_size);
  append(parts.event_attributes, job.attributes_offset, job.attributes_size);
  append(parts.arguments, job.arguments_offset, job.arguments_size);
  append(parts.source, job.source_offset, job.source_size);
  append(parts.entry_point, job.entry_offset, job.entry_size);
  append(parts.result_type, job.types_offset, job.types_size);
  std::memcpy(bytes.data(), &job, sizeof job);
  return bytes;
}

}  // namespace effk::toolchain
