// harness/store/string_list.h -- lists of strings as one column, a JSON array; and counts by name, an object.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace effk::store {

std::string to_column(const std::vector<std::string>& list);
// A column that is no array of strings gives an empty list.
std::vector<std::string> from_column(const std::string& column);

std::string counts_to_column(const std::map<std::string, std::uint64_t>& counts);
// What is no count from 0 is left out.
std::map<std::string, std::uint64_t> counts_from_column(const std::string& column);

}  // namespace effk::store
