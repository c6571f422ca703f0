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

std::string counts_to_column(const std::map<std::string, std::uint64_t>& counts) {
  nlohmann::json json = nlohmann::json::object();
  for (const auto& [name, count] : counts) json[name] = count;
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::map<std::string, std::uint64_t> counts_from_column(const std::string& column) {
  std::map<std::string, std::uint64_t> counts;
  const auto json = nlohmann::json::parse(column, nullptr, false);
  if (!json.is_object()) return counts;
  for (const auto& [name, count] : json.items()) {
    if (count.is_number_unsigned()) counts[name] = count.get<std::uint64_t>();
  }
  return counts;
}

}  // namespace effk::store
