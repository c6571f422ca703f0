// tests/submissions/archive_bytes.h -- gzip files and zips made in memory.
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <string>
#include <utility>
#include <vector>

namespace effk::submissions {

// `files`: name and content; for gzip one without a name.
inline std::string packed(const std::vector<std::pair<std::string, std::string>>& files, bool zip) {
  std::size_t size = 65536;
  for (const auto& [name, bytes] : files) size += name.size() * 2 + bytes.size() + 1024;
  std::string result(size, '\0');
  std::size_t used = 0;
  archive* writer = archive_write_new();
  if (zip) {
    archive_write_set_format_zip(writer);
  } else {
    archive_write_add_filter_gzip(writer);
    archive_write_set_format_raw(writer);
  }
  archive_write_set_bytes_in_last_block(writer, 1);
  archive_write_open_memory(writer, result.data(), result.size(), &used);
  for (const auto& [name, bytes] : files) {
    archive_entry* entry = archive_entry_new();
    if (zip) {
      archive_entry_set_pathname(entry, name.c_str());
      archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
      archive_entry_set_perm(entry, 0644);
    }
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_write_header(writer, entry);
    archive_write_data(writer, bytes.data(), bytes.size());
    archive_entry_free(entry);
  }
  archive_write_close(writer);
  archive_write_free(writer);
  result.resize(used);
  return result;
}

inline std::string gzip(const std::string& bytes) {
  return packed({{"", bytes}}, false);
}

inline std::string zip(const std::vector<std::pair<std::string, std::string>>& files) {
  return packed(files, true);
}

}  // namespace effk::submissions
