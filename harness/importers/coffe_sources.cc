#include "harness/importers/coffe_sources.h"

#include <fmt/format.h>

#include <string_view>

#include "harness/importers/exact_json.h"
#include "harness/importers/python_signature.h"

namespace effk::importers {
namespace {

constexpr std::string_view kFunctionCode = R"py(

def generate(case):
    if case.level == 0:
        return tuple(TESTS[case.number][0])
    random.seed(SEED)
    arguments = eval(STRESS[case.number], {"math": math, "random": random, "string": string})
    if not isinstance(arguments, list):
        raise TypeError(f"the expression is no list of arguments, but {type(arguments).__name__}")
    return tuple(arguments)


def same_number(wanted, found):
    if wanted == found or (wanted != wanted and found != found):
        return True
    try:
        return math.isclose(wanted, found, rel_tol=TOLERANCE, abs_tol=TOLERANCE)
    except OverflowError:
        return False


# Not recursive: results may be nested as deep as the interpreter allows, and deeper than a function may recurse.
def difference(wanted, found):
    pairs = [(wanted, found)]
    while pairs:
        wanted, found = pairs.pop()
        if isinstance(wanted, (list, tuple)) and isinstance(found, (list, tuple)):
            if len(wanted) != len(found):
                return f"expected {len(wanted)} items, found {len(found)}"
            pairs.extend(zip(wanted, found))
        elif isinstance(wanted, dict) and isinstance(found, dict):
            if wanted.keys() != found.keys():
                return "the keys of a dict differ"
            pairs.extend((wanted[key], found[key]) for key in wanted)
        elif isinstance(wanted, (int, float)) and isinstance(found, (int, float)):
            if not same_number(wanted, found):
                return f"expected {shown(wanted)}, found {shown(found)}"
        elif type(wanted) is not type(found) or wanted != found:
            return f"expected {shown(wanted)}, found {shown(found)}"
    return None


def shown(value):
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


def check(*arguments, expected, found):
    given = list(arguments)
    for tested, output in TESTS:
        # 3 and 3.0 are equal, and a problem may ask which of them it is.
        if tested == given and repr(tested) == repr(given):
            expected = output
            break
    objection = difference(expected, found)
    assert objection is None, objection
)py";

constexpr std::string_view kProgramCode = R"py(

def generate(case):
    if case.level == 0:
        return (TESTS[case.number][0],)
    random.seed(SEED)
    names = {"__name__": "generator"}
    exec(STRESS[case.number], names)
    text = names["generate_input"]()
    if not isinstance(text, str):
        raise TypeError(f"generate_input() returned no text, but {type(text).__name__}")
    return (text,)


def same_word(wanted, found):
    if wanted == found:
        return True
    try:
        return math.isclose(float(wanted), float(found), rel_tol=TOLERANCE, abs_tol=TOLERANCE)
    except ValueError:
        return False


def check(text, *, expected, found):
    for tested, output in TESTS:
        if tested == text:
            expected = output
            break
    wanted = expected.split()
    words = found.split()
    assert len(wanted) == len(words), f"expected {len(wanted)} words, found {len(words)}"
    for number, (one, other) in enumerate(zip(wanted, words), 1):
        assert same_word(one, other), f"word {number}: expected {one[:60]}, found {other[:60]}"
)py";

}  // namespace

std::string coffe_generator(const CoffeProblem& problem, CoffeFiles::Level level) {
  const bool is_file_level = level == CoffeFiles::Level::file;
  std::string text = fmt::format(
      "# Cases of {}, imported from COFFE: its correctness tests are level 0, its stress inputs level 1.\n"
      "import math\nimport random\nimport string\nimport sys\n\n"
      "# COFFE draws random inputs from this seed.\nSEED = 1024\n"
      "# How far apart two floats may be, absolutely or relatively.\nTOLERANCE = 1e-6\n\n"
      "sys.set_int_max_str_digits(0)\n\n",
      problem.id);
  text += is_file_level ? "# (standard input, the output that COFFE gives for it)\n"
                        : "# (arguments, the output that COFFE gives for them)\n";
  text += "TESTS = [\n";
  for (const CoffeTest& test : problem.tests)
    text += fmt::format("    ({}, {}),\n", test.arguments, test.output);
  text += "]\n\n";
  text +=
      is_file_level ? "# Sources that define generate_input().\n" : "# Expressions of lists of arguments.\n";
  text += "STRESS = [\n";
  for (const CoffeStress& stress : problem.stress)
    text += fmt::format("    {},\n", python_literal(stress.source));
  text += "]\n";
  return text.append(is_file_level ? kProgramCode : kFunctionCode);
}

std::string coffe_reference(const CoffeProblem& problem, CoffeFiles::Level level) {
  std::string source = problem.solution;
  if (!source.empty() && source.back() != '\n') source += '\n';
  if (level == CoffeFiles::Level::file || problem.entry_point == "solution" ||
      parameters_of(source, problem.entry_point))
    return source;
  // COFFE renames the function of its best solutions; samples have the name that the prompt asks for.
  return source +=
         fmt::format("\n\n# The name that the problem asks for.\n{} = solution\n", problem.entry_point);
}

}  // namespace effk::importers
