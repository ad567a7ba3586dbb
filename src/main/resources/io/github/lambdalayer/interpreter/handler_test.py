# Runs one handler under the runtime interface client of AWS, with the given folders on the path.
import sys

handler, *folders = sys.argv[1:]
sys.path[:0] = folders
sys.argv = ["awslambdaric", handler]

from awslambdaric.__main__ import main  # noqa: E402

main(sys.argv)
