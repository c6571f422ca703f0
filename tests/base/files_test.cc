#include "harness/base/files.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>

#include "harness/base/temporary_folder.h"

namespace effk {
namespace {

namespace fs = std::filesystem;

class Files : public testing::Test {
 protected:
  fs::path in_folder(const char* name) const { return folder_.path() / name; }
  TemporaryFolder folder_ = TemporaryFolder::beneath(fs::temp_directory_path()).value();
};

TEST_F(Files, ComeBackWithEveryByte) {
  std::string bytes;
  for (int i = 0; i < 100'000; ++i) bytes.push_back(static_cast<char>(i * 7));
  ASSERT_TRUE(write_file_atomically(in_folder("x"), bytes));
  EXPECT_EQ(read_file(in_folder("x")).value(), bytes);
}

TEST_F(Files, ThatAreLargerThanTheLimitAreAnErrorThatSaysBothNumbers) {
  ASSERT_TRUE(write_file_atomically(in_folder("x"), "12345"));
  EXPECT_EQ(read_file(in_folder("x"), 5).value(), "12345");
  const auto refused = read_file(in_folder("x"), 4);
  ASSERT_FALSE(refused);
  EXPECT_EQ(exit_status(refused.error().kind), 3);
  EXPECT_EQ(error_text(refused.error()), "effk: error: cannot read " + in_folder("x").string() +
                                             "\n  why:  it has 5 bytes, and at most 4 are read\n");
}

TEST_F(Files, ThatAreNotRegularAreRefusedWithoutWaiting) {
  ASSERT_EQ(::mkfifo(in_folder("pipe").c_str(), 0600), 0);
  for (const fs::path& path : {folder_.path(), in_folder("pipe"), fs::path("/dev/zero")}) {
    const auto refused = read_file(path);
    ASSERT_FALSE(refused) << path;
    EXPECT_EQ(error_text(refused.error()),
              "effk: error: cannot read " + path.string() + "\n  why:  it is not a regular file\n");
  }
}

TEST_F(Files, ThatAreMissingSaySo) {
  const auto missing = read_file(in_folder("none"));
  ASSERT_FALSE(missing);
  EXPECT_EQ(error_text(missing.error()), "effk: error: cannot read " + in_folder("none").string() +
                                             "\n  why:  No such file or directory\n");
}

TEST_F(Files, AreReplacedWholeWhileAReaderHoldsTheOldOne) {
  ASSERT_TRUE(write_file_atomically(in_folder("x"), "old"));
  const UniqueFd held(::open(in_folder("x").c_str(), O_RDONLY | O_CLOEXEC));
  ASSERT_TRUE(write_file_atomically(in_folder("x"), "newer"));
  EXPECT_EQ(read_descriptor(held.get(), 100), "old");
  EXPECT_EQ(read_file(in_folder("x")).value(), "newer");
}

TEST_F(Files, LeaveNothingBesideThemWhetherWrittenOrNot) {
  ASSERT_TRUE(write_file_atomically(in_folder("x"), "bytes"));
  fs::create_directory(in_folder("folder"));
  const auto refused = write_file_atomically(in_folder("folder"), "bytes");  // a rename cannot replace it
  ASSERT_FALSE(refused);
  EXPECT_EQ(exit_status(refused.error().kind), 4);
  EXPECT_EQ(error_text(refused.error()),
            "effk: error: cannot write " + in_folder("folder").string() + "\n  why:  Is a directory\n");
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder_.path())) names.push_back(entry.path().filename());
  EXPECT_THAT(names, testing::UnorderedElementsAre("x", "folder"));
}

TEST(MemoryFile, CanBeWrittenAndStartsAtItsFront) {
  const UniqueFd file = memory_file("test", "abc").value();
  EXPECT_EQ(descriptor_size(file.get()), 3u);
  char letter = 0;
  EXPECT_EQ(::read(file.get(), &letter, 1), 1);
  EXPECT_EQ(letter, 'a');
  EXPECT_EQ(::pwrite(file.get(), "xy", 2, 3), 2);
  EXPECT_EQ(read_descriptor(file.get(), 100), "abcxy");
  EXPECT_EQ(read_descriptor(file.get(), 4), "abcx");
}

TEST(MemoryFile, IsClosedByExec) {
  const UniqueFd file = memory_file("test", "abc").value();
  const UniqueFd sealed = sealed_memory_file("test", "abc").value();
  EXPECT_NE(::fcntl(file.get(), F_GETFD) & FD_CLOEXEC, 0);
  EXPECT_NE(::fcntl(sealed.get(), F_GETFD) & FD_CLOEXEC, 0);
}

// Whoever holds `descriptor` tries everything that could change its bytes.
void expect_unchangeable(int descriptor) {
  EXPECT_EQ(::pwrite(descriptor, "x", 1, 0), -1);
  EXPECT_EQ(errno, EPERM);
  EXPECT_EQ(::ftruncate(descriptor, 0), -1);
  EXPECT_EQ(::ftruncate(descriptor, 100), -1);
  EXPECT_EQ(::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0), MAP_FAILED);
  EXPECT_EQ(::fcntl(descriptor, F_ADD_SEALS, F_SEAL_FUTURE_WRITE), -1) << "the seals can be added to";
}

TEST(SealedMemoryFile, CannotBeChangedByItsOwner) {
  const UniqueFd file = sealed_memory_file("test", "abc").value();
  expect_unchangeable(file.get());
  EXPECT_EQ(read_descriptor(file.get(), 100), "abc");
}

TEST(SealedMemoryFile, CannotBeChangedByOneWhoOpensItAgainForWriting) {
  const UniqueFd file = sealed_memory_file("test", "abc").value();
  const std::string path = "/proc/self/fd/" + std::to_string(file.get());
  const UniqueFd again(::open(path.c_str(), O_RDWR | O_CLOEXEC));
  if (again) expect_unchangeable(again.get());
  const UniqueFd emptied(::open(path.c_str(), O_RDWR | O_TRUNC | O_CLOEXEC));
  EXPECT_FALSE(emptied);
  EXPECT_EQ(read_descriptor(file.get(), 100), "abc");
}

TEST(SealedMemoryFile, HasPagesThatMayBeExecuted) {
  // mov eax, 42; ret
  const UniqueFd file = sealed_memory_file("test", std::string("\xb8\x2a\0\0\0\xc3", 6)).value();
  void* code = ::mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE, file.get(), 0);
  ASSERT_NE(code, MAP_FAILED);
  EXPECT_EQ(reinterpret_cast<int (*)()>(code)(), 42);
  ::munmap(code, 4096);
}

TEST(UniqueFd, ClosesWhatItOwnsOnce) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  const UniqueFd reader(ends[0]);
  UniqueFd first(ends[1]);
  UniqueFd second = std::move(first);
  EXPECT_FALSE(first);  // NOLINT: the moved-from state is promised
  EXPECT_EQ(second.get(), ends[1]);
  second.reset();
  EXPECT_EQ(::fcntl(ends[1], F_GETFD), -1);
  char nothing;
  EXPECT_EQ(::read(reader.get(), &nothing, 1), 0) << "the pipe still has a writer";
}

}  // namespace
}  // namespace effk
