import pytest

from devtools.checks import Audit, closing, judged

SOUND: dict[str, object] = {"name": "sound", "version": "1.0", "vulns": []}
SICK: dict[str, object] = {"name": "sick", "version": "1.0", "vulns": [{"id": "X-1"}]}
UNKNOWN: dict[str, object] = {"name": "unknown", "skip_reason": "not found"}


@pytest.mark.parametrize(
    ("packages", "audit"),
    [
        pytest.param([SOUND], Audit.PASSED, id="nothing known against them"),
        pytest.param([SOUND, SICK], Audit.FAILED, id="one is vulnerable"),
        pytest.param([SOUND, UNKNOWN], Audit.FAILED, id="one was left out"),
        pytest.param([UNKNOWN, UNKNOWN], Audit.NOT_DONE, id="no service answered"),
        pytest.param([], Audit.NOT_DONE, id="nothing was asked"),
    ],
)
def test_an_audit_passes_only_when_every_package_was_audited(
    packages: list[dict[str, object]], audit: Audit
) -> None:
    assert judged(packages) is audit


def test_what_was_not_audited_is_never_said_to_have_passed() -> None:
    assert closing([], Audit.PASSED) == "All checks passed."
    assert "NOT audited" in closing([], Audit.NOT_DONE)
    assert closing(["types"], Audit.NOT_DONE) == "Failed: types"
