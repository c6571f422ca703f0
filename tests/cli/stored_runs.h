// tests/cli/stored_runs.h -- runs of the small suite that are begun, ended, gone on with and compared.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/cli/workshop.h"

namespace effk {

class StoredRunsTest : public ::testing::Test {
 protected:
  // Two problems, both languages, right, slow and wrong samples: 12 in all.
  StoredRunsTest() {
    for (const std::string problem : {"add_up", "pick_pairs"}) {
      std::filesystem::create_directories(workshop_.path("m"));
      std::filesystem::copy(std::filesystem::path(EFFK_SMALL_SUITE) / "references" / problem,
                            workshop_.path("m") / problem, std::filesystem::copy_options::recursive);
    }
  }

  std::string file(const std::string& name) const { return workshop_.path(name).string(); }

  // effk run of `submission`, by the name of a folder here, into `output`.
  EffkProcess::Request request(const std::string& submission, const std::string& output,
                               const std::vector<std::string>& more = {}) const {
    EffkProcess::Request request{.arguments = {"run", file(submission), "-o", file(output), "--suite",
                                               EFFK_SMALL_SUITE, "--instrument", "icount", "--jobs", "2",
                                               "--problems", "add_up,pick_pairs"}};
    request.arguments.insert(request.arguments.end(), more.begin(), more.end());
    return request;
  }

  EffkEnd run(const std::string& submission, const std::string& output,
              const std::vector<std::string>& more = {}) const {
    return run_effk(request(submission, output, more));
  }

  // What reports say of a run, in the forms for machines.
  std::string numbers(const std::string& output,
                      const std::vector<std::string>& forms = {"--samples", "--json", "--csv"}) const {
    std::string all;
    for (const std::string& form : forms) {
      const EffkEnd end = run_effk({.arguments = {"report", file(output), form, "--k", "1"}});
      EXPECT_EQ(end.status, 0) << end.err;
      all += end.out;
    }
    return all;
  }

  Workshop workshop_;
};

}  // namespace effk
