"""Writes requirements.lock."""

import shutil

from devtools.environment import LOCK, tool
from devtools.terminal import GaveUp, must


def lock(packages: list[str]) -> int:
    """Write the lock for all systems and Pythons, with hashes and without hosts."""
    found = shutil.which("uv") or shutil.which(tool("uv"))
    if found is None:
        raise GaveUp("Writing the lock needs uv: python -m pip install uv")
    newer = [part for name in packages for part in ("--upgrade-package", name)]
    if packages == ["all"]:
        newer = ["--upgrade"]
    for_all = ["--group", "dev", "--universal", "--python-version", "3.11"]
    bare = ["--no-header", "--no-annotate", "--no-emit-index-url", "--no-config"]
    safe = ["--generate-hashes", "--only-binary", ":all:", "--quiet"]
    into = ["--output-file", LOCK.name]
    command = [found, "pip", "compile", "pyproject.toml", *for_all, *bare, *safe]
    must([*command, *newer, *into])
    return 0
