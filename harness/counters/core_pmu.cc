#include "harness/counters/core_pmu.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <sstream>

#include "harness/counters/event_encoding.h"

namespace effk::counters {
namespace {

namespace fs = std::filesystem;

std::optional<std::string> first_line(const fs::path& file) {
  std::ifstream stream(file);
  std::string line;
  if (!std::getline(stream, line)) return std::nullopt;
  return line;
}

// "0-3,8" as the kernel writes it.
std::vector<int> cpu_list(const std::string& text) {
  std::vector<int> cpus;
  std::istringstream parts(text);
  for (std::string part; std::getline(parts, part, ',');) {
    int first = 0;
    int last = 0;
    char dash = 0;
    std::istringstream range(part);
    if (!(range >> first)) return {};
    last = first;
    if (range >> dash && !(range >> last)) return {};
    constexpr int kMostCpus = 1 << 16;
    for (int cpu = first; cpu <= std::min(last, kMostCpus); ++cpu) cpus.push_back(cpu);
  }
  return cpus;
}

// "event=0xc0". One that sets other fields of the register too is not what is looked for.
std::optional<std::uint64_t> event_code(const std::string& text) {
  std::istringstream stream(text);
  std::string key;
  std::uint64_t code = 0;
  if (!std::getline(stream, key, '=') || key != "event" || !(stream >> std::hex >> code)) return std::nullopt;
  return stream.eof() ? std::optional(code) : std::nullopt;
}

std::optional<CorePmu> read_pmu(const fs::path& folder) {
  const auto cpus = first_line(folder / "cpus");
  const auto type = first_line(folder / "type");
  if (!cpus || !type) return std::nullopt;
  CorePmu pmu;
  pmu.name = folder.filename().string();
  pmu.cpus = cpu_list(*cpus);
  std::istringstream number(*type);
  if (pmu.cpus.empty() || !(number >> pmu.type)) return std::nullopt;
  for (const char* event : {"instructions", "inst_retired"}) {
    const auto line = first_line(folder / "events" / event);
    if (!line) continue;
    if (const auto code = event_code(*line)) {
      pmu.instructions = *code;
      return pmu;
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<CorePmu> core_pmus(const fs::path& sources) {
  std::vector<CorePmu> pmus;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(sources, error)) {
    if (auto pmu = read_pmu(entry.path())) pmus.push_back(std::move(*pmu));
  }
  std::sort(pmus.begin(), pmus.end(), [](const CorePmu& a, const CorePmu& b) { return a.name < b.name; });
  return pmus;
}

std::vector<CorePmu> kinds_of_core() {
  auto pmus = core_pmus();
  if (pmus.size() < 2) pmus.clear();
  return pmus;
}

std::string counted_on(int cpu, const std::vector<CorePmu>& pmus, const std::string& attributes) {
  const auto pmu = std::find_if(pmus.begin(), pmus.end(), [cpu](const CorePmu& one) {
    return std::binary_search(one.cpus.begin(), one.cpus.end(), cpu);
  });
  if (pmu == pmus.end()) return attributes;
  perf_event_attr event = attributes_from(attributes);
  event.type = pmu->type;
  event.config = pmu->instructions;
  return bytes_of(event);
}

}  // namespace effk::counters
