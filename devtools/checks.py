"""Everything that is checked besides the tests."""

import json
import subprocess
from enum import StrEnum
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
    audit = audited()
    if audit is Audit.FAILED:
        failed.append("known vulnerabilities")
    say(closing(failed, audit))
    return 1 if failed else 0


class Audit(StrEnum):
    """What came of asking for known vulnerabilities."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_DONE = "not done"
    """Nobody answered: that is no failure here, and never counts as passed."""


def closing(failed: list[str], audit: Audit) -> str:
    """Return the last line; it never says of packages that they were audited if not."""
    if failed:
        return f"Failed: {', '.join(failed)}"
    if audit is Audit.NOT_DONE:
        return "All checks passed, except that the packages were NOT audited."
    return "All checks passed."


def audited() -> Audit:
    """Ask about every locked package; as strict as pip-audit --strict, if answered."""
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
        return Audit.NOT_DONE
    return judged(json.loads(done.stdout)["dependencies"])


def judged(packages: list[dict[str, object]]) -> Audit:
    """Tell whether an audit found nothing and left nothing out."""
    skipped = [package["name"] for package in packages if "skip_reason" in package]
    found = [package for package in packages if package.get("vulns")]
    for package in found:
        say(f"{package['name']} {package['version']}: {package['vulns']}")
    if len(skipped) == len(packages):
        say("Not audited: the vulnerability service knows none of the packages here.")
        return Audit.NOT_DONE
    if skipped:
        say(f"Not audited: {', '.join(map(str, skipped))}")
    return Audit.FAILED if found or skipped else Audit.PASSED
