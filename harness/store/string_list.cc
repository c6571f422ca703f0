#include "harness/store/string_list.h"

#include <nlohmann/json.hpp>

namespace effk::store {

std::string to_column(const std::vector<std::string>& list) {
  return nlohmann::json(list).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::vector<std::string> from_column(const std::string& column) {
  std::vector<std::string> list;
  const auto json = nlohmann::json::parse(column, nullptr, false);
  if (!json.is_array()) return list;
  for (const auto& item : json) {
    if (item.is_string()) list.push_back(item.get<std::string>());
  }
  return list;
}

}  // namespace effk::store
