"""The texts of the demo, whose days are counted from the day it is made."""

from __future__ import annotations

import re
import tomllib
from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from casedesk.domain.signing import OF_AGE
from casedesk.words.resources import resource

# Any: whatever a file of the demo holds.
Toml = dict[str, Any]

NETWORK_FILE = "practice.toml"
_MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)
_IN_TEXT = re.compile(r"\{(day|month) ([+-]?\d+)\}")
_COMES_OF_AGE = re.compile(r"of age ([+-]?\d+)")
_NOON = time(12)
_END = re.compile(r"end ([+-]?\d+)")
_SATURDAY = 5
_DAYS = (
    *("valid_from", "valid_until", "objection_until", "granted_until"),
    *("feedback_until", "hand_in_until", "appeal_until", "used_as_of"),
    "waiting_since",
)


def network(today: date) -> Toml:
    """Return the practice and everybody in its network."""
    return _read(NETWORK_FILE, today)


def cases(today: date) -> list[Toml]:
    """Return each client with the case, the oldest case first."""
    names = sorted(path.name for path in resource("demo").glob("*.toml"))
    read = [_read(name, today) for name in names if name != NETWORK_FILE]
    return sorted(read, key=lambda toml: str(toml["case"]["opened_on"]))


def part(name: str, today: date) -> Toml:
    """Return what a further file of the demo holds."""
    return _read(name, today)


def working_day(today: date, offset: int) -> date:
    """Return the day so far from today; weekends give way, away from today."""
    day = today + timedelta(days=offset)
    beyond = day.weekday() - _SATURDAY
    if not offset or beyond < 0:
        return day
    return day + timedelta(days=2 - beyond if offset > 0 else -1 - beyond)


def _read(name: str, today: date) -> Toml:
    text = resource("demo", *name.split("/")).read_text(encoding="utf-8")
    return {
        key: _resolved(key, value, today) for key, value in tomllib.loads(text).items()
    }


# Any: a value of a file, and what it stands for.
def _resolved(key: str, value: Any, today: date) -> Any:
    if isinstance(value, dict):
        return {name: _resolved(name, each, today) for name, each in value.items()}
    if isinstance(value, list):
        return [_resolved(key, each, today) for each in value]
    if key.endswith("_on") or key in _DAYS:
        return _day(value, today).isoformat()
    if key.endswith("_at") and isinstance(value, int):
        noon = datetime.combine(working_day(today, value), _NOON, UTC)
        return noon.isoformat()
    if key == "born" and (coming := _COMES_OF_AGE.fullmatch(str(value))):
        return _born(today + timedelta(days=int(coming[1]))).isoformat()
    return _written(value, today) if isinstance(value, str) else value


def _born(birthday: date) -> date:
    """Return when somebody was born who comes of age on a day."""
    return birthday.replace(year=birthday.year - OF_AGE, day=min(birthday.day, 28))


def _day(value: int | str, today: date) -> date:
    if isinstance(value, int):
        return working_day(today, value)
    match = _END.fullmatch(value)
    if match is None:
        raise ValueError(value)
    near = today + timedelta(days=int(match[1]))
    return near.replace(day=monthrange(near.year, near.month)[1])


def _written(text: str, today: date) -> str:
    def said(match: re.Match[str]) -> str:
        offset = int(match[2])
        if match[1] == "month":
            return _MONTHS[(today + timedelta(days=offset)).month - 1]
        return f"{working_day(today, offset):%d.%m.%Y}"

    return _IN_TEXT.sub(said, text).strip()
