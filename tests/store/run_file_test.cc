// The file itself: what is refused, and what is left after a writer dies.
#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "harness/base/files.h"
#include "harness/store/run_reader.h"
#include "harness/store/run_writer.h"
#include "tests/store/scratch_folder.h"

namespace effk::store {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr int kSamplesBeforeTheKill = 50;

record::SampleRecord numbered(int number) {
  record::SampleRecord one;
  one.model = "m";
  one.problem = "p";
  one.language = "cpp";
  one.sample = std::to_string(number);
  one.code = std::string(5000, 'x');
  one.cases.resize(1);
  one.cases[0].total = {static_cast<std::uint64_t>(number)};
  return one;
}

TEST(RunFile, IsOneFileAfterFinish) {
  const ScratchFolder scratch;
  auto writer = RunWriter::create(scratch.file("run.db"), {});
  ASSERT_TRUE(writer);
  ASSERT_TRUE(writer->add(numbered(0)));
  ASSERT_TRUE(writer->finish(true));
  EXPECT_THAT(scratch.names(), ElementsAre("run.db"));
}

TEST(RunFile, HasNoSharedMemoryFileWhileItIsWritten) {
  const ScratchFolder scratch;
  auto writer = RunWriter::create(scratch.file("run.db"), {});
  ASSERT_TRUE(writer);
  ASSERT_TRUE(writer->add(numbered(0)));
  EXPECT_EQ(scratch.names().count("run.db-shm"), 0U);
}

TEST(RunFile, IsIncompleteAndReadableWhenItsWriterGoesAwayWithoutFinishing) {
  const ScratchFolder scratch;
  {
    auto writer = RunWriter::create(scratch.file("run.db"), {});
    ASSERT_TRUE(writer);
    ASSERT_TRUE(writer->add(numbered(3)));
  }
  EXPECT_THAT(scratch.names(), ElementsAre("run.db"));
  const auto run = read_run(scratch.file("run.db"));
  ASSERT_TRUE(run);
  EXPECT_FALSE(run->complete);
  EXPECT_EQ(run->samples.size(), 1U);
}

// The kill comes from outside and so mostly in the middle of a transaction.
TEST(RunFile, HoldsEveryStoredSampleWholeAfterItsWriterWasKilled) {
  const ScratchFolder scratch;
  int stored[2];
  ASSERT_EQ(::pipe(stored), 0);
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    ::close(stored[0]);
    record::RunRecord head;
    head.alpha = 1.5;
    auto writer = RunWriter::create(scratch.file("run.db"), head);
    if (!writer) ::_exit(1);
    for (int i = 0; writer->add(numbered(i)); ++i) (void)!::write(stored[1], "y", 1);
    ::_exit(1);
  }
  ::close(stored[1]);
  char byte = 0;
  int seen = 0;
  while (seen < kSamplesBeforeTheKill && ::read(stored[0], &byte, 1) == 1) ++seen;
  ::kill(child, SIGKILL);
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  while (::read(stored[0], &byte, 1) == 1) ++seen;
  ::close(stored[0]);
  ASSERT_TRUE(WIFSIGNALED(status)) << "the child could not write";

  const auto run = read_run(scratch.file("run.db"));
  ASSERT_TRUE(run) << error_text(run.error());
  EXPECT_FALSE(run->complete);
  EXPECT_EQ(run->alpha, 1.5);
  ASSERT_GE(run->samples.size(), static_cast<std::size_t>(seen));
  ASSERT_LE(run->samples.size(), static_cast<std::size_t>(seen) + 1);
  for (std::size_t i = 0; i < run->samples.size(); ++i) {
    ASSERT_EQ(run->samples[i].cases.size(), 1U);
    EXPECT_EQ(run->samples[i].cases[0].total.value, i);
  }
  EXPECT_EQ(scratch.names().count("run.db-shm"), 0U);
  const auto again = read_run(scratch.file("run.db"));
  ASSERT_TRUE(again);
  EXPECT_EQ(again->samples.size(), run->samples.size()) << "reading may not lose anything";
}

// A disk that runs full: the file may not grow beyond a limit.
TEST(RunFile, HoldsEveryStoredSampleWholeAfterItsDiskHasRunFull) {
  const ScratchFolder scratch;
  int stored[2];
  ASSERT_EQ(::pipe(stored), 0);
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{300'000, 300'000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    auto writer = RunWriter::create(scratch.file("run.db"), {});
    if (!writer) ::_exit(1);
    for (int i = 0;; ++i) {
      const auto added = writer->add(numbered(i));
      if (!added) ::_exit(added.error().kind == ErrorKind::environment ? 0 : 2);
      (void)!::write(stored[1], "y", 1);
    }
  }
  ::close(stored[1]);
  char byte = 0;
  std::size_t seen = 0;
  while (::read(stored[0], &byte, 1) == 1) ++seen;
  ::close(stored[0]);
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0) << "a full disk is the environment's fault";
  ASSERT_GT(seen, 5U);

  const auto run = read_run(scratch.file("run.db"));
  ASSERT_TRUE(run) << error_text(run.error());
  EXPECT_FALSE(run->complete);
  ASSERT_EQ(run->samples.size(), seen);
  for (std::size_t i = 0; i < seen; ++i) EXPECT_EQ(run->samples[i].cases.at(0).total.value, i);
}

TEST(RunFile, GoesOnWithItsRecordsAndTheWarningsThatItLacks) {
  const ScratchFolder scratch;
  record::RunRecord head;
  head.alpha = 3;
  head.warnings = {"one"};
  record::SampleRecord fault = numbered(7);
  fault.verdict = record::Verdict::internal_error;
  {
    auto writer = RunWriter::create(scratch.file("run.db"), head);
    ASSERT_TRUE(writer->add(numbered(1)));
    ASSERT_TRUE(writer->add(fault));
  }
  head.warnings = {"one", "two"};
  auto again = RunWriter::reopen(scratch.file("run.db"), head);
  ASSERT_TRUE(again) << error_text(again.error());
  ASSERT_TRUE(again->add(numbered(7))) << "what could not be measured is measured again";
  ASSERT_TRUE(again->finish(true));
  const auto run = read_run(scratch.file("run.db"));
  ASSERT_TRUE(run);
  EXPECT_EQ(run->alpha, 3);
  EXPECT_TRUE(run->complete);
  EXPECT_EQ(run->samples.size(), 2U);
  EXPECT_EQ(run->samples[1].verdict, record::Verdict::accepted);
  EXPECT_THAT(run->warnings, ElementsAre("one", "two"));
}

TEST(RunFile, BeginsWhereAWriterWasEndedBeforeItWroteAnything) {
  const ScratchFolder scratch;
  std::ofstream(scratch.file("run.db")).flush();
  EXPECT_FALSE(has_begun(scratch.file("run.db")).value());
  EXPECT_FALSE(has_begun(scratch.file("missing.db")).value());
  record::RunRecord head;
  head.alpha = 3;
  ASSERT_TRUE(RunWriter::reopen(scratch.file("run.db"), head)->finish(true));
  EXPECT_TRUE(has_begun(scratch.file("run.db")).value());
  EXPECT_EQ(read_run(scratch.file("run.db"))->alpha, 3);
}

TEST(RunFile, IsNotReadWhileAnotherProcessWritesIt) {
  const ScratchFolder scratch;
  int ready[2];
  int go[2];
  ASSERT_EQ(::pipe(ready), 0);
  ASSERT_EQ(::pipe(go), 0);
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    auto writer = RunWriter::create(scratch.file("run.db"), {});
    const bool stored = writer && writer->add(numbered(0));
    char byte = stored ? 'y' : 'n';
    (void)!::write(ready[1], &byte, 1);
    (void)!::read(go[0], &byte, 1);
    ::_exit(0);
  }
  char byte = 0;
  ASSERT_EQ(::read(ready[0], &byte, 1), 1);
  ASSERT_EQ(byte, 'y');
  const auto run = read_run(scratch.file("run.db"));
  (void)!::write(go[1], &byte, 1);
  ::waitpid(child, nullptr, 0);
  for (const int fd : {ready[0], ready[1], go[0], go[1]}) ::close(fd);
  ASSERT_FALSE(run);
  EXPECT_THAT(error_text(run.error()), HasSubstr("another effk is writing it at this moment"));
}

TEST(RunFile, IsNeverOverwritten) {
  const ScratchFolder scratch;
  std::ofstream(scratch.file("mine.txt")) << "precious";
  std::filesystem::create_symlink("nowhere", scratch.file("link"));
  std::filesystem::create_directory(scratch.file("folder"));
  for (const char* name : {"mine.txt", "link", "folder"}) {
    const auto writer = RunWriter::create(scratch.file(name), {});
    ASSERT_FALSE(writer) << name;
    EXPECT_EQ(writer.error().kind, ErrorKind::bad_input);
    EXPECT_EQ(writer.error().what, scratch.file(name).string() + " exists");
  }
  EXPECT_EQ(read_file(scratch.file("mine.txt")).value(), "precious");
}

TEST(RunFile, IsAnEnvironmentErrorWhereItsFolderDoesNotExist) {
  const ScratchFolder scratch;
  const auto writer = RunWriter::create(scratch.file("no/such/run.db"), {});
  ASSERT_FALSE(writer);
  EXPECT_EQ(writer.error().kind, ErrorKind::environment);
}

TEST(RunFile, RefusesTheSameSampleTwice) {
  const ScratchFolder scratch;
  auto writer = RunWriter::create(scratch.file("run.db"), {});
  ASSERT_TRUE(writer);
  ASSERT_TRUE(writer->add(numbered(0)));
  EXPECT_FALSE(writer->add(numbered(0)));
  ASSERT_TRUE(writer->add(numbered(1))) << "what comes after is still stored";
  ASSERT_TRUE(writer->finish(true));
  EXPECT_EQ(read_run(scratch.file("run.db"))->samples.size(), 2U);
}

TEST(ReadRun, RefusesWhatIsNoRun) {
  const ScratchFolder scratch;
  std::ofstream(scratch.file("text.db")) << "not a database, and long enough to be looked at as one";
  std::ofstream(scratch.file("empty.db")).flush();
  std::filesystem::create_directory(scratch.file("folder"));
  SQLite::Database(scratch.file("other.db").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec("CREATE TABLE sample (id INTEGER)");
  for (const char* name : {"text.db", "empty.db", "folder", "other.db", "missing.db"}) {
    const auto run = read_run(scratch.file(name));
    ASSERT_FALSE(run) << name;
    EXPECT_EQ(run.error().kind, ErrorKind::bad_input) << name;
    EXPECT_EQ(run.error().what, "cannot read the run " + scratch.file(name).string());
    EXPECT_NE(run.error().why, "") << name;
  }
  EXPECT_EQ(scratch.names().count("missing.db"), 0U) << "asking for a file may not make one";
}

TEST(ReadRun, RefusesANewerSchemaByItsVersion) {
  const ScratchFolder scratch;
  ASSERT_TRUE(RunWriter::create(scratch.file("run.db"), {})->finish(true));
  SQLite::Database(scratch.file("run.db").string(), SQLite::OPEN_READWRITE)
      .exec(fmt::format("PRAGMA user_version={}", record::kSchemaVersion + 1));
  const auto run = read_run(scratch.file("run.db"));
  ASSERT_FALSE(run);
  EXPECT_EQ(run.error().why, fmt::format("its schema version is {}, and this effk knows versions up to {}",
                                         record::kSchemaVersion + 1, record::kSchemaVersion));
}

TEST(ReadRun, LeavesTheFileAsItWas) {
  const ScratchFolder scratch;
  auto writer = RunWriter::create(scratch.file("run.db"), {});
  ASSERT_TRUE(writer);
  ASSERT_TRUE(writer->add(numbered(0)));
  ASSERT_TRUE(writer->finish(true));
  const std::string before = read_file(scratch.file("run.db")).value();
  ASSERT_TRUE(read_run(scratch.file("run.db")));
  EXPECT_EQ(read_file(scratch.file("run.db")).value(), before);
  EXPECT_THAT(scratch.names(), ElementsAre("run.db"));
}

}  // namespace
}  // namespace effk::store
