// harness/store/string_list.h -- lists of strings as one column: a JSON array.
#pragma once

#include <string>
#include <vector>

namespace effk::store {

std::string to_column(const std::vector<std::string>& list);
// A column that is no array of strings gives an empty list.
std::vector<std::string> from_column(const std::string& column);

}  // namespace effk::store
