"""Packages of Debian and Ubuntu: installed as root, or unpacked beside the project."""

import os
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from devtools.terminal import GaveUp, answer, must, say


def is_here() -> bool:
    """Tell whether this system gets its packages through apt."""
    return all(shutil.which(name) for name in ("apt-get", "apt-cache", "dpkg-deb"))


def install(packages: Sequence[str]) -> None:
    """Install packages for the whole system; needs root."""
    say(f"Installing Debian packages: {' '.join(packages)}")
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    must(["apt-get", "update", "-qq"], env=env)
    options = ["-y", "-qq", "-o", "Dpkg::Use-Pty=0", "--no-install-recommends"]
    must(["apt-get", "install", *options, *_as_named_here(packages, [])], env=env)


def unpack(packages: Sequence[str], folder: Path) -> None:
    """Lay the files of packages into a folder; needs no root and changes nothing else.

    What the packages depend on is not fetched: name it too.
    """
    say(f"Unpacking {len(packages)} Debian packages into {folder}")
    with tempfile.TemporaryDirectory(prefix="casedesk-debs-") as name:
        here = Path(name)
        options = _private_state(here)
        must(["apt-get", *options, "update", "-qq"], cwd=here)
        names = _as_named_here(packages, options)
        must(["apt-get", *options, "download", "-qq", *names], cwd=here)
        folder.mkdir(parents=True, exist_ok=True)
        for package in sorted(here.glob("*.deb")):
            must(["dpkg-deb", "-x", package, folder])


def _private_state(folder: Path) -> list[str]:
    """Return the options that make apt keep its books in a folder of ours."""
    for part in ("state/lists/partial", "cache/archives/partial"):
        (folder / part).mkdir(parents=True)
    return [
        *("-o", f"Dir::State={folder / 'state'}"),
        *("-o", f"Dir::Cache={folder / 'cache'}"),
        *("-o", "Dir::State::status=/var/lib/dpkg/status"),
        *("-o", "Debug::NoLocking=1"),
    ]


def _as_named_here(packages: Sequence[str], options: list[str]) -> list[str]:
    """Return the names this release uses; since 2024 some end in t64."""
    listed = answer(["apt-cache", *options, "pkgnames"])
    if not listed:
        sentence = "apt knows no packages here; is there a network connection?"
        raise GaveUp(sentence)
    known = set(listed.split())
    return [f"{name}t64" if f"{name}t64" in known else name for name in packages]
