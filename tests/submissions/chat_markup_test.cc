#include "harness/submissions/chat_markup.h"

#include "tests/submissions/raw_texts.h"

namespace effk::submissions {
namespace {

TEST(Extraction, TakesAwayWhatAChatTemplateLeaves) {
  expect_extraction({
      {"llama 3 header", kPython,
       "<|start_header_id|>assistant<|end_header_id|>\n\nHere:\n```python\ndef solve(x): return "
       "x\n```<|eot_id|>",
       "chat+fence", "def solve(x): return x\n"},
      {"chatml", kPython, "<|im_start|>assistant\ndef solve(x):\n    return x\n<|im_end|>\n", "chat+as_is",
       "def solve(x):\n    return x\n"},
      {"chatml with the question", kPython,
       "<|im_start|>user\n```python\ndef solve(x):\n    return "
       "0\n```<|im_end|>\n<|im_start|>assistant\n```python\ndef "
       "solve(x): return x\n```<|im_end|>",
       "chat+fence", "def solve(x): return x\n"},
      {"a made-up next turn", kPython,
       "def solve(x):\n    return x\n<|eot_id|><|start_header_id|>user<|end_header_id|>\n\ndef solve(x): "
       "return 0\n",
       "chat+as_is", "def solve(x):\n    return x\n"},
      {"sentence end", kCpp, "<s>int solve(int x) { return x; }</s>", "chat+as_is",
       "int solve(int x) { return x; }"},
      {"mistral", kPython, "<s>[INST] Write solve. [/INST] ```python\ndef solve(x): return x\n```</s>",
       "chat+fence", "def solve(x): return x\n"},
      {"llama 2 with a system prompt", kPython,
       "[INST] <<SYS>>\nYou write code.\n<</SYS>>\n\nWrite. [/INST]\ndef solve(x): return x\n</s>",
       "chat+as_is", "def solve(x): return x\n"},
      {"gemma", kPython, "<start_of_turn>model\n```python\ndef solve(x): return x\n```<end_of_turn>\n",
       "chat+fence", "def solve(x): return x\n"},
      {"phi", kPython, "<|assistant|>\n```python\ndef solve(x): return x\n```\n<|end|>", "chat+fence",
       "def solve(x): return x\n"},
      {"harmony", kPython,
       "<|channel|>analysis<|message|>Let me think: def solve(x): return "
       "0<|end|><|start|>assistant<|channel|>final<|message|>"
       "```python\ndef solve(x): return x\n```<|return|>",
       "chat+fence", "def solve(x): return x\n"},
      {"deepseek coder", kPython, "def solve(x): return x\n<|EOT|>", "chat+as_is",
       "def solve(x): return x\n"},
      {"end of text, and more text", kPython,
       "def solve(x): return x\n<|endoftext|>\nQuestion: what is life?\n", "chat+as_is",
       "def solve(x): return x\n"},
  });
}

TEST(Extraction, TakesAwayThinking) {
  expect_extraction({
      {"before", kPython,
       "<think>\nMaybe\n```python\ndef solve(x): return 0\n```\nNo.\n</think>\n\n```python\ndef solve(x): "
       "return x\n```",
       "thinking+fence", "def solve(x): return x\n"},
      {"not opened", kPython,
       "Hmm, ```python\ndef solve(x): return 0\n```\n</think>\n\n```python\ndef solve(x): return x\n```",
       "thinking+fence", "def solve(x): return x\n"},
      {"on the answer's line", kPython, "<think>Easy.</think>```python\ndef solve(x): return x\n```",
       "thinking+fence", "def solve(x): return x\n"},
      {"another word", kPython, "<thinking>\nEasy.\n</thinking>\ndef solve(x): return x\n", "thinking+as_is",
       "def solve(x): return x\n"},
      {"behind a header", kPython,
       "<|im_start|>assistant\n<think>\nEasy.\n</think>\n```python\ndef solve(x): return x\n```<|im_end|>",
       "chat+thinking+fence", "def solve(x): return x\n"},
  });
}

TEST(Extraction, LeavesMarkupInTheProgramsStringsAlone) {
  for (const std::string_view code : {
           "def solve(x):\n    return x.replace('<s>', '').replace('</s>', '')\n",
           "def solve(x):\n    return '<think>' in x or '</think>' in x\n",
           "def solve(x):\n    return ['<|im_start|>', '<|im_end|>', '<|endoftext|>']\n",
           "def solve(x):\n    '''Strikes text:\n    <s>old</s>\n    <b>new</b>\n    '''\n    return x\n",
           "def solve(x):\n    return x.split('[/INST]')\n",
       }) {
    expect_extraction({{"in a string", kPython, code, "as_is", code}});
  }
}

TEST(FirstAnswer, IsTheTextItselfWithoutMarkup) {
  for (const std::string_view text : {"", "x", "    return 1\n", "\n\n  a < b > c\n", "<html></s>text"}) {
    EXPECT_EQ(first_answer(text), text);
    EXPECT_EQ(without_thinking(text), text);
    EXPECT_EQ(without_language_line(text), text);
  }
}

}  // namespace
}  // namespace effk::submissions
