# Imports one module with the given folders on the path, and writes the milliseconds and the fault, if any, to a file.
import importlib
import sys
import time

told, module, *folders = sys.argv[1:]
sys.path[:0] = folders
fault = ""
begin = time.perf_counter()
try:
    importlib.import_module(module)
except BaseException as e:
    lines = str(e).strip().splitlines() or [""]
    fault = (type(e).__name__ + ": " + lines[0]).rstrip(": ")
took = round((time.perf_counter() - begin) * 1000)
with open(told, "w", encoding="utf-8") as out:
    out.write(f"{took}\n{fault}\n")
