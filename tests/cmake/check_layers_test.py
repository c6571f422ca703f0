"""What cmake/check_layers.py refuses, in small trees made for it.

usage: check_layers_test.py CHECK_LAYERS
"""
import pathlib
import subprocess
import sys
import tempfile
import unittest

CHECK = sys.argv.pop(1)

GRAPH = """\
metrics folder=metrics depends= headers=eff_at_k.h internal=
base folder=harness/base depends= headers=error.h internal=
counters folder=harness/counters depends=base headers=instrument.h,drivers/face.h internal=counter_math.h
measure folder=harness/measure depends=counters,base headers=measure.h internal=
"""


class CheckLayers(unittest.TestCase):
    def check(self, files):
        """Runs the check on these files (name: text) and returns (exit status, lines)."""
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for name in ("harness/base/error.h", "harness/counters/instrument.h", "harness/counters/counter_math.h"):
                self.write(root, name, "")
            for name, text in files.items():
                self.write(root, name, text)
            graph = root / "graph.txt"
            graph.write_text(GRAPH)
            done = subprocess.run([sys.executable, CHECK, graph, root], capture_output=True, text=True)
            self.assertEqual(done.stderr, "")
            return done.returncode, done.stdout.splitlines()

    @staticmethod
    def write(root, name, text):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def test_accepts_includes_along_the_arrows(self):
        self.assertEqual(self.check({
            "harness/measure/measure.cc": '#include "harness/measure/watch.h"\n'
                                          '#include "harness/counters/instrument.h"\n'
                                          '#include "harness/counters/drivers/face.h"\n'
                                          '#include <vector>\n#include "fmt/format.h"\n'
                                          '// #include "metrics/eff_at_k.h" would be another matter\n',
            "harness/counters/counter.cc": '#include "harness/counters/counter_math.h"\n',
        }), (0, []))

    def test_refuses_an_include_without_an_arrow(self):
        self.assertEqual(self.check({"metrics/eff_at_k.cc": '#include "harness/base/error.h"\n'}), (
            1, ["metrics/eff_at_k.cc:1: 'metrics' depends on nothing, not on 'base'"]))
        self.assertEqual(self.check({"harness/measure/measure.h": '\n\n  #  include "metrics/eff_at_k.h"\n'}), (
            1, ["harness/measure/measure.h:3: 'measure' depends on 'base', 'counters', not on 'metrics'"]))

    def test_refuses_an_include_against_an_arrow(self):
        self.assertEqual(self.check({"harness/base/error.h": '#include "harness/counters/instrument.h"\n'}), (
            1, ["harness/base/error.h:1: 'base' depends on nothing, not on 'counters'"]))

    def test_refuses_an_internal_header(self):
        self.assertEqual(self.check({
            "harness/measure/measure.cc": "\n" * 8 + '#include "harness/counters/counter_math.h"\n'}), (
            1, ["harness/measure/measure.cc:9: harness/counters/counter_math.h is internal to 'counters'; "
                "public: drivers/face.h, instrument.h"]))

    def test_refuses_a_header_that_nobody_declared(self):
        status, lines = self.check({"harness/counters/forgotten.h": "",
                                    "harness/measure/measure.cc": '#include "harness/counters/forgotten.h"\n'})
        self.assertEqual(status, 1)
        self.assertIn("harness/counters/forgotten.h is internal to 'counters'", lines[0])

    def test_sees_through_relative_paths_and_angle_brackets(self):
        for include in ('"../harness/base/error.h"', "<harness/base/error.h>", '"harness/counters/../base/error.h"'):
            self.assertEqual(self.check({"metrics/eff_at_k.cc": f"#include {include}\n"}),
                             (1, ["metrics/eff_at_k.cc:1: 'metrics' depends on nothing, not on 'base'"]), include)

    def test_tells_every_fault(self):
        status, lines = self.check({"metrics/a.cc": '#include "harness/base/error.h"\n#include "harness/base/error.h"\n',
                                    "metrics/b.h": '#include "harness/counters/instrument.h"\n'})
        self.assertEqual((status, len(lines)), (1, 3))


if __name__ == "__main__":
    unittest.main()
