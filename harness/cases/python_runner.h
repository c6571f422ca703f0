// harness/cases/python_runner.h -- the program that runs generators, contracts and checkers written in
// Python. Internal to the module.
//
// Theory of operation: it is started as `python3 ... -c TEXT MODULE NAME COMMAND`, where MODULE is the shared
// object with the codec of values and NAME what messages call the generator. It reads parts (a length in 8
// bytes, little-endian, and so many bytes): first the generator's source, then the questions. It answers on
// what was its standard output with one byte and a part for each answer, as soon as it has it:
//
//   make      a question is the text "LEVEL SIZE NUMBER SEED RUN_SEED"; the answer v (the arguments)
//   contract  the same; two answers, v and then o (holds) or c (the broken clause)
//   valid     a question is the arguments; the answer o or c
//   check     a question is three parts: arguments, expected, found; the answer o or c
//
// x (what happened) instead of an answer is a fault of the generator, and the end of the conversation. What
// the generator itself prints goes to standard error.
#pragma once

namespace effk::cases {

inline constexpr char kPythonRunner[] = R"python(
import sys


def load_codec(path):
    import _imp
    from importlib.machinery import ExtensionFileLoader, ModuleSpec
    return _imp.create_dynamic(ModuleSpec('_effk_values', ExtensionFileLoader('_effk_values', path), origin=path))


class Runner:
    def __init__(self, name, codec):
        import os
        self.name = name
        self.codec = codec
        self.questions = open(os.dup(0), 'rb')
        self.answers = open(os.dup(1), 'wb')
        os.dup2(2, 1)
        nothing = os.open('/dev/null', os.O_RDONLY)
        os.dup2(nothing, 0)
        self.source = self.read_part()
        self.module = None

    def read_part(self):
        size = self.questions.read(8)
        if not size:
            return None
        return self.questions.read(int.from_bytes(size, 'little'))

    def answer(self, kind, part=b''):
        if isinstance(part, str):
            part = part[:4000].encode('utf-8', 'replace')
        self.answers.write(kind + len(part).to_bytes(8, 'little') + part)
        self.answers.flush()

    # The exception in one line, with the deepest line of the generator's file on the way to it.
    def describe(self, error):
        line = getattr(error, 'lineno', 0) if isinstance(error, SyntaxError) else 0
        entry = error.__traceback__
        while entry is not None:
            if entry.tb_frame.f_code.co_filename == self.name:
                line = entry.tb_lineno
            entry = entry.tb_next
        message = error.msg if isinstance(error, SyntaxError) else self.message(error)
        text = type(error).__name__ + (': ' + message if message else '')
        return text + (' (line %d)' % line if line else '')

    @staticmethod
    def message(error):
        try:
            return str(error)
        except BaseException:
            return ''

    # A broken clause: the words of an assertion; without any its line; else the whole exception.
    def clause(self, error):
        if not isinstance(error, AssertionError):
            return self.describe(error)
        message = self.message(error)
        if message:
            return message
        entry, line = error.__traceback__, 0
        while entry is not None:
            if entry.tb_frame.f_code.co_filename == self.name:
                line = entry.tb_lineno
            entry = entry.tb_next
        lines = self.source.decode('utf-8', 'replace').splitlines()
        return lines[line - 1].strip() if 0 < line <= len(lines) else 'an assertion does not hold'

    def load(self):
        import types
        self.module = types.ModuleType('generator')
        self.module.__file__ = self.name
        sys.modules['generator'] = self.module
        exec(compile(self.source, self.name, 'exec', dont_inherit=True), self.module.__dict__)

    def function(self, name, signature):
        found = getattr(self.module, name, None)
        if not callable(found):
            raise LookupError('it defines no %s(%s)' % (name, signature))
        return found

    def make(self, question):
        import random
        import types
        names = ('level', 'size', 'number', 'seed', 'run_seed')
        case = types.SimpleNamespace(**dict(zip(names, map(int, question.split()))))
        random.seed(case.seed)
        arguments = self.function('generate', 'case')(case)
        if not isinstance(arguments, tuple):
            raise TypeError('generate() returned %s, wanted a tuple of the arguments' % type(arguments).__name__)
        bytes_ = self.codec.encode(arguments)
        self.answer(b'v', bytes_)
        return bytes_

    def valid(self, arguments):
        contract = getattr(self.module, 'valid', None)
        if contract is None:
            return self.answer(b'o')
        values = self.codec.decode(arguments)
        try:
            verdict = contract(*values)
            if verdict is not None and not verdict:
                return self.answer(b'c', 'valid() returned %r' % (verdict,))
        except BaseException as error:
            return self.answer(b'c', self.clause(error))
        self.answer(b'o')

    # Values that a sample made may make a checker stumble: that they do is an objection.
    def check(self, arguments):
        checker = self.function('check', '*arguments, expected, found')
        parts = (arguments, self.read_part(), self.read_part())
        try:
            values, expected, found = map(self.codec.decode, parts)
            verdict = checker(*values, expected=expected, found=found)
            if verdict is not None and not verdict:
                return self.answer(b'c')
        except BaseException as error:
            return self.answer(b'c', self.clause(error))
        self.answer(b'o')

    def serve(self, command):
        try:
            self.load()
            while (question := self.read_part()) is not None:
                if command == 'make':
                    self.make(question)
                elif command == 'contract':
                    self.valid(self.make(question))
                elif command == 'valid':
                    self.valid(question)
                else:
                    self.check(question)
        except LookupError as error:
            self.answer(b'x', self.message(error) if type(error) is LookupError else self.describe(error))
        except BaseException as error:
            self.answer(b'x', self.describe(error))


path, name, command = sys.argv[1:4]
sys.argv = ['generator']
# Values may have more digits than int() and str() like, and be nested 1000 deep.
sys.set_int_max_str_digits(0)
sys.setrecursionlimit(20000)
runner = Runner(name, load_codec(path))
del path, name
runner.serve(command)
import os
os._exit(0)
)python";

}  // namespace effk::cases
