"""Everything that is checked besides the tests."""

import json
import subprocess
from typing import TYPE_CHECKING

from devtools.environment import LOCK, PYTHON, tool
from devtools.terminal import say, start

if TYPE_CHECKING:
    from pathlib import Path


def check(_arguments: list[str]) -> int:
    """Run every check, also after one has failed, and say which ones failed."""
    steps: dict[str, list[str | Path]] = {
        "style": [PYTHON, "-m", "ruff", "check"],
        "format": [PYTHON, "-m", "ruff", "format", "--check"],
        "types": [PYTHON, "-m", "mypy"],
        "layers": [tool("lint-imports"), "--no-logo"],
        "translations": [PYTHON, "-m", "devtools.catalogues", "check"],
    }
    failed = []
    for name, command in steps.items():
        say(f"== {name}")
        if start(command) != 0:
            failed.append(name)
    say("== known vulnerabilities")
    if not has_no_known_vulnerability():
        failed.append("known vulnerabilities")
    say(f"Failed: {', '.join(failed)}" if failed else "All checks passed.")
    return 1 if failed else 0


def has_no_known_vulnerability() -> bool:
    """Ask about every locked package; as strict as pip-audit --strict, if answered.

    A service that cannot be reached, or that knows none of the packages, has said
    nothing: that is told and is no failure.
    """
    options = ["--format", "json", "--progress-spinner", "off", "--timeout", "15"]
    where = ["--disable-pip", "--require-hashes", "-r", str(LOCK)]
    done = subprocess.run(
        [str(PYTHON), "-m", "pip_audit", *options, *where],
        capture_output=True,
        encoding="utf-8",
    )
    if not done.stdout.strip():
        reason = (done.stderr.strip().splitlines() or ["no answer"])[-1]
        say(f"Not audited: the vulnerability service is not reachable ({reason}).")
        return True
    return is_clean(json.loads(done.stdout)["dependencies"])


def is_clean(packages: list[dict[str, object]]) -> bool:
    """Tell whether an audit found nothing and left nothing out."""
    skipped = [package["name"] for package in packages if "skip_reason" in package]
    found = [package for package in packages if package.get("vulns")]
    for package in found:
        say(f"{package['name']} {package['version']}: {package['vulns']}")
    if len(skipped) == len(packages):
        say("Not audited: the vulnerability service knows none of the packages here.")
        return True
    if skipped:
        say(f"Not audited: {', '.join(map(str, skipped))}")
    return not found and not skipped
