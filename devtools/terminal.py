"""What the commands say, and how they start other programs."""

import os
import shlex
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


class GaveUp(Exception):  # noqa: N818 - an outcome with a sentence for the reader
    """A command cannot go on; the text says why and what to do."""


def say(sentence: str) -> None:
    """Print a line at once, so that it stands before what a started program prints."""
    print(sentence, flush=True)


def start(
    command: Sequence[str | Path],
    *,
    env: Mapping[str, str] | None = None,
    cwd: Path = ROOT,
) -> int:
    """Run a program in the foreground and return its exit code."""
    return subprocess.run([str(part) for part in command], env=env, cwd=cwd).returncode


def must(
    command: Sequence[str | Path],
    *,
    env: Mapping[str, str] | None = None,
    cwd: Path = ROOT,
    otherwise: str = "",
) -> None:
    """Run a program in the foreground and give up unless it succeeds."""
    code = start(command, env=env, cwd=cwd)
    if code != 0:
        line = shlex.join(str(part) for part in command)
        raise GaveUp(otherwise or f"This failed with exit code {code}: {line}")


def answer(
    command: Sequence[str | Path], *, env: Mapping[str, str] | None = None
) -> str | None:
    """Return what a program prints, or None when it fails or does not exist."""
    try:
        done = subprocess.run(
            [str(part) for part in command],
            env=env,
            cwd=ROOT,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
        )
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None


def is_administrator() -> bool:
    """Tell whether system packages may be installed without asking."""
    return sys.platform != "win32" and os.geteuid() == 0
