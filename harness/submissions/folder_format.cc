#include <fmt/format.h>

#include <algorithm>

#include "harness/base/files.h"
#include "harness/base/nearest_word.h"
#include "harness/submissions/format.h"
#include "harness/submissions/sample_file.h"
#include "harness/submissions/text_checks.h"

namespace effk::submissions {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kDescription =
    "a folder MODEL/PROBLEM/SAMPLE.{cpp,py,md,txt}, or a folder of such models";

struct Listing {
  std::vector<fs::path> folders;
  std::vector<fs::path> files;
  bool empty() const { return folders.empty() && files.empty(); }
};

// Sorted by name, without hidden entries and Python's caches.
Result<Listing> list(const fs::path& folder) {
  Listing listing;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (name.starts_with('.') || name == "__pycache__") continue;
    std::error_code broken_link;
    (entry->is_directory(broken_link) ? listing.folders : listing.files).push_back(entry->path());
  }
  if (error) {
    return fail(ErrorKind::bad_input, fmt::format("cannot list {}", folder.string()), error.message(),
                "make it readable, or leave it out");
  }
  std::sort(listing.folders.begin(), listing.folders.end());
  std::sort(listing.files.begin(), listing.files.end());
  return listing;
}

bool any_is_a_problem(const std::vector<fs::path>& folders, const ProblemIndex& problems) {
  return std::any_of(folders.begin(), folders.end(),
                     [&](const fs::path& f) { return problems.by_name(f.filename().string()) != nullptr; });
}

class FolderFormat : public Format {
 public:
  std::string_view name() const override { return "folder"; }
  std::string_view description() const override { return kDescription; }
  Shape shape() const override { return Shape::folder; }
  bool recognises(const Input&, const ProblemIndex&) const override { return true; }

  Result<RawSamples> read(const Input& input, const ProblemIndex& problems,
                          ReadingLimits* limits) const override {
    const fs::path& path = input.path;
    const auto top = list(path);
    if (!top) return tl::unexpected(top.error());
    if (top->empty()) {
      return fail(ErrorKind::bad_input, fmt::format("{} is empty", path.string()), {},
                  fmt::format("wanted: {}", kDescription));
    }
    RawSamples found;
    if (any_is_a_problem(top->folders, problems)) {
      if (const auto read = read_model(path, *top, limits, &found); !read)
        return tl::unexpected(read.error());
      return found;
    }
    std::vector<Listing> models;
    bool any = false;
    for (const fs::path& folder : top->folders) {
      auto inside = list(folder);
      if (!inside) return tl::unexpected(inside.error());
      any = any || any_is_a_problem(inside->folders, problems);
      models.push_back(std::move(*inside));
    }
    if (!any) return neither(path, *top, problems);
    for (const fs::path& file : top->files) ignore(file, "it lies beside the models' folders", &found);
    for (std::size_t i = 0; i < models.size(); ++i) {
      if (models[i].empty()) ignore(top->folders[i], "it is empty", &found);
      if (const auto read = read_model(top->folders[i], models[i], limits, &found); !read)
        return tl::unexpected(read.error());
    }
    return found;
  }

 private:
  static void ignore(const fs::path& path, std::string_view reason, RawSamples* found) {
    found->warnings.push_back(fmt::format("ignored {}: {}", path.string(), reason));
  }

  static tl::unexpected<Error> neither(const fs::path& path, const Listing& top,
                                       const ProblemIndex& problems) {
    const suite::Suite& suite = problems.suite();
    std::vector<std::string> known;
    for (const suite::Problem& problem : suite.problems) known.push_back(problem.id);
    std::string names;
    std::string next;
    for (std::size_t i = 0; i < top.folders.size(); ++i) {
      const std::string name = top.folders[i].filename().string();
      if (next.empty()) next = suggestion(name, known);
      if (i < 3) names += fmt::format("{}'{}'", i == 0 ? "" : ", ", name);
      if (i == 3) names += ", ...";
    }
    const std::string why =
        top.folders.empty()
            ? "it has files, and no folder of a problem"
            : fmt::format("neither its folders ({}) nor those within are problems of the suite '{}'", names,
                          suite.name);
    const bool lines = std::any_of(top.files.begin(), top.files.end(), [](const fs::path& file) {
      const std::string name = file.filename().string();
      return name.ends_with(".jsonl") || name.ends_with(".jsonl.gz");
    });
    if (lines) next += fmt::format("give the files themselves: {}", (path / "*.jsonl*").string());
    if (problems.by_name(name_of_folder(path)) != nullptr)
      next += "give the model's folder, which is above it; ";
    if (!lines) next += fmt::format("wanted: {}; problems: effk list", kDescription);
    return fail(ErrorKind::bad_input,
                fmt::format("{} is neither a model's folder nor a folder of models", path.string()), why,
                next);
  }

  Result<void> read_model(const fs::path& folder, const Listing& inside, ReadingLimits* limits,
                          RawSamples* found) const {
    for (const fs::path& file : inside.files) ignore(file, "it lies beside the problems' folders", found);
    for (const fs::path& problem : inside.folders) {
      const auto samples = list(problem);
      if (!samples) return tl::unexpected(samples.error());
      if (samples->empty()) ignore(problem, "it is empty", found);
      for (const fs::path& within : samples->folders) ignore(within, "a sample is a file", found);
      for (const fs::path& file : samples->files) {
        auto sample = read_sample(file, limits);
        if (!sample) return tl::unexpected(sample.error());
        sample->model = name_of_folder(folder);
        sample->problem = problem.filename().string();
        found->samples.push_back(std::move(*sample));
      }
    }
    return {};
  }

  static Result<RawSample> read_sample(const fs::path& file, ReadingLimits* limits) {
    const std::string origin = file.string();
    auto sample = sample_file(file.filename().string(), origin);
    if (!sample) return sample;
    std::error_code no_size;  // read_file() will say what is wrong
    const std::uintmax_t size = fs::file_size(file, no_size);
    if (!no_size) {
      if (const auto fits = limits->take_sample(size, origin); !fits) return tl::unexpected(fits.error());
      if (const auto fits = limits->take(size, origin); !fits) return tl::unexpected(fits.error());
    }
    auto text = read_file(file, limits->sample());
    if (!text) return tl::unexpected(text.error());
    if (const auto checked = check_utf8(*text, origin); !checked) return tl::unexpected(checked.error());
    sample->text = std::move(*text);
    return sample;
  }
};

}  // namespace

const Format& folder_format() {
  static const FolderFormat format;
  return format;
}

}  // namespace effk::submissions
