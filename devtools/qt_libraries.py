"""The system libraries Qt needs on Linux, provided where a probe misses them."""

import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from devtools import debian
from devtools.environment import PYTHON, VENV
from devtools.terminal import GaveUp, answer, is_administrator

UNPACKED = VENV / "qt-libs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What one way of running Qt needs from the system."""

    name: str
    probe: str
    installed: tuple[str, ...]
    unpacked: tuple[str, ...]


OFFSCREEN = Need(
    name="offscreen",
    probe=(
        "import os; os.environ['QT_QPA_PLATFORM'] = 'offscreen';"
        "from PySide6 import QtPdf, QtPrintSupport, QtSvg, QtTest;"
        "from PySide6.QtWidgets import QApplication; QApplication([])"
    ),
    installed=(
        *("libglib2.0-0", "libgl1", "libegl1", "libxkbcommon0", "libfontconfig1"),
        "libdbus-1-3",
    ),
    # Without libgl1's own needs, which are Mesa and LLVM: CaseDesk draws no OpenGL.
    unpacked=(
        *("libglib2.0-0", "libpcre2-8-0", "libgl1", "libglvnd0", "libglx0", "libegl1"),
        *("libx11-6", "libxcb1", "libxau6", "libxdmcp6", "libbsd0", "libmd0"),
        *("libxkbcommon0", "libdbus-1-3", "libsystemd0", "libcap2", "liblz4-1"),
        *("libgcrypt20", "libgpg-error0", "libzstd1", "liblzma5"),
        *("libfontconfig1", "fontconfig-config", "fonts-dejavu-core", "libfreetype6"),
        *("libpng16-16", "libbrotli1", "libexpat1"),
        *("libgssapi-krb5-2", "libkrb5-3", "libk5crypto3", "libkrb5support0"),
        *("libkeyutils1", "libcom-err2"),
    ),
)
WINDOW = Need(
    name="window",
    probe=(
        "import ctypes, pathlib, PySide6;"
        "home = pathlib.Path(PySide6.__file__).parent;"
        "ctypes.CDLL(str(home / 'Qt/plugins/platforms/libqxcb.so'))"
    ),
    installed=(
        *("libxkbcommon-x11-0", "libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1"),
        "libxcb-shape0",
    ),
    unpacked=(
        *("libxkbcommon-x11-0", "libxcb-xkb1", "xkb-data", "libx11-xcb1"),
        *("libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1"),
        *("libxcb-randr0", "libxcb-render0", "libxcb-render-util0", "libxcb-shape0"),
        *("libxcb-shm0", "libxcb-sync1", "libxcb-util1", "libxcb-xfixes0"),
    ),
)
# Lines for other systems, as their package lists name the libraries.
ELSEWHERE = {
    "dnf": "sudo dnf install libglvnd-glx libglvnd-egl libxkbcommon-x11 fontconfig"
    " dbus-libs xcb-util-cursor xcb-util-wm xcb-util-keysyms krb5-libs glib2",
    "zypper": "sudo zypper install libglvnd libxkbcommon-x11-0 fontconfig libdbus-1-3"
    " libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libglib-2_0-0",
    "pacman": "sudo pacman -S --needed libglvnd libxkbcommon-x11 fontconfig dbus"
    " xcb-util-cursor xcb-util-wm xcb-util-keysyms glib2",
}


def environment(*needs: Need) -> dict[str, str]:
    """Return the environment in which Qt finds its libraries; provide them first."""
    if sys.platform == "linux":
        for need in needs:
            _provide(need)
    return _environment()


def _provide(need: Need) -> None:
    stamp = VENV / f"qt-runs-{need.name}"
    if stamp.exists():
        return
    if not _is_met(need):
        _fetch(need)
        if not _is_met(need):
            raise GaveUp(_advice(need))
    stamp.touch()


def _fetch(need: Need) -> None:
    if not debian.is_here():
        raise GaveUp(_advice(need))
    if is_administrator():
        debian.install(need.installed)
    else:
        debian.unpack(need.unpacked, UNPACKED)


def _is_met(need: Need) -> bool:
    return answer([PYTHON, "-c", need.probe], env=_environment()) is not None


def _advice(need: Need) -> str:
    lines = [line for name, line in ELSEWHERE.items() if shutil.which(name)]
    if debian.is_here():
        packages = " ".join(need.installed)
        lines = [f"sudo apt-get install --no-install-recommends {packages}"]
    line = lines[0] if lines else "(packages with libGL, libEGL, libxcb-cursor, …)"
    return (
        f"Qt misses libraries of the system. Type this, then try again:\n\n  {line}\n"
    )


def _environment() -> dict[str, str]:
    env = dict(os.environ)
    if not UNPACKED.is_dir():
        return env
    folders = {str(file.parent) for file in UNPACKED.glob("**/*.so.*")}
    env["LD_LIBRARY_PATH"] = _joined(sorted(folders), env.get("LD_LIBRARY_PATH"))
    if not Path("/etc/fonts/fonts.conf").exists():
        env["FONTCONFIG_FILE"] = str(_fonts_file())
    if not Path("/usr/share/X11/xkb").exists():
        env["XKB_CONFIG_ROOT"] = str(UNPACKED / "usr/share/X11/xkb")
    return env


def _joined(folders: Sequence[str], already: str | None) -> str:
    return os.pathsep.join([*folders, *([already] if already else [])])


def _fonts_file() -> Path:
    """Return a font configuration that knows the unpacked fonts and the system's."""
    file = UNPACKED / "fonts.conf"
    if not file.exists():
        folders = (UNPACKED / "usr/share/fonts", Path("/usr/share/fonts"))
        listed = "".join(f"<dir>{folder}</dir>" for folder in folders)
        cache = '<cachedir prefix="xdg">fontconfig</cachedir>'
        text = f'<?xml version="1.0"?><fontconfig>{listed}{cache}</fontconfig>\n'
        file.write_text(text, encoding="utf-8")
    return file
