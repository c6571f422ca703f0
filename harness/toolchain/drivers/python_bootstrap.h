// harness/toolchain/drivers/python_bootstrap.h -- how the Python driver is started: the command line after
// the interpreter's path is kPythonFlags, kPythonBootstrap, then the names of modules to preload beyond the
// list.
//
// The caller provides: descriptor 3 the control socket, descriptor 4 the driver's shared object opened for
// reading, descriptor 0 /dev/null, working directory /, and an environment of nothing but PYTHONHASHSEED=0,
// LC_ALL=C.UTF-8 and what fixes glibc. Not -I: it would make the interpreter ignore PYTHONHASHSEED.
//
// The interpreter's finder lists every folder that it looks into, and keeps the names: whatever a machine's
// packages put beside the standard library would lie in memory, and in counts. So the text below makes it ask
// for names instead. One package is found before that, `encodings`: descriptor 5 is a folder that holds
// nothing else (a link), and PYTHONPATH names it. Without them the driver runs too, and counts depend on
// those names. The text is part of what is measured: a change moves heap addresses and with them counts a
// little.
#pragma once

#include <array>

namespace effk::toolchain {

inline constexpr std::array<const char*, 7> kPythonFlags = {"-s", "-P", "-S", "-B", "-X", "utf8", "-c"};

inline constexpr char kPythonBootstrap[] = R"python(
import sys

# Not for samples: ctypes runs machine code from data; _ssl and _hashlib bring OpenSSL, whose code paths depend
# on the processor (hashlib has its own implementations of all it guarantees).
BARRED = ('_ctypes', 'ctypes', '_hashlib', '_ssl', 'ssl')

WARM = '''
__future__ _bisect _collections_abc _compat_pickle _compression _csv _datetime _decimal _heapq _json _operator
_pickle _queue _random _statistics _strptime _struct _threading_local _weakrefset _zoneinfo
abc argparse array ast asyncio atexit audioop base64 bdb binascii bisect builtins bz2 calendar cmath cmd code
codecs collections collections.abc colorsys concurrent.futures concurrent.futures.thread configparser contextlib
contextvars copy copyreg csv dataclasses datetime decimal difflib dis doctest encodings.ascii encodings.idna
encodings.latin_1 encodings.punycode encodings.utf_16 encodings.utf_16_le encodings.utf_32 encodings.utf_8_sig
enum errno faulthandler fnmatch fractions functools gc genericpath getopt gettext glob graphlib gzip hashlib
heapq hmac html inspect io ipaddress itertools json json.decoder json.encoder keyword linecache locale logging
lzma marshal math mmap numbers opcode operator optparse os pathlib pdb pickle pickletools platform pprint
profile pstats queue quopri random re reprlib resource sched secrets select selectors shlex shutil signal socket
sre_compile statistics string stringprep struct subprocess symtable sys tempfile textwrap threading time timeit
token tokenize traceback tracemalloc types typing unicodedata unittest unittest.mock urllib.parse uuid warnings
weakref xml.etree.ElementTree zipfile zlib zoneinfo
'''.split()


def ask_for_names(start):
    import encodings, posix

    class Names:
        def __init__(self, folder):
            self.folder = folder

        def __contains__(self, name):
            try:
                posix.stat(self.folder + '/' + name)
            except OSError:
                return False
            return True

    # Not by way of importlib, which is a package like any other and would be looked for.
    finder = sys.modules['_frozen_importlib_external'].FileFinder
    finder._fill_cache = lambda self: setattr(self, '_path_cache', Names(self.path))
    if start in sys.path:
        sys.path.remove(start)
        posix.close(int(start.rpartition('/')[2]))
        posix.environ.pop(b'PYTHONPATH', None)
        posix.unsetenv('PYTHONPATH')
    sys.path_importer_cache.clear()
    folder = sys.prefix + '/lib/python%d.%d/encodings' % sys.version_info[:2]
    encodings.__path__[:] = [folder]
    encodings.__spec__.submodule_search_locations[:] = [folder]


def preload(names):
    import os
    for name in ('OMP', 'OPENBLAS', 'MKL', 'BLIS', 'NUMEXPR'):
        os.environ[name + '_NUM_THREADS'] = '1'
    os.environ['OPENBLAS_CORETYPE'] = 'Haswell'
    os.environ['NPY_DISABLE_CPU_FEATURES'] = (
        'AVX512F AVX512CD AVX512_KNL AVX512_KNM AVX512_SKX AVX512_CLX AVX512_CNL AVX512_ICL AVX512_SPR')
    standard = list(sys.path)
    version = 'python%d.%d' % sys.version_info[:2]
    sys.path += [sys.prefix + '/local/lib/' + version + '/dist-packages', sys.prefix + '/lib/python3/dist-packages',
                 sys.prefix + '/lib/' + version + '/site-packages']
    for name in names:
        __import__(name)
    sys.path[:] = standard
    if 'numpy' in names:
        sys.modules['numpy'].random.seed(0)


def warm_up():
    extras = sys.argv[1:]
    sys.argv = ['solution']
    sys.orig_argv = ['python3', 'solution.py']
    sys.path = [folder for folder in sys.path if not folder.endswith('.zip')]
    ask_for_names('/proc/self/fd/5')
    for name in BARRED:
        sys.modules[name] = None
    import warnings
    warnings.simplefilter('ignore')
    from importlib.machinery import ExtensionFileLoader, ModuleSpec
    import _imp
    # Loaded by descriptor: the path of an installation would lie in memory, and its length in counts.
    loader = ExtensionFileLoader('_effk', '/proc/self/fd/4')
    driver = _imp.create_dynamic(ModuleSpec('_effk', loader, origin=loader.path))
    for name in WARM:
        __import__(name)
    if extras:
        preload(extras)
    # What is not loaded by now needs no shared object: those cannot be mapped after mark 0.
    sys.path = [folder for folder in sys.path if not folder.endswith('/lib-dynload')]
    sys.path_importer_cache.clear()
    # As site.py would, without the rest of it.
    import builtins, _sitebuiltins
    builtins.exit = _sitebuiltins.Quitter('exit', 'Ctrl-D')
    builtins.quit = _sitebuiltins.Quitter('quit', 'Ctrl-D')
    # What differs from start to start.
    import logging, random
    logging._startTime = 0.0
    random.seed(0)
    sys.modules.pop('_effk', None)
    return driver.serve, 'CPython ' + sys.version.replace('\n', ' ')


serve, version = warm_up()
import gc
del BARRED, WARM, ask_for_names, preload, warm_up, sys
gc.collect()
gc.freeze()
serve(version)
)python";

}  // namespace effk::toolchain
