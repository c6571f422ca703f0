// Arguments and results: Python objects against bytes written by hand.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

#include "tests/toolchain/driver_process.h"
#include "tests/toolchain/value_form.h"

namespace effk::toolchain {
namespace {

using namespace form;

struct Pair {
  std::string python;  // repr() of the value
  std::string bytes;
};

std::vector<Pair> examples() {
  const double infinity = std::numeric_limits<double>::infinity();
  const std::string zeros8(8, '\0'), ones8(8, '\xff');
  return {
      {"None", none()},
      {"True", boolean(true)},
      {"False", boolean(false)},
      {"0", integer(0)},
      {"-1", integer(-1)},
      {"1000000007", integer(1000000007)},
      {"9223372036854775807", integer(std::numeric_limits<std::int64_t>::max())},
      {"-9223372036854775808", integer(std::numeric_limits<std::int64_t>::min())},
      {"9223372036854775808", big(std::string(7, '\0') + "\x80" + std::string(1, '\0'))},
      {"-9223372036854775809", big(std::string(7, '\xff') + "\x7f\xff")},
      {"18446744073709551615", big(ones8 + std::string(1, '\0'))},
      {"18446744073709551616", big(zeros8 + "\x01")},
      {"-18446744073709551616", big(zeros8 + "\xff")},
      {"-604462909807314587353088", big(std::string(9, '\0') + "\x80")},  // -2**79: ten bytes do
      {"604462909807314587353088", big(std::string(9, '\0') + "\x80" + std::string(1, '\0'))},
      {"0.1", real(0.1)},
      {"-0.0", real(-0.0)},
      {"inf", real(infinity)},
      {"-inf", real(-infinity)},
      {"5e-324", real(5e-324)},
      {"nan", nan()},
      {"''", text("")},
      {"'ascii'", text("ascii")},
      {"'é'", text("\xc3\xa9")},
      {"'日本'", text("\xe6\x97\xa5\xe6\x9c\xac")},
      {"'a😀'", text("a\xf0\x9f\x98\x80")},
      {"'\\ud800'", text("\xed\xa0\x80")},
      {"'\\x00'", text(std::string(1, '\0'))},
      {"b''", raw("")},
      {"b'\\x00\\xff'", raw(std::string("\0\xff", 2))},
      {"[]", list({})},
      {"[1, [2.0, None]]", list({integer(1), list({real(2), none()})})},
      {"()", tuple({})},
      {"(1,)", tuple({integer(1)})},
      {"set()", set({})},
      {"{3}", set({integer(3)})},
      {"{}", dict({})},
      {"{'b': 1, 'a': [2]}", dict({{text("b"), integer(1)}, {text("a"), list({integer(2)})}})},
      {"{(1, 'x'): True}", dict({{tuple({integer(1), text("x")}), boolean(true)}})},
  };
}

class PythonValues : public ::testing::Test {
 protected:
  TestOutcome run(const std::string& source, const std::string& arguments = form::tuple({})) {
    TestJob job;
    job.source = source;
    job.arguments = arguments;
    return driver_.run(job);
  }
  std::string value_of(const std::string& source, const std::string& arguments = form::tuple({})) {
    const TestOutcome outcome = run(source, arguments);
    EXPECT_EQ(outcome.kind(), EFFK_RESULT_VALUE) << outcome.payload();
    return outcome.payload();
  }

  PythonDriverProcess driver_;
};

TEST_F(PythonValues, AreTheObjectsThatTheirTextInPythonMeans) {
  for (const auto& example : examples())
    EXPECT_EQ(value_of("def f(x): return repr(x)", tuple({example.bytes})), text(example.python));
}

TEST_F(PythonValues, AreWrittenAsTheFormDemands) {
  for (const auto& example : examples())
    EXPECT_EQ(value_of("inf = float('inf')\nnan = float('nan')\ndef f(): return " + example.python),
              example.bytes)
        << example.python;
}

TEST_F(PythonValues, HaveOneNan) {
  EXPECT_EQ(
      value_of("import struct\ndef f(): return struct.unpack('<d', b'\\x01\\0\\0\\0\\0\\0\\xf8\\xff')[0]"),
      nan());
}

TEST_F(PythonValues, OrderSetsByTheirBytesWithoutRepetition) {
  EXPECT_EQ(value_of("def f(): return {256, 1, -1, 'b', 'a', None, (2,)}"),
            set({none(), integer(256), integer(1), integer(-1), text("a"), text("b"), tuple({integer(2)})}));
  EXPECT_EQ(value_of("def f(): return {float('nan'), float('nan'), frozenset([2, frozenset()])}"),
            set({nan(), set({integer(2), set({})})}));
}

TEST_F(PythonValues, InsideASetOrAKeyAreFrozen) {
  const std::string argument = set({set({integer(1)})});
  EXPECT_EQ(value_of("def f(x): return [type(x).__name__, type(next(iter(x))).__name__]", tuple({argument})),
            list({text("set"), text("frozenset")}));
  EXPECT_EQ(value_of("def f(x): return x", tuple({argument})), argument);
  EXPECT_EQ(value_of("def f(x): return type(next(iter(x))[0]).__name__",
                     tuple({dict({{tuple({set({})}), none()}})})),
            text("frozenset"));
}

// A value of random shape; `hashable` ones may be members of sets and keys.
std::string random_value(std::mt19937& random, int depth, bool hashable) {
  const auto below = [&](unsigned int n) { return random() % n; };
  switch (below(depth > 0 ? 11 : 7)) {
    case 0:
      return none();
    case 1:
      return boolean(below(2) == 1);
    case 2:
      return integer(static_cast<std::int64_t>(random()) << below(30));
    case 3:
      return big(std::string(8 + below(20), static_cast<char>(random())) + "\x11");
    case 4:
      return real(std::ldexp(static_cast<double>(random()), static_cast<int>(below(200)) - 100) + 0.1);
    case 5:
      return text(std::string(below(5), 'x') + "\xc3\xa9" + std::string(below(3), 'y'));
    case 6:
      return raw(std::string(below(5), static_cast<char>(random())));
    case 7:
      if (hashable) return none();
      return list({random_value(random, depth - 1, false), random_value(random, depth - 1, false)});
    case 8:
      return tuple({random_value(random, depth - 1, hashable), random_value(random, depth - 1, hashable)});
    case 9: {
      std::string a = random_value(random, depth - 1, true), b = random_value(random, depth - 1, true);
      if (a > b) std::swap(a, b);
      // 1, 1.0 and True are one to Python: only text is sure to differ from all else.
      if (a == b || b[0] != 6) return set({a});
      return set({a, b});
    }
    default:
      if (hashable) return integer(5);
      return dict({{text("k"), random_value(random, depth - 1, false)},
                   {tuple({random_value(random, depth - 1, true)}), random_value(random, depth - 1, false)}});
  }
}

TEST_F(PythonValues, OfAnyShapeComeBackAsTheyWere) {
  std::mt19937 random(1);
  std::vector<std::string> values;
  for (int i = 0; i < 5000; ++i) values.push_back(random_value(random, 6, false));
  EXPECT_EQ(value_of("def f(*x): return list(x)", tuple(values)), list(values));
}

TEST_F(PythonValues, MayBeAThousandDeepAndNoMore) {
  const std::string nest = "def f(n):\n  x = 7\n  for _ in range(n): x = [x]\n  return x";
  std::string deep = integer(7);
  for (int i = 0; i < 1000; ++i) deep = list({deep});
  EXPECT_EQ(value_of(nest, tuple({integer(1000)})), deep);
  EXPECT_EQ(run(nest, tuple({integer(1001)})).kind(), EFFK_RESULT_BAD_TYPE);
}

TEST_F(PythonValues, OfSubclassesAreTheirBaseValuesAndRunNoCodeOfTheSample) {
  const std::string preamble =
      "import os\n"
      "def evil(*a, **k): os._exit(9)\n"
      "names = '__eq__ __iter__ __index__ __int__ __float__ __len__ __getitem__ __str__ __repr__ __bytes__ "
      "keys '\\\n"
      "        'items __next__ __contains__ __lt__ __getattribute__ __del__ __bool__ __reduce__ encode "
      "__sub__'\n"
      "def arm(value, hash=0):\n"
      "  for c in type(value).__mro__:\n"
      "    if c.__module__ == 'solution':\n"
      "      for n in names.split(): setattr(c, n, evil)\n"
      "  return value\n"
      "class I(int): __hash__ = int.__hash__\nclass F(float): pass\nclass S(str): pass\nclass B(bytes): "
      "pass\n"
      "class L(list): pass\nclass T(tuple): pass\nclass D(dict): pass\nclass X(set): pass\nclass "
      "Z(frozenset): pass\n";
  const std::vector<Pair> cases = {
      {"I(5)", integer(5)},
      {"I(1 << 70)", big(std::string(8, '\0') + "\x40")},
      {"F(2.5)", real(2.5)},
      {"S('é')", text("é")},
      {"B(b'x')", raw("x")},
      {"L([1, 2])", list({integer(1), integer(2)})},
      {"T([1, 2])", tuple({integer(1), integer(2)})},
      {"D(a=1)", dict({{text("a"), integer(1)}})},
      {"X([1])", set({integer(1)})},
      {"Z([1])", set({integer(1)})},
  };
  for (const auto& [python, bytes] : cases)
    EXPECT_EQ(value_of(preamble + "def f(): return arm(" + python + ")"), bytes) << python;
}

TEST_F(PythonValues, OfTheStandardLibrarysSubclassesAreTheirBaseValues) {
  EXPECT_EQ(
      value_of("from collections import Counter, defaultdict, OrderedDict, namedtuple\n"
               "from enum import IntEnum\nE = IntEnum('E', 'A B')\nP = namedtuple('P', 'x y')\n"
               "def f(): return [Counter('aa'), defaultdict(int, a=1), OrderedDict(a=1), P(1, 2), E.B]"),
      list({dict({{text("a"), integer(2)}}), dict({{text("a"), integer(1)}}), dict({{text("a"), integer(1)}}),
            tuple({integer(1), integer(2)}), integer(2)}));
}

TEST_F(PythonValues, DoNotBelieveAClassThatCallsItselfNumpy) {
  EXPECT_EQ(run("X = type('numpy.int64', (), {'__module__': 'numpy'})\ndef f(): return X()").kind(),
            EFFK_RESULT_BAD_TYPE);
}

TEST_F(PythonValues, DoNotAskTheRegistryOfCodecErrors) {
  EXPECT_EQ(value_of("import codecs, os\n"
                     "def f():\n"
                     "  for n in ['surrogatepass', 'strict', 'surrogateescape']:\n"
                     "    codecs.register_error(n, lambda e: os._exit(9))\n"
                     "  return '\\udfff'"),
            text("\xed\xbf\xbf"));
}

TEST_F(PythonValues, WhoseEncodingIsEndlessAreTooMuchOutput) {
  const TestOutcome outcome = run("def f():\n  x = 0\n  for _ in range(100): x = [x, x, x, x]\n  return x");
  EXPECT_FALSE(outcome.kind());
  EXPECT_GT(outcome.result_file.size(), EFFK_RESULT_LIMIT);
}

}  // namespace
}  // namespace effk::toolchain
