#include "harness/submissions/intake.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "harness/base/nearest_word.h"
#include "harness/submissions/extraction.h"
#include "harness/submissions/format.h"
#include "harness/submissions/text_checks.h"

namespace effk::submissions {
namespace {

namespace fs = std::filesystem;
using suite::Language;

constexpr const char* kNoSuchProblem = "the suite has no such problem";
constexpr const char* kNameALanguage = "name it: --language cpp, or --language python";

// Collects what the formats found into one Intake.
class Collector {
 public:
  Collector(const ProblemIndex& problems, const IntakeOptions& options)
      : problems_(problems), options_(options) {
    for (const suite::Problem& problem : problems.suite().problems) known_.push_back(problem.id);
  }

  // Everything that one argument held. Unnamed samples are numbered within it.
  Result<void> take(const std::string& origin, const Format& format, RawSamples found) {
    numbers_.clear();
    intake_.sources.push_back({origin, std::string(format.name()), {}, {}, {}, {}});
    for (std::string& warning : found.warnings) intake_.warnings.push_back(std::move(warning));
    for (RawSample& raw : found.samples) {
      if (auto taken = take(std::move(raw)); !taken) return taken;
    }
    return {};
  }

  Result<Intake> finish() {
    for (const auto& [written, count] : unknown_) {
      intake_.warnings.push_back(fmt::format("unknown problem '{}', {} skipped{}", shown(written),
                                             count == 1 ? "1 sample" : fmt::format("{} samples", count),
                                             suggest(written)));
    }
    if (undecided_ > 0) {
      intake_.warnings.push_back(
          fmt::format("the language of {} cannot be told; {}",
                      undecided_ == 1 ? "1 sample" : fmt::format("{} samples", undecided_), kNameALanguage));
    }
    if (intake_.total.matched == 0) return nothing_matched();
    for (auto& [model, samples] : models_) {
      std::sort(samples.begin(), samples.end(), [](const Sample& a, const Sample& b) {
        if (a.problem != b.problem) return a.problem < b.problem;
        if (a.language != b.language) return a.language < b.language;
        return natural_less(a.name, b.name);
      });
      intake_.submissions.push_back({model, std::move(samples)});
    }
    return std::move(intake_);
  }

 private:
  using Key = std::tuple<std::string, std::string, Language>;  // model, problem, language

  Result<void> take(RawSample raw) {
    const TaskId id = raw.matched ? TaskId{raw.matched, std::nullopt} : problems_.by_task_id(raw.problem);
    if (raw.skip) {
      ++reasons_[raw.skip->kind];
      skip(id.problem ? id.problem->id : raw.problem, raw.origin, std::move(*raw.skip));
      return {};
    }
    if (!id.problem) {
      ++unknown_[raw.problem];
      leave_out(raw.problem, raw.origin, kNoSuchProblem,
                fmt::format("unknown problem '{}'", shown(raw.problem)));
      return {};
    }
    const std::string& problem = id.problem->id;
    if (raw.language_word && !suite::parse_language(*raw.language_word)) {
      leave_out(problem, raw.origin, "no language that effk knows",
                fmt::format("language '{}' is neither cpp nor python", shown(*raw.language_word)));
      return {};
    }
    const auto language = decide_language(raw, id);
    if (!language) {
      ++undecided_;
      const char* const reason = "nothing says which language it is in";
      leave_out(problem, raw.origin, reason, reason);
      return {};
    }
    if (!offers(*id.problem, *language)) {
      leave_out(problem, raw.origin, "the problem has no reference in that language",
                fmt::format("problem {} has no reference in {}", problem, suite::to_string(*language)));
      return {};
    }
    Sample sample;
    sample.problem = problem;
    sample.language = *language;
    sample.origin = std::move(raw.origin);
    sample.name = raw.name.empty() ? std::to_string(numbers_[Key(raw.model, problem, *language)]++)
                                   : std::move(raw.name);
    if (auto fresh = remember(raw.model, sample); !fresh) return fresh;
    extract(raw, *id.problem, &sample);
    intake_.sources.back().found_problems.insert(problem);
    intake_.sources.back().matched_problems.insert(problem);
    for (SampleCounts* c : counts_of(problem)) {
      ++c->found;
      ++c->matched;
      if (!sample.code) ++c->without_code;
    }
    sample.raw = std::move(raw.text);
    models_[raw.model].push_back(std::move(sample));
    return {};
  }

  std::optional<Language> decide_language(const RawSample& raw, const TaskId& id) const {
    if (raw.language_word) return suite::parse_language(*raw.language_word);
    if (raw.extension_language) return raw.extension_language;
    // A fence in another language than the only one that the problem has is no answer to it; a task that
    // names another one is another task.
    if (id.problem->languages.size() == 1) return id.language ? id.language : id.problem->languages.front();
    if (const auto fence = fence_language(raw.text, id.problem->signature.entry_point)) return fence;
    if (options_.default_language) return options_.default_language;
    return id.language ? id.language : raw.format_language;
  }

  // A problem without any reference is not refused here: that is a fault of the suite and not of the sample.
  static bool offers(const suite::Problem& problem, Language language) {
    return problem.languages.empty() || problem.offers(language);
  }

  void extract(const RawSample& raw, const suite::Problem& problem, Sample* sample) const {
    ExtractionRequest request;
    request.text = raw.text;
    request.language = sample->language;
    request.entry_point = problem.signature.entry_point;
    request.is_code_file = raw.is_code;
    std::string prompt;
    if (problem.prompt && sample->language == Language::python) {
      request.exact_prompt = *problem.prompt;
      if (raw.continues_prompt) prompt = *problem.prompt;
    } else if (raw.continues_prompt && options_.prompt) {
      prompt = options_.prompt(problem, sample->language);
    }
    request.prompt = prompt;
    Extraction extraction = extract_code(request);
    sample->code = std::move(extraction.code);
    sample->rule = std::move(extraction.rule);
  }

  Result<void> remember(const std::string& model, const Sample& sample) {
    const auto [known, fresh] =
        origins_.try_emplace({Key(model, sample.problem, sample.language), sample.name}, sample.origin);
    if (fresh) return {};
    return fail(ErrorKind::bad_input,
                fmt::format("two samples of '{}' are called {}/{} ({})", shown(model), sample.problem,
                            shown(sample.name), suite::to_string(sample.language)),
                known->second == sample.origin
                    ? fmt::format("{} is handed in twice", sample.origin)
                    : fmt::format("one is {}, the other {}", known->second, sample.origin),
                "rename one, or give the models different names");
  }

  std::array<SampleCounts*, 3> counts_of(const std::string& problem) {
    return {&intake_.by_problem[problem], &intake_.total, &intake_.sources.back().samples};
  }

  void leave_out(const std::string& problem, const std::string& origin, const char* kind,
                 std::string reason) {
    ++reasons_[reason];
    skip(problem, origin, {kind, std::move(reason)});
  }

  void skip(const std::string& problem, const std::string& origin, Skip why) {
    Source& source = intake_.sources.back();
    source.found_problems.insert(problem);
    ++source.skipped[why.kind][problem];
    for (SampleCounts* c : counts_of(problem)) {
      ++c->found;
      ++c->skipped;
    }
    intake_.skipped.push_back({origin, std::move(why.reason), std::move(why.kind), problem});
  }

  std::string suggest(const std::string& written) const {
    const std::string word = written.substr(0, written.rfind('/'));
    const auto nearest = nearest_word(word.size() <= 100 ? word : std::string(), known_);
    return nearest && !word.empty() ? fmt::format("; did you mean '{}'?", *nearest) : std::string();
  }

  tl::unexpected<Error> nothing_matched() const {
    std::string why = fmt::format("of {} found", intake_.total.found);
    std::size_t listed = 0;
    for (const auto& [reason, count] : reasons_) {
      why += ++listed == 1 ? ": " : listed <= 3 ? "; " : "";
      if (listed <= 3) why += fmt::format("{} ({})", reason, count);
    }
    if (listed > 3) why += fmt::format("; and {} more reasons", listed - 3);
    if (intake_.total.found == 0) why = "there are none: all folders of problems are empty";
    std::string next;
    for (const auto& [written, count] : unknown_) {
      if (next.empty()) next = suggest(written);
    }
    if (!next.empty()) next = next.substr(2) + " ";
    next += undecided_ > 0 ? kNameALanguage : "all problems: effk list";
    return fail(ErrorKind::bad_input,
                fmt::format("no sample can be run against the suite '{}'", problems_.suite().name), why,
                next);
  }

  const ProblemIndex& problems_;
  const IntakeOptions& options_;
  std::vector<std::string> known_;
  Intake intake_;
  std::map<std::string, std::vector<Sample>> models_;
  std::map<std::pair<Key, std::string>, std::string> origins_;
  std::map<Key, int> numbers_;
  std::map<std::string, int> unknown_;
  std::map<std::string, int> reasons_;
  int undecided_ = 0;
};

// nullptr: none was named.
Result<const Format*> named_format(const std::string& name) {
  if (name.empty()) return nullptr;
  if (const Format* format = find_format(name)) return format;
  std::vector<std::string> known;
  for (const Format* format : formats()) known.emplace_back(format->name());
  return fail(ErrorKind::usage, fmt::format("unknown format '{}'", shown(name)), {},
              suggestion(name, known) + "all of them: " + describe_formats());
}

std::string_view words_of(Shape shape) {
  switch (shape) {
    case Shape::folder:
      return "a folder";
    case Shape::zip:
      return "a zip";
    case Shape::lines:
      return "a file of JSON lines";
    default:
      return "one JSON document";
  }
}

Result<const Format*> format_of(const Input& input, const Format* wanted, const ProblemIndex& problems) {
  if (wanted == nullptr) return recognise(input, problems);
  if (wanted->shape() == input.shape) return wanted;
  return fail(
      ErrorKind::bad_input, fmt::format("{} does not have the format {}", input.origin, wanted->name()),
      fmt::format("it is {}", words_of(input.shape)), fmt::format("wanted: {}", wanted->description()));
}

}  // namespace

Result<Intake> read_submissions(const std::vector<fs::path>& arguments, const suite::Suite& suite,
                                const IntakeOptions& options) {
  if (arguments.empty()) {
    return fail(ErrorKind::usage, "no submissions were given", {}, "give " + describe_formats());
  }
  const auto wanted = named_format(options.format);
  if (!wanted) return tl::unexpected(wanted.error());
  std::optional<Shape> shape;
  if (*wanted != nullptr) shape = (*wanted)->shape();
  ReadingLimits limits(options.total_limit_bytes, options.sample_limit_bytes);
  const ProblemIndex problems(suite);
  Collector collector(problems, options);
  for (const fs::path& argument : arguments) {
    const auto input = open_input(argument, shape, &limits);
    if (!input) return tl::unexpected(input.error());
    const auto format = format_of(*input, *wanted, problems);
    if (!format) return tl::unexpected(format.error());
    auto found = (*format)->read(*input, problems, &limits);
    if (!found) return tl::unexpected(found.error());
    for (const RawSample& sample : found->samples) {
      for (const std::string* name : {&sample.model, &sample.problem, &sample.name}) {
        const auto checked = check_utf8(*name, fmt::format("the name '{}'", shown(*name)));
        if (!checked) return tl::unexpected(checked.error());
      }
    }
    if (auto taken = collector.take(input->origin, **format, std::move(*found)); !taken)
      return tl::unexpected(taken.error());
  }
  return collector.finish();
}

std::vector<FormatName> format_names() {
  std::vector<FormatName> names;
  for (const Format* format : formats()) names.push_back({format->name(), format->description()});
  return names;
}

}  // namespace effk::submissions
