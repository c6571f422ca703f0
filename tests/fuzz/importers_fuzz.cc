// Arbitrary bytes as a CSV file, as ENAMEL's problem file, and as Python source with a definition in it:
// reading them never crashes or hangs, and what is taken keeps the promises of the headers.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "harness/importers/csv_reader.h"
#include "harness/importers/enamel.h"
#include "harness/importers/python_signature.h"

namespace {

namespace importers = effk::importers;

void require(bool promise) {
  if (!promise) std::abort();
}

void read_table(std::string_view bytes) {
  const auto table = importers::parse_csv("x.csv", bytes);
  if (!table) {
    require(table.error().kind == effk::ErrorKind::bad_input && !table.error().what.empty());
    return;
  }
  std::size_t line = 0;
  for (const importers::CsvRow& row : table->rows) {
    require(row.fields.size() == table->columns.size() && row.line > line);
    line = row.line;
  }
}

void read_problems(std::string_view bytes) {
  const auto import = importers::parse_enamel("x.csv", bytes);
  if (!import) {
    require(import.error().kind == effk::ErrorKind::bad_input && !import.error().what.empty());
    return;
  }
  require(!import->suite.problems.empty());
  for (const importers::ProblemFiles& files : import->suite.problems) {
    require(effk::suite::is_identifier(files.problem.id) && files.problem.levels.size() == 4);
    for (const effk::suite::Parameter& parameter : files.problem.signature.parameters)
      require(effk::suite::is_identifier(parameter.name));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  read_table(bytes);
  read_problems(bytes);
  if (const auto names = importers::parameters_of(bytes, "f")) {
    require(std::all_of(names->begin(), names->end(),
                        [](const std::string& name) { return effk::suite::is_identifier(name); }));
  }
  return 0;
}
