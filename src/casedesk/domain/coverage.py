"""The coverage check: who answers which need, where nobody does, what is twice."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from casedesk.domain.around import around
from casedesk.domain.duplicates import duplicates
from casedesk.domain.finding import FindingKind, settled
from casedesk.domain.gaps import gaps
from casedesk.domain.help import Giver, Stage

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from casedesk.domain.around import Around
    from casedesk.domain.coverage_facts import Need, Situation
    from casedesk.domain.finding import AcceptedFinding, Finding, Settled
    from casedesk.domain.help import Help


class CoverState(StrEnum):
    """How a domain of life stands, all findings aside."""

    COVERED = "covered"
    COMING = "coming"
    OPEN = "open"
    REACHED = "reached"
    RESTING = "resting"
    NO_GOAL = "no_goal"
    NO_NEED = "no_need"


GRAVEST = tuple(FindingKind)
OPENS = frozenset(
    {
        FindingKind.NEED_OPEN,
        FindingKind.GOAL_WITHOUT_MEASURE,
        FindingKind.REFUSED,
        FindingKind.ENDED,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverRow:
    """A domain of life with all who help in it."""

    need: Need
    state: CoverState
    cells: Mapping[Giver, tuple[Help, ...]]
    payers: tuple[tuple[str, Help], ...]
    """Who pays for the help of others, each with one piece of that help."""
    findings: tuple[Finding, ...]
    """Those that are open."""
    no_goal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The whole picture on a day."""

    rows: tuple[CoverRow, ...]
    settled: Settled

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings that are open, gaps first and the gravest first."""
        return self.settled.open


def coverage(
    situation: Situation, accepted: Sequence[AcceptedFinding], day: date
) -> Coverage:
    """Return who answers which need on a day, and what was found."""
    facts = around(situation, day)
    found = settled(_sorted(facts), accepted, day)
    rows = tuple(_row(facts, need, found) for need in situation.needs)
    return Coverage(rows=rows, settled=found)


def is_shown(piece: Help, day: date) -> bool:
    """Whether help stands in the picture: it is given, coming or asked for."""
    return piece.runs_on(day) or piece.is_coming(day) or piece.is_asked(day)


def _sorted(facts: Around) -> list[Finding]:
    """Return every gap and everything done twice, the gravest first."""
    found = {each.key: each for each in (*gaps(facts), *duplicates(facts))}
    places = {need.domain: n for n, need in enumerate(facts.situation.needs)}
    last = len(places)

    def place(finding: Finding) -> tuple[bool, bool, int, int]:
        need = facts.needs.get(finding.domain) if finding.domain else None
        is_minor = need is None or not need.is_pressing
        at = last if finding.domain is None else places.get(finding.domain, last)
        return finding.is_duplicate, is_minor, GRAVEST.index(finding.kind), at

    return sorted(found.values(), key=place)


def _row(facts: Around, need: Need, found: Settled) -> CoverRow:
    shown = [h for h in facts.by_domain.get(need.domain, ()) if is_shown(h, facts.day)]
    resting = [finding for finding, _accepted in found.accepted]
    reason = facts.situation.no_goal.get(need.domain, "")
    about = [f for f in (*found.open, *resting) if f.domain == need.domain]
    return CoverRow(
        need=need,
        state=_state(facts, need, shown, about),
        cells={giver: tuple(h for h in shown if h.giver is giver) for giver in Giver},
        payers=_payers(shown),
        findings=tuple(f for f in found.open if f.domain == need.domain),
        no_goal=reason,
    )


def _state(
    facts: Around, need: Need, shown: Sequence[Help], findings: Sequence[Finding]
) -> CoverState:
    is_alone = not any(h.runs_on(facts.day) for h in shown)
    if is_alone and any(f.need is not None and f.kind in OPENS for f in findings):
        return CoverState.OPEN
    if not is_alone:
        return CoverState.COVERED
    if shown:
        return CoverState.COMING
    if need.domain in facts.situation.no_goal:
        return CoverState.NO_GOAL
    if not need.is_pressing:
        return CoverState.NO_NEED
    mine = [aim for aim in facts.situation.aims if need.domain in aim.domains]
    is_reached = any(aim.is_reached for aim in mine)
    return CoverState.REACHED if is_reached else CoverState.RESTING


def _payers(shown: Sequence[Help]) -> tuple[tuple[str, Help], ...]:
    paid = {h.payer: h for h in reversed(shown) if h.payer and h.stage is Stage.RUNNING}
    return tuple(reversed(paid.items()))
