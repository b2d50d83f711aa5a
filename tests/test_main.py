"""The command line."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from casedesk import __version__
from casedesk.__main__ import main

if TYPE_CHECKING:
    from pathlib import Path

# What the first window has no use for; each of these costs a tenth of a second.
LATER = {"argon2", "sqlcipher3", "reportlab", "zxcvbn", "pyphen"}
LOADED = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from casedesk.ui.application import Application
from casedesk.ui.preferences import Preferences
import casedesk.__main__
app = QApplication([])
application = Application(app, Preferences())
application.start()
app.processEvents()
print(" ".join(sys.modules))
"""
# Choices that Qt names take 13 ms together, which a bare window does without.
CHOICES = """
import sys
from enum import Enum
from pathlib import Path
from PySide6.QtWidgets import QApplication
from casedesk.ui.application import Application
from casedesk.ui.preferences import Preferences

def names(kind):
    for each in kind.__subclasses__():
        yield each.__qualname__
        yield from names(each)

app = QApplication([])
preferences = Preferences()
preferences.remember_vault(Path(sys.argv[1]))
application = Application(app, preferences)
application.start()
app.processEvents()
print(*names(Enum), sep="\\n")
"""


def run(tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    places = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"), str(tmp_path))
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        env={
            **os.environ,
            **places,
            "PYTHONPATH": os.pathsep.join(sys.path),
            "QT_QPA_PLATFORM": "offscreen",
        },
    )


def test_it_tells_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])

    assert ended.value.code == 0
    assert capsys.readouterr().out == f"CaseDesk {__version__}\n"


def test_an_unknown_option_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--nonsense"])

    assert ended.value.code == 2
    assert "--nonsense" in capsys.readouterr().err


def test_it_tests_itself(tmp_path: Path) -> None:
    done = run(tmp_path, "-m", "casedesk", "--selftest")

    assert done.returncode == 0, done.stderr
    [line] = done.stdout.splitlines()
    assert line.startswith(f"OK: CaseDesk {__version__}, Python 3.")


def test_it_writes_the_demo(tmp_path: Path) -> None:
    out = tmp_path / "out"

    done = run(tmp_path, "-m", "casedesk", "--demo", str(out))

    assert done.returncode == 0, done.stderr
    assert list(out.glob("*.casedesk"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_what_it_writes_is_the_users_alone_whatever_is_usual(tmp_path: Path) -> None:
    out = tmp_path / "out"
    usual = os.umask(0)
    try:
        run(tmp_path, "-m", "casedesk", "--demo", str(out))
    finally:
        os.umask(usual)

    written = [out, *out.iterdir()]
    assert len(written) > 3
    assert {each.name for each in written if each.stat().st_mode & 0o077} == set()


def test_the_first_window_loads_nothing_it_has_no_use_for(tmp_path: Path) -> None:
    done = run(tmp_path, "-c", LOADED)

    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.split())
    assert "casedesk.ui.start.window" in loaded
    assert not loaded & LATER
    assert "casedesk.services.session" not in loaded
    assert "casedesk.words.choices" not in loaded


def test_the_first_window_does_without_what_qt_itself_names(tmp_path: Path) -> None:
    vault = tmp_path / "Praxis.casedesk"
    vault.touch()

    done = run(tmp_path, "-c", CHOICES, str(vault))

    assert done.returncode == 0, done.stderr
    names = done.stdout.splitlines()
    assert "Language" in names
    assert not [name for name in names if name.startswith(("Qt.", "QIcon."))]
