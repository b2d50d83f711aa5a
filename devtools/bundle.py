"""Builds the folder that runs without Python, and tries it as a stranger would."""

import sys
import tempfile
import time
from pathlib import Path

from devtools import qt_libraries, translations
from devtools.environment import PYTHON
from devtools.terminal import ROOT, GaveUp, must, say, start

FOLDER = ROOT / "dist" / "casedesk"
PROGRAM = FOLDER / ("casedesk.exe" if sys.platform == "win32" else "casedesk")
MEGABYTE = 1_000_000


def bundle(_arguments: list[str]) -> int:
    """Build dist/casedesk and let the built program test itself."""
    translations.build()
    env = qt_libraries.environment(qt_libraries.OFFSCREEN, qt_libraries.WINDOW)
    options = ["--noconfirm", "--log-level=WARN"]
    must([PYTHON, "-m", "PyInstaller", *options, "casedesk.spec"], env=env)
    seconds = seconds_of_selftest(env)
    say(f"{PROGRAM}: {size(FOLDER)} MB, self-test passed in {seconds:.1f} s")
    return 0


def seconds_of_selftest(env: dict[str, str]) -> float:
    """Run the built program's self-test away from the checkout, in an empty home."""
    with tempfile.TemporaryDirectory(prefix="casedesk-bundle-") as name:
        home = Path(name).resolve()
        ours = ("PYTHON", "XDG_", "QT_")
        clean = {key: env[key] for key in env if not key.startswith(ours)}
        places = dict.fromkeys(
            ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"), str(home)
        )
        began = time.perf_counter()
        code = start(
            [PROGRAM, "--selftest"],
            env={**clean, **places, "QT_QPA_PLATFORM": "offscreen"},
            cwd=home,
        )
        seconds = time.perf_counter() - began
    if code != 0:
        raise GaveUp(f"The built program failed its self-test with exit code {code}.")
    return seconds


def size(folder: Path) -> int:
    """Return how many megabytes the files of a folder hold, links not counted."""
    files = (path for path in folder.rglob("*") if not path.is_symlink())
    return sum(path.stat().st_size for path in files if path.is_file()) // MEGABYTE
