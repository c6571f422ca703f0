// harness/base/files.h -- whole files in and out, and files that exist only in memory.
//
//   Errors   bad_input for files that cannot be read; environment for those that cannot be written.
//   Threads  no shared state.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "harness/base/error.h"
#include "harness/base/unique_fd.h"

namespace effk {

// The bytes of a regular file. `limit_bytes` guards against files that nobody meant: larger ones are an
// error.
Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t limit_bytes = 1ULL << 30);

// Writes all of it, where the descriptor is. Errors: environment, with `what` saying what failed.
Result<void> write_all(int fd, std::string_view bytes, const std::string& what);

// Readers see the old bytes or the new ones, never a part. A writer that is killed leaves nothing, but on
// file systems without nameless files (O_TMPFILE) or where `path` exists: then perhaps "PATH.<hex>.part".
Result<void> write_file_atomically(const std::filesystem::path& path, std::string_view bytes);

// A memory file (memfd) of this name with these bytes, readable and writable, offset 0, close-on-exec.
// It vanishes with its last descriptor.
Result<UniqueFd> memory_file(const char* name, std::string_view bytes = {});

// The same, sealed: nobody who gets the descriptor can change it. Its pages may be executed.
Result<UniqueFd> sealed_memory_file(const char* name, std::string_view bytes);

// All bytes from the start of a descriptor that can seek; more than `limit_bytes` are cut off.
std::string read_descriptor(int fd, std::uint64_t limit_bytes);

// The size in bytes of what a descriptor refers to; 0 if it has none.
std::uint64_t descriptor_size(int fd);

}  // namespace effk
