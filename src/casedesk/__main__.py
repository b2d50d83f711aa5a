"""Starts the program: reads the command line, builds, shows."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from PySide6.QtWidgets import QApplication

    from casedesk.ui.application import Application

OURS_ALONE = 0o077  # what is written can be read by this user only


def main(arguments: Sequence[str] | None = None) -> int:
    """Run CaseDesk and return the exit code."""
    _keep_to_ourselves()
    given = sys.argv[1:] if arguments is None else arguments
    if not given:
        return _show(None)
    options = _parsed(given)
    if options.read_scans:
        return _read_scans()
    if options.demo is not None:
        return _write_demo(options.demo)
    if options.selftest:
        return _test_itself()
    return _show(options.vault)


def _keep_to_ourselves() -> None:
    """Leave no file that others can read, and no dump with people's data."""
    os.umask(OURS_ALONE)
    from casedesk.ui.private_memory import keep_memory_private

    keep_memory_private()


def _parsed(arguments: Sequence[str]) -> Namespace:
    from argparse import SUPPRESS, ArgumentParser

    from casedesk import __version__

    parser = ArgumentParser(
        prog="casedesk", description="Offline case management for case managers."
    )
    parser.add_argument("vault", nargs="?", type=Path, help="the vault to open")
    parser.add_argument(
        "--version", action="version", version=f"CaseDesk {__version__}"
    )
    parser.add_argument(
        "--demo",
        metavar="FOLDER",
        type=Path,
        help="write the demo vault and its papers into FOLDER",
    )
    parser.add_argument(
        "--selftest",
        action="store_true",
        help="make a vault, a case, a paper and a window, and say whether all is well",
    )
    parser.add_argument(  # the program starts itself so, to read foreign files
        "--read-scans", action="store_true", help=SUPPRESS
    )
    return parser.parse_args(arguments)


def _show(vault: Path | None) -> int:
    if _is_open_already(vault):
        return 0
    app, _application = begin(vault)
    return app.exec()


def _is_open_already(vault: Path | None) -> bool:
    """Let the program that has the vault open come forward, if there is one."""
    from casedesk.ui.preferences import Preferences

    wanted = Preferences().recent_vaults()[:1] if vault is None else [vault]
    # The note beside an open vault; the vault itself is not touched.
    if not any(each.with_name(f"{each.name}.lock").exists() for each in wanted):
        return False
    from casedesk.ui.first_window import raise_first

    return raise_first(wanted[0])


def begin(vault: Path | None) -> tuple[QApplication, Application]:
    """Build the program and show its first window, for a vault if one is named."""
    # What is made until the window stands, stays: to look through it for waste costs
    # a twentieth of the start.
    gc.disable()
    from PySide6.QtWidgets import QApplication

    from casedesk.ui.application import Application
    from casedesk.ui.preferences import Preferences
    from casedesk.ui.theme import FUSION
    from casedesk.ui.waste import WasteCollection

    app = QApplication([*sys.argv[:1], *FUSION])
    app.setApplicationName("CaseDesk")
    application = Application(app, Preferences(), replace=_replace)
    application.start(None if vault is None else vault.absolute())
    gc.freeze()
    WasteCollection(app)
    return app, application


def _replace(vault: Path | None) -> None:
    from casedesk.ui.new_process import replace_process

    replace_process(vault)


def _write_demo(out: Path) -> int:
    from casedesk.services.demo import write_demo

    write_demo(out)
    return 0


def _read_scans() -> int:
    from casedesk.ui.scans.reader.process import main as serve

    return serve()


def _test_itself() -> int:
    from casedesk.ui.self_test import test_itself

    test_itself()
    return 0


if __name__ == "__main__":
    sys.exit(main())
