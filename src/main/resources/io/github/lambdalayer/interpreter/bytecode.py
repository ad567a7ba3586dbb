# Compiles every module below a folder, each in a process of its own where there is fork().
import importlib.util
import os
import py_compile
import sys

sources, out, kind = sys.argv[1:]
UNCHECKED = py_compile.PycInvalidationMode.UNCHECKED_HASH


def compiled(name):
    if kind == "only":
        return name + "c"
    return os.path.relpath(importlib.util.cache_from_source(os.path.join(sources, name), optimization=""), sources)


def compile_one(name):
    try:
        py_compile.compile(
            os.path.join(sources, name),
            os.path.join(out, compiled(name)),
            dfile="/opt/" + name.replace(os.sep, "/"),
            doraise=True,
            invalidation_mode=UNCHECKED,
        )
    except (py_compile.PyCompileError, ValueError, SyntaxError, UnicodeError):
        return 1
    return 0


names = []
for folder, folders, files in os.walk(sources):
    folders.sort()
    names += [os.path.relpath(os.path.join(folder, file), sources) for file in sorted(files)]
for name in names:
    os.makedirs(os.path.dirname(os.path.join(out, compiled(name))), exist_ok=True)

count = 0
if hasattr(os, "fork"):
    running = 0
    limit = os.cpu_count() or 1
    for name in names + [None] * limit:
        if running == limit or (name is None and running):
            pid, status = os.wait()
            running -= 1
            if os.WIFSIGNALED(status):
                sys.exit("a module cannot be compiled: signal %d" % os.WTERMSIG(status))
            count += os.WEXITSTATUS(status) == 0
        if name is not None:
            if os.fork() == 0:
                os._exit(compile_one(name))
            running += 1
else:
    for name in names:
        count += compile_one(name) == 0
print("compiled %d" % count)
