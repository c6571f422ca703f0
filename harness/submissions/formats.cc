#include <fmt/format.h>

#include "harness/submissions/code_lists.h"
#include "harness/submissions/format.h"
#include "harness/submissions/json_text.h"
#include "harness/submissions/text_checks.h"

namespace effk::submissions {
namespace {

using nlohmann::json;

// "an object whose first member \"date\" is a string"
std::string outline_of(const json& document) {
  const std::string kind = kind_of(document);
  if (!document.is_structured() || document.empty()) {
    return document.is_structured() ? "an empty " + std::string(document.type_name()) : kind;
  }
  if (document.is_array())
    return fmt::format("{} whose first element is {}", kind, kind_of(document.front()));
  return fmt::format("{} whose first member \"{}\" is {}", kind, shown(document.begin().key()),
                     kind_of(*document.begin()));
}

// A list of lists says by its places alone which problems it means.
tl::unexpected<Error> unclear_list(const Input& input, const ProblemIndex& problems) {
  const auto highest = problems.highest_number();
  return fail(
      ErrorKind::bad_input, fmt::format("cannot tell which problems the lists in {} belong to", input.origin),
      fmt::format("it has {} lists; the suite '{}' has {} problems{}", input.document.size(),
                  problems.suite().name, problems.in_order().size(),
                  highest ? fmt::format(", with numbers up to {}", *highest) : ""),
      "say it: --format enamel (list N is the problem with number N) or --format bigcode (list N is the "
      "suite's Nth)");
}

}  // namespace

const std::vector<const Format*>& formats() {
  static const std::vector<const Format*> all = {&folder_format(), &zip_format(),    &openai_batch_format(),
                                                 &jsonl_format(),  &coffe_format(),  &mercury_format(),
                                                 &enamel_format(), &bigcode_format()};
  return all;
}

const Format* find_format(std::string_view name) {
  for (const Format* format : formats()) {
    if (format->name() == name) return format;
  }
  return nullptr;
}

std::string describe_formats() {
  std::string text;
  for (const Format* format : formats()) {
    text += fmt::format("{}{} ({})", text.empty() ? "" : ", ", format->name(), format->description());
  }
  return text;
}

Result<const Format*> recognise(const Input& input, const ProblemIndex& problems) {
  for (const Format* format : formats()) {
    if (format->shape() == input.shape && format->recognises(input, problems)) return format;
  }
  if (is_list_of_lists(input.document)) return unclear_list(input, problems);
  return fail(ErrorKind::bad_input, fmt::format("cannot tell what kind of submission {} is", input.origin),
              fmt::format("it is JSON, but none that is known: {}", outline_of(input.document)),
              "wanted: " + describe_formats());
}

}  // namespace effk::submissions
