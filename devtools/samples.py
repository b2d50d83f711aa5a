"""Keeps a sample vault of the schema version of today, or of an earlier commit."""

import os
import tempfile
from pathlib import Path

from devtools import qt_libraries
from devtools.environment import PYTHON
from devtools.terminal import ROOT, GaveUp, must


def sample(arguments: list[str]) -> int:
    """Make the sample with the code here, or with that of the commit that is named."""
    if len(arguments) > 1:
        raise GaveUp("Name one commit, or none: python3 dev.py sample [COMMIT]")
    if not arguments:
        _keep(ROOT)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder, "tree")
        must(["git", "worktree", "add", "--quiet", "--detach", tree, arguments[0]])
        try:
            _keep(tree)
        finally:
            must(["git", "worktree", "remove", "--force", tree])
    return 0


def _keep(tree: Path) -> None:
    """Run today's script with the code and the texts of a checkout."""
    code = os.pathsep.join([str(tree / "src"), str(ROOT / "tests")])
    env = {**qt_libraries.environment(qt_libraries.OFFSCREEN), "PYTHONPATH": code}
    must([PYTHON, "-m", "reliability.samples"], env=env)
