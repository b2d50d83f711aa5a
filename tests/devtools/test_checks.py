import pytest

from devtools.checks import is_clean

SOUND: dict[str, object] = {"name": "sound", "version": "1.0", "vulns": []}
SICK: dict[str, object] = {"name": "sick", "version": "1.0", "vulns": [{"id": "X-1"}]}
UNKNOWN: dict[str, object] = {"name": "unknown", "skip_reason": "not found"}


@pytest.mark.parametrize(
    ("packages", "clean"),
    [
        pytest.param([SOUND], True, id="nothing known against them"),
        pytest.param([SOUND, SICK], False, id="one is vulnerable"),
        pytest.param([SOUND, UNKNOWN], False, id="one was left out"),
        pytest.param([UNKNOWN, UNKNOWN], True, id="no service answered"),
    ],
)
def test_an_audit_fails_on_a_vulnerable_and_on_a_left_out_package(
    packages: list[dict[str, object]], clean: bool
) -> None:
    assert is_clean(packages) is clean
