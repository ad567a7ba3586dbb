"""What pip selects from a pylock.toml for an interpreter that is not its own, one file a line.

python select_from_pylock.py pylock.toml 3.13.5 aarch64 34
"""

import sys
import tomllib

from pip._vendor.packaging import tags
from pip._vendor.packaging.markers import default_environment
from pip._vendor.packaging.pylock import Pylock

file, full, machine, glibc = sys.argv[1:]
minor = int(full.split(".")[1])
platforms = [f"manylinux_2_{older}_{machine}" for older in range(int(glibc), 4, -1)]
platforms += [f"{older}_{machine}" for older in ("manylinux2014", "manylinux2010", "manylinux1", "linux")]
environment = default_environment() | {
    "python_version": f"3.{minor}",
    "python_full_version": full,
    "implementation_version": full,
    "platform_machine": machine,
    "sys_platform": "linux",
    "platform_system": "Linux",
    "os_name": "posix",
}
compatible = [
    *tags.cpython_tags((3, minor), platforms=platforms),
    *tags.compatible_tags((3, minor), interpreter=f"cp3{minor}", platforms=platforms),
]
with open(file, "rb") as lock:
    selected = Pylock.from_dict(tomllib.load(lock)).select(environment=environment, tags=compatible)
    for _, found in selected:
        print(found.name or found.url.rsplit("/", 1)[1])
