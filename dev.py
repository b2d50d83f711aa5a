"""Sets CaseDesk up and runs it, its tests and its checks: `python3 dev.py help`."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - says so instead of failing below
    sys.exit(
        "CaseDesk needs Python 3.11 or newer; this is Python "
        + ".".join(str(part) for part in sys.version_info[:3])
        + "."
    )

from devtools.commands import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
