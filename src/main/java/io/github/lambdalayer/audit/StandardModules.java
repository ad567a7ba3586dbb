package io.github.lambdalayer.audit;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The modules that come with Python 3.6 to 3.14, as {@code sys.stdlib_module_names} has them, without private ones. */
final class StandardModules {

    private static final Set<String> ALWAYS = Set.of("""
            abc antigravity argparse array ast asyncio atexit base64 bdb binascii bisect builtins bz2 cProfile
            calendar cmath cmd code codecs codeop collections colorsys compileall concurrent configparser
            contextlib copy copyreg csv ctypes curses datetime dbm decimal difflib dis
            doctest email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch fractions
            ftplib functools gc genericpath getopt getpass gettext glob grp gzip hashlib heapq hmac html http
            idlelib imaplib importlib inspect io ipaddress itertools json keyword linecache locale logging lzma
            mailbox marshal math mimetypes mmap modulefinder msvcrt multiprocessing netrc nt ntpath nturl2path
            numbers opcode operator optparse os pathlib pdb pickle pickletools pkgutil platform plistlib poplib
            posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue
            quopri random re readline reprlib resource rlcompleter runpy sched secrets select selectors shelve
            shlex shutil signal site smtplib socket socketserver sqlite3 sre_compile sre_constants sre_parse ssl
            stat statistics string stringprep struct subprocess symtable sys sysconfig syslog tabnanny tarfile
            tempfile termios textwrap this threading time timeit tkinter token tokenize trace traceback
            tracemalloc tty turtle turtledemo types typing unicodedata unittest urllib uuid venv warnings wave
            weakref webbrowser winreg winsound wsgiref xml xmlrpc zipapp zipfile zipimport zlib""".strip().split("\\s+"));

    /** Module → the minor version that first has it. */
    private static final Map<String, Integer> SINCE = Map.of(
            "contextvars",
            7,
            "dataclasses",
            7,
            "graphlib",
            9,
            "zoneinfo",
            9,
            "tomllib",
            11,
            "annotationlib",
            14,
            "compression",
            14);

    /** Minor version → modules that it no longer has (PEP 594, PEP 632). */
    private static final Map<Integer, Set<String>> UNTIL = Map.of(
            8, Set.of("macpath"),
            9, Set.of("dummy_threading"),
            10, Set.of("formatter", "parser", "symbol"),
            11, Set.of("binhex"),
            12, Set.of("asynchat", "asyncore", "distutils", "imp", "smtpd"),
            13,
                    Set.of(
                            "aifc",
                            "audioop",
                            "cgi",
                            "cgitb",
                            "chunk",
                            "crypt",
                            "imghdr",
                            "lib2to3",
                            "mailcap",
                            "msilib",
                            "nis",
                            "nntplib",
                            "ossaudiodev",
                            "pipes",
                            "sndhdr",
                            "spwd",
                            "sunau",
                            "telnetlib",
                            "uu",
                            "xdrlib"));

    private StandardModules() {}

    /** The modules that Python 3.{@code minor} has. */
    static Set<String> of(int minor) {
        Set<String> modules = new HashSet<>(ALWAYS);
        SINCE.forEach((module, first) -> {
            if (first <= minor) {
                modules.add(module);
            }
        });
        UNTIL.forEach((without, gone) -> {
            if (minor < without) {
                modules.addAll(gone);
            }
        });
        return modules;
    }
}
