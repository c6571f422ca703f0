#include <fmt/format.h>

#include <array>
#include <optional>

#include "harness/submissions/format.h"
#include "harness/submissions/json_text.h"
#include "harness/submissions/line_reader.h"
#include "harness/submissions/text_checks.h"

namespace effk::submissions {
namespace {

using nlohmann::json;

constexpr const char* kWanted =
    "wanted: the output of a batch, whose requests `effk prompts --openai-batch MODEL` writes";

// The member, or null.
const json& member(const json& object, const char* key) {
  static const json null;
  if (!object.is_object()) return null;
  const auto found = object.find(key);
  return found == object.end() ? null : *found;
}

std::string text_of(const json& value) {
  const auto* text = value.get_ptr<const std::string*>();
  return text == nullptr ? std::string() : *text;
}

// A code or a message of an error, whatever it is.
std::string words_of(const json& error) {
  if (error.is_string()) return shown(error.get_ref<const std::string&>());
  const json& inner = member(error, "error").is_object() ? member(error, "error") : error;
  for (const char* key : {"message", "code", "type"}) {
    if (const std::string text = text_of(member(inner, key)); !text.empty()) return shown(text);
  }
  return "without a message";
}

// What the custom_id says: PROBLEM/LANGUAGE/NUMBER, as effk writes it, or any task id.
struct RequestName {
  std::string task;
  std::string number;  // of the request among those for one task; may be empty
};

RequestName parse_custom_id(const std::string& custom_id, const ProblemIndex& problems) {
  if (problems.by_task_id(custom_id).problem != nullptr) return {custom_id, {}};
  const std::size_t slash = custom_id.rfind('/');
  if (slash == custom_id.npos || slash + 1 == custom_id.size()) return {custom_id, {}};
  const std::string number = custom_id.substr(slash + 1);
  if (number.find_first_not_of("0123456789") != number.npos) return {custom_id, {}};
  // A task that the suite does not have keeps its number too: "HumanEval/7" is no seventh "HumanEval".
  const std::string task = custom_id.substr(0, slash);
  return problems.by_task_id(task).problem == nullptr ? RequestName{custom_id, {}}
                                                      : RequestName{task, number};
}

// Of one line: its place, and what all of its choices share.
struct Line {
  const std::string& place;
  RequestName name;
  RawSample like;
};

class OpenaiBatchFormat : public Format {
 public:
  std::string_view name() const override { return "openai-batch"; }
  std::string_view description() const override {
    return "lines {\"custom_id\", \"response\"} of an OpenAI batch's output";
  }
  Shape shape() const override { return Shape::lines; }
  bool recognises(const Input& input, const ProblemIndex&) const override {
    return input.document.is_object() && input.document.contains("custom_id");
  }

  Result<RawSamples> read(const Input& input, const ProblemIndex& problems,
                          ReadingLimits* limits) const override {
    RawSamples found;
    Counts counts;
    LineReader lines(input.bytes, input.origin);
    while (lines.next()) {
      const std::string place = lines.place();
      if (const auto checked = check_utf8(lines.line(), place); !checked)
        return tl::unexpected(checked.error());
      const auto object = parse_json(lines.line(), {place, "line", kWanted, false});
      if (!object) return tl::unexpected(object.error());
      if (const auto read = read_line(*object, place, input, problems, limits, &counts, &found); !read)
        return tl::unexpected(read.error());
    }
    if (found.samples.empty()) return lines.no_samples(kWanted);
    tell(input, counts, &found);
    return found;
  }

 private:
  struct Counts {
    int cut = 0;
    int filtered = 0;
  };

  static void tell(const Input& input, const Counts& counts, RawSamples* found) {
    if (counts.cut > 0) {
      found->warnings.push_back(
          fmt::format("{}: {} answers were cut at the most tokens that they may have (finish_reason length); "
                      "they are run as "
                      "they are",
                      input.origin, counts.cut));
    }
    if (counts.filtered > 0) {
      found->warnings.push_back(fmt::format(
          "{}: {} answers were withheld by a filter (finish_reason content_filter); they are run as they are",
          input.origin, counts.filtered));
    }
  }

  static tl::unexpected<Error> wrong(const std::string& place, const std::string& pointer, const json& value,
                                     const char* wanted) {
    return fail(ErrorKind::bad_input, fmt::format("{}: {} is {}", place, pointer, kind_of(value)),
                fmt::format("{} is wanted there", wanted), kWanted);
  }

  static Result<void> read_line(const json& object, const std::string& place, const Input& input,
                                const ProblemIndex& problems, ReadingLimits* limits, Counts* counts,
                                RawSamples* found) {
    if (!object.is_object()) return wrong(place, "the line", object, "an object");
    const json& custom_id = member(object, "custom_id");
    if (!custom_id.is_string()) return wrong(place, "/custom_id", custom_id, "a string");
    if (!object.contains("response") && !object.contains("error") && object.contains("body")) {
      return fail(ErrorKind::bad_input, fmt::format("{} is a request, not an answer", place),
                  "it has a \"body\" and no \"response\"", "send it, and hand in what comes back");
    }
    Line line{place, parse_custom_id(custom_id.get_ref<const std::string&>(), problems), {}};
    line.like.model = input.model;
    line.like.problem = line.name.task;
    line.like.name = line.name.number;
    line.like.continues_prompt = true;
    line.like.origin = place;
    const json& response = member(object, "response");
    const json& status = member(response, "status_code");
    const bool refused = status.is_number() && status.get<double>() >= 300;
    if (!response.is_object() || refused || !member(object, "error").is_null()) {
      const json& error =
          !member(object, "error").is_null() ? member(object, "error") : member(response, "body");
      line.like.skip = Skip{"the request failed", fmt::format("the request failed: {}", words_of(error))};
      if (auto fits = limits->take_sample(0, place); !fits) return fits;
      found->samples.push_back(std::move(line.like));
      return {};
    }
    // Some versions of vLLM put the body where the response should be.
    const bool has_body = response.contains("body");
    const json& body = has_body ? member(response, "body") : response;
    const std::string pointer = has_body ? "/response/body" : "/response";
    if (!body.is_object()) return wrong(place, pointer, body, "an object");
    if (const std::string model = text_of(member(body, "model")); !model.empty()) line.like.model = model;
    const json& choices = member(body, "choices");
    if (!choices.is_array()) return wrong(place, pointer + "/choices", choices, "an array");
    for (std::size_t i = 0; i < choices.size(); ++i) {
      auto read = read_choice(choices[i], pointer_to(pointer + "/choices", i), choices.size(), line, limits,
                              counts, found);
      if (!read) return read;
    }
    if (choices.empty()) {
      line.like.skip = Skip{"the response has no choices", "the response has no choices"};
      if (auto fits = limits->take_sample(0, place); !fits) return fits;
      found->samples.push_back(std::move(line.like));
    }
    return {};
  }

  static Result<void> read_choice(const json& choice, const std::string& pointer, std::size_t choices,
                                  const Line& line, ReadingLimits* limits, Counts* counts,
                                  RawSamples* found) {
    if (!choice.is_object()) return wrong(line.place, pointer, choice, "an object");
    auto text = answer_of(choice, pointer, line.place);
    if (!text) return tl::unexpected(text.error());
    RawSample sample = line.like;
    sample.text = std::move(*text);
    if (choices > 1 || sample.name.empty()) {
      const json& index = member(choice, "index");
      const std::size_t place_in_list = std::stoull(pointer.substr(pointer.rfind('/') + 1));
      const std::string number = index.is_number_unsigned() ? std::to_string(index.get<std::uint64_t>())
                                                            : std::to_string(place_in_list);
      sample.name = sample.name.empty() ? number : fmt::format("{}.{}", sample.name, number);
      sample.origin = fmt::format("{}:{}", line.place, pointer);
    }
    const std::string reason = text_of(member(choice, "finish_reason"));
    if (reason == "length") ++counts->cut;
    if (reason == "content_filter") ++counts->filtered;
    if (auto fits = limits->take_sample(sample.text.size(), sample.origin); !fits) return fits;
    found->samples.push_back(std::move(sample));
    return {};
  }

  // What the model said: a chat message's content, whole or in parts; a plain completion's text. A refusal or
  // a call of tools is an answer without code, not a fault of the file.
  static Result<std::string> answer_of(const json& choice, const std::string& pointer,
                                       const std::string& place) {
    if (!choice.contains("message")) {
      const json& text = member(choice, "text");
      if (!text.is_string())
        return wrong(place, pointer + "/message", member(choice, "message"), "an object");
      return text.get<std::string>();
    }
    const json& message = member(choice, "message");
    if (!message.is_object()) return wrong(place, pointer + "/message", message, "an object");
    const json& content = member(message, "content");
    if (content.is_string()) return content.get<std::string>();
    if (content.is_null()) return text_of(member(message, "refusal"));
    if (!content.is_array()) return wrong(place, pointer + "/message/content", content, "a string or null");
    std::string text;
    for (const json& part : content) text += text_of(member(part, "text"));
    return text;
  }
};

}  // namespace

const Format& openai_batch_format() {
  static const OpenaiBatchFormat format;
  return format;
}

}  // namespace effk::submissions
