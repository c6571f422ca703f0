#include <fmt/format.h>

#include <filesystem>

#include "harness/base/files.h"
#include "harness/base/install_layout.h"
#include "harness/cli/commands.h"
#include "harness/cli/output.h"
#include "harness/report/leaderboard/board.h"
#include "harness/report/leaderboard/site.h"
#include "harness/report/leaderboard/tables.h"
#include "harness/store/run_reader.h"

namespace effk::cli {
namespace {

namespace fs = std::filesystem;

Result<std::string> page_template() {
  const auto layout = InstallLayout::of_this_program();
  if (!layout) return tl::unexpected(layout.error());
  const fs::path path = layout->share / "leaderboard" / "page.mustache";
  std::error_code error;
  if (!fs::exists(path, error)) {
    return fail(ErrorKind::environment, "this effk was built without the leaderboard's page",
                fmt::format("there is no {}", path.string()),
                "build it with -DEFFK_LEADERBOARD=ON, or take --format markdown, csv or json");
  }
  return read_file(path);
}

// SITE/index.html; whatever else is called so is not ours to replace.
Result<int> write_site(const report::Board& board, const fs::path& site) {
  const auto page = page_template();
  if (!page) return tl::unexpected(page.error());
  const fs::path index = site / "index.html";
  std::error_code error;
  fs::create_directories(site, error);
  if (error || !fs::is_directory(site)) {
    return fail(ErrorKind::environment, fmt::format("cannot make the folder {}", site.string()),
                error ? error.message() : "a file has this name", "name another folder with -o");
  }
  if (fs::exists(index, error)) {
    const auto old = read_file(index);
    if (!old) return tl::unexpected(old.error());
    if (!report::is_leaderboard_page(*old)) {
      return fail(ErrorKind::bad_input, fmt::format("will not replace {}", index.string()),
                  "it is no leaderboard that effk made",
                  "name another folder with -o, or move the file away");
    }
  }
  const std::string html = report::leaderboard_page(board, *page);
  if (auto written = write_file_atomically(index, html); !written) return tl::unexpected(written.error());
  tell("effk: wrote {}, {:.1f} MB\n", index.string(), static_cast<double>(html.size()) / 1e6);
  return 0;
}

Result<int> write_table(const std::string& text, const std::string& output) {
  if (auto written = print_or_write(output, text); !written) return tl::unexpected(written.error());
  if (!output.empty()) tell("effk: wrote {}\n", output);
  return 0;
}

}  // namespace

Result<int> carry_out(const LeaderboardArguments& arguments) {
  std::vector<report::NamedRun> runs;
  for (const std::string& path : arguments.runs) {
    auto record = store::read_run(path);
    if (!record) return tl::unexpected(record.error());
    runs.push_back({fs::path(path).stem().string(), std::move(*record)});
  }
  const auto board = report::make_board(
      std::move(runs), {arguments.alpha, arguments.weights, arguments.k, arguments.problems, arguments.seed});
  if (!board) return tl::unexpected(board.error());
  for (const std::string& one : board->differences) tell("effk: warning: the environments differ: {}\n", one);
  if (!board->left_out.empty()) tell("effk: warning: problems {}\n", report::left_out_words(*board));
  if (arguments.format == "html") return write_site(*board, arguments.output);
  if (arguments.format == "markdown")
    return write_table(report::leaderboard_markdown(*board), arguments.output);
  if (arguments.format == "csv") return write_table(report::leaderboard_csv(*board), arguments.output);
  return write_table(report::leaderboard_json(*board), arguments.output);
}

}  // namespace effk::cli
