// harness/submissions/input.h -- one argument of the command line, opened far enough to tell what it holds.
//
//   Scope    a folder; or a file, read whole, unpacked (gzip), and parsed if it is one JSON document.
//   Errors   bad_input: what cannot be read or unpacked, is not UTF-8, is neither zip nor JSON, or is too
//   much. Threads  no shared state.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "harness/base/error.h"
#include "harness/submissions/reading_limits.h"

namespace effk::submissions {

enum class Shape {
  folder,
  zip,
  lines,     // a JSON value a line
  document,  // one JSON value
};

struct Input {
  std::filesystem::path path;
  std::string origin;  // how messages call it
  std::string model;   // the folder's or the file's name without what says how it is packed
  Shape shape = Shape::folder;
  std::string bytes;        // of a zip, or of lines; unpacked if it was gzip
  nlohmann::json document;  // of a document; of lines: the first, or null where that is no JSON
};

// `wanted`: the shape of the format that the user names; else it is told from the content. A file named
// .jsonl or .jsonl.gz is always lines; any other that begins with '{' is lines if its first line is a whole
// object and either more lines follow or it has a "task_id" or a "custom_id".
Result<Input> open_input(const std::filesystem::path& path, std::optional<Shape> wanted,
                         ReadingLimits* limits);

// The same of bytes that are in memory, as if read from a file called `origin`.
Result<Input> open_bytes(std::string bytes, const std::string& origin, std::optional<Shape> wanted,
                         ReadingLimits* limits);

// The last name of the path, also for ".", ".." and "models/".
std::string name_of_folder(const std::filesystem::path& folder);

}  // namespace effk::submissions
