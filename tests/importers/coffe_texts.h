// tests/importers/coffe_texts.h -- problem files in COFFE's shape, of our own.
#pragma once

#include <fstream>
#include <string>

#include "harness/importers/coffe_files.h"

namespace effk::importers {

// Two functions: one with every kind of case right, one under a task id that is a number.
inline CoffeTexts small_functions() {
  return {
      R"j([{"dataset": "openai_humaneval", "task_id": "HumanEval/7", "entry_point": "double_all",
           "final_prompt": "def double_all(numbers, by=2):\n    \"\"\"Each number times by.\"\"\""},
          {"dataset": "mbpp", "task_id": 31, "entry_point": "mean", "final_prompt": "Write mean(numbers)."}])j",
      R"j({"def double_all(numbers, by=2):\n    \"\"\"Each number times by.\"\"\"":
            ["def solution(numbers, by=2):\n    return tuple(by * n for n in numbers)", false],
          "Write mean(numbers).": ["def solution(numbers):\n    return sum(numbers) / len(numbers)", false]})j",
      R"j({"def double_all(numbers, by=2):\n    \"\"\"Each number times by.\"\"\"":
            [{"input": [[1, 2], 3], "output": [[3, 6]]}, {"input": [[], 2], "output": [[]]}],
          "Write mean(numbers).": [{"input": [[1, 2]], "output": [1.5000000001]},
                                   {"input": [[4]], "output": [4]}]})j",
      R"j({"def double_all(numbers, by=2):\n    \"\"\"Each number times by.\"\"\"":
            [{"input": "[list(range(2000)), 2]", "output": null},
             {"input": "[[random.randint(0, 9) for _ in range(1000)], 10**30]", "output": null}],
          "Write mean(numbers).": [{"input": "[[0.5] * 3000]", "output": null}]})j"};
}

// One whole program.
inline CoffeTexts small_programs() {
  return {R"j([{"dataset": "code_contests", "final_prompt": "Read n numbers and print their sum."}])j",
          R"j({"Read n numbers and print their sum.":
                ["input()\nprint(sum(map(int, input().split())))\n", true]})j",
          R"j({"Read n numbers and print their sum.":
                [{"input": ["3\n1 2 3\n"], "output": ["6\n"]}, {"input": ["1\n5\n"], "output": ["5"]}]})j",
          R"j({"Read n numbers and print their sum.":
                ["import random\ndef generate_input():\n    numbers = [random.randint(1, 9) for _ in range(500)]\n    return '500\\n' + ' '.join(map(str, numbers)) + '\\n'\n"]})j"};
}

}  // namespace effk::importers
