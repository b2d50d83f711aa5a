"""The words dev.py understands."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from devtools import bundle, checks, locking, qt_libraries, samples, translations
from devtools.environment import PYTHON, prepare
from devtools.terminal import ROOT, GaveUp, say, start

HELP = """\
python3 dev.py COMMAND        on Windows: py dev.py COMMAND

  run [ARGUMENTS]   open CaseDesk
  test [ARGUMENTS]  run the tests without a display; arguments go to pytest
  demo FOLDER       write the demo vault and its papers as PDF into FOLDER
  reliability [R…]  run the suites of tests/reliability (--scale 0.1 for a tenth,
                    --resume to go on, --table for what was reached)
  sample [COMMIT]   keep a vault of this schema version, or of that of a commit
  check             style, types, layers, translations, known vulnerabilities
  bench [NAMES]     run the measurements in benchmarks/ (--large for large vaults, too)
  bundle            build CaseDesk as a folder that needs no Python, and try it
  sbom FILE         write what CaseDesk consists of, in CycloneDX
  words [LANGUAGE]  bring the translations up to date, or begin a new one
  lock [PACKAGES]   write requirements.lock anew, with newer PACKAGES (or "all")
  help              show this text

Every command first sets up what is missing: a Python environment in .venv and, on
Linux, the system libraries of Qt. The first time takes a few minutes."""


def main(arguments: Sequence[str]) -> int:
    """Carry out one command and return the exit code."""
    name, *rest = arguments or ["help"]
    commands: dict[str, Callable[[list[str]], int]] = {
        "run": run,
        "test": test,
        "demo": demo,
        "reliability": reliability,
        "sample": samples.sample,
        "check": checks.check,
        "bench": bench,
        "bundle": bundle.bundle,
        "sbom": sbom,
        "words": translations.words,
        "lock": locking.lock,
    }
    if name not in commands:
        say(HELP)
        return 0 if name in ("help", "-h", "--help") else 2
    try:
        prepare()
        return commands[name](rest)
    except GaveUp as reason:
        say(str(reason))
        return 1
    except KeyboardInterrupt:
        return 130


def run(arguments: list[str]) -> int:
    """Open the program."""
    translations.build()
    if not arguments and not _has_display():
        sentence = (
            "There is no display here: neither DISPLAY nor WAYLAND_DISPLAY is set."
        )
        raise GaveUp(sentence)
    needs = [qt_libraries.OFFSCREEN]
    if _has_display():
        needs.append(qt_libraries.WINDOW)
    env = qt_libraries.environment(*needs)
    return start([PYTHON, "-P", "-m", "casedesk", *arguments], env=env, cwd=Path.cwd())


def test(arguments: list[str]) -> int:
    """Run the tests; pytest's closing line is the last one printed.

    All of them run side by side, one worker for each core; those that are named run
    one after the other.
    """
    workers = [] if arguments else ["--numprocesses", "auto"]
    return start([PYTHON, "-m", "pytest", *workers, *arguments], env=_offscreen())


def reliability(arguments: list[str]) -> int:
    """Run the suites of the matrix, all or those named, and print their figures."""
    translations.build()
    paths = os.pathsep.join(str(ROOT / each) for each in ("tests", "src", "benchmarks"))
    env = qt_libraries.environment(qt_libraries.OFFSCREEN)
    env = {**env, "PYTHONPATH": paths, "QT_QPA_PLATFORM": "offscreen"}
    return start([PYTHON, "-m", "reliability.matrix", *arguments], env=env)


def demo(arguments: list[str]) -> int:
    """Write the demo vault and its papers into a folder."""
    if len(arguments) != 1:
        raise GaveUp("Name the folder: python3 dev.py demo FOLDER")
    folder = Path(arguments[0]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    return start([PYTHON, "-P", "-m", "casedesk", "--demo", folder], env=_offscreen())


def sbom(arguments: list[str]) -> int:
    """Write the packages and the libraries inside them into a file."""
    if len(arguments) != 1:
        raise GaveUp("Name the file: python3 dev.py sbom FILE")
    file = Path(arguments[0]).resolve()
    env = qt_libraries.environment(qt_libraries.OFFSCREEN)
    return start([PYTHON, "-m", "devtools.sbom", file], env=env)


def bench(names: list[str]) -> int:
    """Run the benchmarks one after the other, all or those named."""
    scripts = {
        path.stem: path
        for path in sorted((ROOT / "benchmarks").glob("*.py"))
        if not path.stem.startswith("_")
    }
    options = [name for name in names if name.startswith("--")]
    names = [name for name in names if name not in options]
    unknown = [name for name in names if name not in scripts]
    if unknown:
        raise GaveUp(f"No such benchmark: {', '.join(unknown)}")
    env = _offscreen()
    failed = []
    for name in names or scripts:
        say(f"== {name}")
        if start([PYTHON, scripts[name], *options], env=env) != 0:
            failed.append(name)
    if failed:
        raise GaveUp(f"Failed: {', '.join(failed)}")
    return 0


def _offscreen() -> dict[str, str]:
    translations.build()
    env = qt_libraries.environment(qt_libraries.OFFSCREEN)
    return {**env, "QT_QPA_PLATFORM": "offscreen"}


def _has_display() -> bool:
    if sys.platform != "linux" or "QT_QPA_PLATFORM" in os.environ:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
