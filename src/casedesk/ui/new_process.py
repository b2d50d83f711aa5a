"""Puts a new process in the place of this one, so that its memory is gone."""

from __future__ import annotations

import logging
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def replace_process(vault: Path | None) -> None:
    """Start the program anew, for a vault if one is named.

    Does not return, unless the system refuses. Whatever is open must be closed before.
    """
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # a window program on Windows has none
            stream.flush()
    command = command_for(vault)
    try:
        if os.name == "nt":  # there the new one would not take the place of the old
            _start_beside(command)
        os.execv(sys.executable, command)  # noqa: S606 - our own program
    except OSError:
        logging.getLogger("casedesk").exception("The program could not begin anew.")


def command_for(vault: Path | None) -> list[str]:
    """Return the command that started this process, for another vault or none."""
    given = len(sys.argv) - 1
    begun = sys.orig_argv[: len(sys.orig_argv) - given]
    return begun if vault is None else [*begun, str(vault.absolute())]


def _start_beside(command: list[str]) -> None:
    import subprocess

    subprocess.Popen(command)  # noqa: S603 - our own program
    os._exit(0)
