// harness/report/json_text.h -- one way to print JSON, whatever bytes a record holds. Internal to the module;
// include it in .cc files only, nlohmann is slow to compile.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace effk::report {

// ASCII: a C1 control character, DEL or a mark of direction never reaches a terminal raw. Numbers are printed
// with as many digits as bring the same double back.
inline std::string json_text(const nlohmann::ordered_json& json, int indent = -1) {
  return json.dump(indent, ' ', true, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace effk::report
