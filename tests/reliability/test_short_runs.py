from __future__ import annotations

import os
import subprocess
import sys

import pytest
from reliability.matrix import SUITES


@pytest.mark.parametrize("suite", SUITES, ids=lambda suite: suite.number)
def test_a_short_run_reaches_its_figure(suite: object) -> None:
    number = getattr(suite, "number", "")
    done = subprocess.run(
        [sys.executable, "-m", "reliability.matrix", number, "--short"],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        timeout=120,
    )

    if ": skipped" in done.stdout:
        pytest.skip(done.stdout.strip().splitlines()[-1])
    assert done.returncode == 0, done.stdout + done.stderr
