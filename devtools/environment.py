"""The private Python environment beside the checkout: .venv, exactly the lock."""

import hashlib
import importlib.util
import os
import platform
import shutil
import sys
import tempfile
from pathlib import Path

from devtools import debian
from devtools.terminal import ROOT, GaveUp, answer, is_administrator, must, say

VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "casedesk-is-set-up"
UNFINISHED = VENV / "casedesk-set-up-is-unfinished"
SCRIPTS = VENV / ("Scripts" if sys.platform == "win32" else "bin")
PYTHON = SCRIPTS / ("python.exe" if sys.platform == "win32" else "python")
NO_WHEELS = (
    "The packages could not be installed. Without a network connection, try again "
    "with one; otherwise this system or Python may have no ready-made packages: "
    "CaseDesk runs on 64-bit Windows 10 or newer, macOS 14 or newer and Linux with "
    "glibc 2.34 or newer (ARM: 2.39)."
)


def tool(name: str) -> Path:
    """Return where the environment keeps a command-line tool."""
    return SCRIPTS / (f"{name}.exe" if sys.platform == "win32" else name)


def prepare() -> None:
    """Make the environment hold what the lock names; do nothing when it does."""
    wanted = _fingerprint()
    if STAMP.is_file() and STAMP.read_text(encoding="ascii") == wanted:
        return
    if UNFINISHED.exists() or not _is_usable():
        _create()
    UNFINISHED.touch()
    STAMP.unlink(missing_ok=True)
    say("Installing the packages of requirements.lock; the first time takes minutes.")
    _install("--require-hashes", "--no-deps", "-r", str(LOCK))
    _link_source()
    STAMP.write_text(wanted, encoding="ascii")
    UNFINISHED.unlink()


def _fingerprint() -> str:
    facts = [sys.version, platform.machine(), str(ROOT)]
    content = LOCK.read_bytes() + "\n".join(facts).encode()
    return hashlib.sha256(content).hexdigest()


def _is_usable() -> bool:
    version = ".".join(str(part) for part in sys.version_info[:2])
    facts = "import sys; print('%d.%d' % sys.version_info[:2])"
    has_pip = answer([PYTHON, "-I", "-m", "pip", "--version"]) is not None
    return has_pip and (answer([PYTHON, "-I", "-c", facts]) or "").strip() == version


def _create() -> None:
    say(f"Making a Python environment in {VENV.name}.")
    _discard()
    if importlib.util.find_spec("ensurepip") is None:
        _create_without_ensurepip()
        return
    must([sys.executable, "-I", "-m", "venv", VENV])


def _discard() -> None:
    """Move the old environment away before deleting it, so no half of it is used."""
    if not VENV.exists():
        return
    rubbish = Path(tempfile.mkdtemp(prefix=".venv-discarded-", dir=ROOT))
    try:
        VENV.rename(rubbish / "venv")
    except OSError as reason:
        rubbish.rmdir()
        sentence = f"Close every program that uses {VENV} and try again ({reason})."
        raise GaveUp(sentence) from reason
    shutil.rmtree(rubbish, ignore_errors=True)


def _create_without_ensurepip() -> None:
    """Make the environment where Debian has put ensurepip into a package of its own."""
    if not debian.is_here():
        sentence = (
            "This Python has no ensurepip. Install the package of your system that "
            "brings it, or Python from python.org, and try again."
        )
        raise GaveUp(sentence)
    if is_administrator():
        debian.install(["python3-venv"])
        must([sys.executable, "-I", "-m", "venv", VENV])
        return
    must([sys.executable, "-I", "-m", "venv", "--without-pip", VENV])
    UNFINISHED.touch()
    debian.unpack(["python3-pip-whl"], VENV / "debian")
    wheels = VENV / "debian" / "usr" / "share" / "python-wheels"
    [wheel] = wheels.glob("pip-*.whl")
    _run_pip([str(wheel / "pip")], "--no-index", "--find-links", str(wheels), "pip")


def _install(*arguments: str) -> None:
    _run_pip(["-m", "pip"], "--only-binary", ":all:", *arguments)


def _run_pip(pip: list[str], *arguments: str) -> None:
    quiet = ["--quiet", "--no-input", "--disable-pip-version-check"]
    # A personal PIP_USER would send the packages out of the environment.
    env = {**os.environ, "PIP_USER": "0"}
    must(
        [PYTHON, "-I", *pip, "install", *quiet, *arguments],
        env=env,
        otherwise=NO_WHEELS,
    )


def _link_source() -> None:
    """Let the environment import casedesk from the checkout."""
    packages = answer(
        [PYTHON, "-I", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    )
    if packages is None:
        raise GaveUp(f"{PYTHON} does not run. Delete {VENV} and try again.")
    link = Path(packages.strip()) / "casedesk-source.pth"
    # Python reads .pth files in the encoding of the locale, or as UTF-8 since 3.13.
    encoding = "utf-8" if sys.version_info >= (3, 13) else "locale"
    link.write_text(f"{ROOT / 'src'}\n", encoding=encoding)
