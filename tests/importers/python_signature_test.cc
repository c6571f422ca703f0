#include "harness/importers/python_signature.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace effk::importers {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> names_of(const char* source) {
  const auto names = parameters_of(source, "f");
  EXPECT_TRUE(names) << source;
  return names.value_or(std::vector<std::string>{"none"});
}

TEST(ParametersOf, AreTheNamesWithoutAnnotationsAndDefaults) {
  EXPECT_THAT(names_of("def f(a, b: int, c: Dict[str, List[int]] = {'x': (1, 2)}, d=')') -> int:\n"),
              ElementsAre("a", "b", "c", "d"));
  EXPECT_THAT(names_of("def f(\n    a: Tuple[int, int],\n    b,\n):\n"), ElementsAre("a", "b"));
  EXPECT_THAT(names_of("def f(a, /, b, *, c, **rest): pass"), ElementsAre("a", "b", "c", "rest"));
  EXPECT_THAT(names_of("def f(): pass"), IsEmpty());
  EXPECT_THAT(names_of("def f( ) : pass"), IsEmpty());
}

TEST(ParametersOf, AreThoseOfTheLastDefinitionAtTheStartOfALine) {
  EXPECT_THAT(names_of("def f(a):\n    def f(b): pass\ndef fg(c): pass\n# def f(d)\n"), ElementsAre("a"));
  EXPECT_THAT(names_of("def f(a): pass\ndef f(b): pass\n"), ElementsAre("b"));
}

TEST(ParametersOf, AreNoneWithoutAReadableDefinition) {
  for (const char* source : {"", "def g(a):\n", "x = f(a)\n", "def f(a", "def f(a, (b, c)):\n",
                             "def f(a b):\n", "def f(a,, b):\n", "def f('", "def f"})
    EXPECT_EQ(parameters_of(source, "f"), std::nullopt) << source;
}

}  // namespace
}  // namespace effk::importers
