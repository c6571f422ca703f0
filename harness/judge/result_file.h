// harness/judge/result_file.h -- reads what a child left as its result. Nothing in it is believed.
#pragma once

#include <string>
#include <string_view>

namespace effk::judge {

struct ResultFile {
  enum class Kind {
    none,       // the child left nothing
    malformed,  // more, or less, than one well-formed result
    value,      // payload: a value in binary form, not yet decoded
    exception,
    no_memory,
    no_entry,
    bad_type,  // payload of these four: what happened, for a person
  };
  Kind kind = Kind::none;
  std::string_view payload;  // points into the input
};

ResultFile read_result(std::string_view file);

// One printable line of at most 300 bytes; see printable_text.h.
std::string one_line(std::string_view text);

}  // namespace effk::judge
