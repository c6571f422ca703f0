#include "harness/base/printable_text.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <optional>
#include <vector>

#include "harness/base/system_program.h"
#include "harness/base/temporary_folder.h"

namespace effk {
namespace {

constexpr std::size_t kMany = 1000;

TEST(PrintableLine, KeepsWhatCanBePrinted) {
  for (const char* text :
       {"", "plain", "a ~ b?", "\u00e4\u00f6\u00fc", "\u20ac 5", "\U0001f600", "\u4e2d\u6587"})
    EXPECT_EQ(printable_line(text, kMany), text);
}

TEST(PrintableLine, MakesOneLineOfMany) {
  EXPECT_EQ(printable_line("a\n\tb\n", kMany), "a  b ");
  EXPECT_EQ(printable_line("a\r\nb\u2028c\u2029d", kMany), "a? b?c?d");
}

TEST(PrintableLines, KeepsTheEndsOfLines) {
  EXPECT_EQ(printable_lines("a\n\tb\x1b[2J\n", kMany), "a\n b?[2J\n");
}

TEST(PrintableLine, ReplacesWhatSteersATerminal) {
  EXPECT_EQ(printable_line("\x1b[31m \a \x7f \b", kMany), "?[31m ? ? ?");
  EXPECT_EQ(printable_line(std::string_view("a\0b", 3), kMany), "a?b");
  EXPECT_EQ(printable_line("\u009b31m \u0085", kMany), "?31m ?");  // CSI and NEL in one character
  EXPECT_EQ(printable_line("\u202eevil\u2066", kMany), "?evil?");  // the other way round
  EXPECT_EQ(printable_line("\u00a0\u2027\u202f\u2065\u206a", kMany), "\u00a0\u2027\u202f\u2065\u206a");
}

TEST(PrintableLine, CutsBetweenCharacters) {
  for (std::size_t limit = 0; limit <= 9; ++limit) {
    const std::string cut = printable_line("\u20ac\u20ac\u20ac", limit);
    EXPECT_EQ(cut.size(), limit / 3 * 3);
  }
}

// Every lead byte with every mix of continuation bytes at the borders of the rules.
std::vector<std::string> sequences() {
  const std::string borders = "\x41\x7f\x80\x8f\x90\x9f\xa0\xbf\xc0";
  std::vector<std::string> all;
  for (int lead = 0xc0; lead <= 0xff; ++lead) {
    const std::string one(1, static_cast<char>(lead));
    for (const char second : borders) {
      all.push_back(one + second);
      for (const char third : borders) {
        all.push_back(one + second + third);
        for (const char fourth : borders) all.push_back(one + second + third + fourth);
      }
    }
  }
  return all;
}

// For each line of hexadecimal digits, what the text is with '?' for each byte that is not of UTF-8.
constexpr const char* kOracle = R"(
import sys
def clean(b):
    out = []
    while b:
        for n in (1, 2, 3, 4):
            try:
                c = b[:n].decode('utf-8')
            except UnicodeDecodeError:
                continue
            if len(c) == 1 and len(c.encode()) == n:
                out.append('?' if ord(c) < 32 or 127 <= ord(c) < 160 or 0x2028 <= ord(c) <= 0x202e
                           or 0x2066 <= ord(c) <= 0x2069 else c)
                b = b[n:]
                break
        else:
            out.append('?')
            b = b[1:]
    return ''.join(out)
for line in open(sys.argv[1]):
    print(clean(bytes.fromhex(line)).encode().hex())
)";

std::string hex_of(const std::string& bytes) {
  std::string digits;
  for (const char byte : bytes) {
    char two[3];
    std::snprintf(two, sizeof two, "%02x", static_cast<unsigned char>(byte));
    digits += two;
  }
  return digits;
}

TEST(PrintableLine, AgreesWithTheDecoderOfPythonOnEveryBorderOfUtf8) {
  const auto python = system_program("python3");
  if (!python) GTEST_SKIP() << "there is no python3 to compare with";
  const auto folder = TemporaryFolder::beneath(std::filesystem::temp_directory_path()).value();
  const std::vector<std::string> all = sequences();
  {
    std::ofstream script(folder.path() / "oracle.py");
    script << kOracle;
    std::ofstream input(folder.path() / "input");
    for (const std::string& one : all) input << hex_of(one) << '\n';
  }
  const std::string command = python->string() + " -I " + (folder.path() / "oracle.py").string() + " " +
                              (folder.path() / "input").string() + " > " +
                              (folder.path() / "output").string();
  ASSERT_EQ(std::system(command.c_str()), 0);
  std::ifstream output(folder.path() / "output");
  std::size_t compared = 0;
  for (std::string line; std::getline(output, line); ++compared) {
    ASSERT_EQ(hex_of(printable_line(all[compared], kMany)), line) << hex_of(all[compared]);
  }
  EXPECT_EQ(compared, all.size());
}

}  // namespace
}  // namespace effk
