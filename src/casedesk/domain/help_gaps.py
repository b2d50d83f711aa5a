"""The rules for help that waits, ended, was refused, runs out, or is not reviewed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from casedesk.domain.around import is_one_service
from casedesk.domain.assessment import NeedLevel
from casedesk.domain.benefit import BenefitKind
from casedesk.domain.finding import Finding, FindingKind
from casedesk.domain.help import NEAR, Giver, HelpSource, Stage
from casedesk.domain.service_kind import is_same_service

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from casedesk.domain.around import Around
    from casedesk.domain.coverage_facts import Grant
    from casedesk.domain.help import Help
    from casedesk.domain.life_domain import DomainKey

WAIT_DAYS = {NeedLevel.AT_ONCE: 14, NeedLevel.SOON: 28}
LONGEST_WAIT_DAYS = 42
GRACE_DAYS = 7  # so late may something begin before it is asked about
AHEAD_DAYS = 30
HANDOVER_DAYS = 31  # so long may it take until the next one begins
RECENT_DAYS = 90  # what ended earlier is looked at through its need alone
TOLERANCE_DAYS = 14
LASTING_DAYS = 31  # what is planned for less is done, not given
USED_PERCENT = 80
_ASKS_BY_HAND = (Giver.CLIENT, Giver.CASE_MANAGER)  # asking is the measure itself


def help_gaps(facts: Around, said: set[str]) -> Iterator[Finding]:
    """Yield the gaps of help; the end of what is in `said` is not told twice."""
    approved = [f for g in facts.situation.grants for f in _of_grant(facts, g)]
    ends = {h.id for f in approved if f.kind is FindingKind.GRANT_ENDS for h in f.helps}
    for piece in facts.situation.helps:
        if piece.is_open:
            found = _of_help(facts, piece, said)
            yield from (f for f in found if not _is_told(f, ends))
    yield from approved


def _is_told(finding: Finding, ends: set[str]) -> bool:
    """Whether the approval of the same service says already that it ends."""
    is_end = finding.kind is FindingKind.GRANT_ENDS
    return is_end and any(piece.id in ends for piece in finding.helps)


def _of_help(facts: Around, piece: Help, said: set[str]) -> Iterator[Finding]:
    domain = piece.domains[0] if piece.domains else None
    yield from _waiting(facts, piece, domain)
    yield from _review(facts, piece, domain)
    if piece.id not in said:
        yield from _ended(facts, piece, domain)
        yield from _refused(facts, piece, domain)
    yield from _ending(facts, piece, domain)


def _waiting(facts: Around, piece: Help, domain: DomainKey | None) -> Iterator[Finding]:
    """Yield that it was asked for long ago, or ought to have begun."""
    day, level = facts.day, facts.level_of(piece)
    if piece.is_asked(day) and piece.asked_on is not None:
        limit = WAIT_DAYS.get(level or NeedLevel.NONE, LONGEST_WAIT_DAYS)
        if (day - piece.asked_on).days > limit:
            kind, on = FindingKind.WAITING, piece.asked_on
            yield Finding(kind=kind, domain=domain, helps=(piece,), on=on)
            return
    is_awaited = not piece.is_over(day) and (
        piece.stage is Stage.PLANNED
        or (piece.stage is Stage.ASKED and piece.giver not in _ASKS_BY_HAND)
    )
    begins = piece.starts_on
    if is_awaited and begins is not None and (day - begins).days > GRACE_DAYS:
        kind = FindingKind.NOT_BEGUN
        yield Finding(kind=kind, domain=domain, helps=(piece,), on=begins)


def _review(facts: Around, piece: Help, domain: DomainKey | None) -> Iterator[Finding]:
    is_pending = not piece.is_off and piece.stage is not Stage.DONE
    if is_pending and piece.review_on is not None and piece.review_on < facts.day:
        kind, on = FindingKind.REVIEW_OVERDUE, piece.review_on
        yield Finding(kind=kind, domain=domain, helps=(piece,), on=on)


def _ended(facts: Around, piece: Help, domain: DomainKey | None) -> Iterator[Finding]:
    """Yield help whose last day has passed while its need or goal goes on."""
    ends_on = piece.ends_on
    if ends_on is None or ends_on >= facts.day or piece.is_off:
        return
    if piece.stage is Stage.DONE or piece.is_once or not _is_lasting(piece):
        return
    if (facts.day - ends_on).days > RECENT_DAYS or not facts.is_watched(piece):
        return
    if not _successors(facts, piece, ends_on + timedelta(days=1)):
        yield Finding(kind=FindingKind.ENDED, domain=domain, helps=(piece,), on=ends_on)


def _refused(facts: Around, piece: Help, domain: DomainKey | None) -> Iterator[Finding]:
    """Yield help that was refused and for which nothing else has come."""
    if piece.stage is not Stage.REFUSED or not facts.is_watched(piece):
        return
    off_on = piece.off_on
    if off_on is not None and (facts.day - off_on).days > RECENT_DAYS:
        return
    others = [h for h in facts.beside(piece) if not h.is_off]
    live = [h for h in others if _is_live(h, facts.day) or h.stage is Stage.DONE]
    if any(_replaces(h, piece) for h in live):
        return
    kind = FindingKind.REFUSED
    yield Finding(kind=kind, domain=domain, helps=(piece,), on=off_on)


def _replaces(other: Help, refused: Help) -> bool:
    """Whether other help stands in for what was refused."""
    if set(other.goal_ids) & set(refused.goal_ids):
        return True
    return other.kind is refused.kind and is_same_service(other.what, refused.what)


def _ending(facts: Around, piece: Help, domain: DomainKey | None) -> Iterator[Finding]:
    """Yield help that ends soon, or before the day of its goal."""
    ends_on, day = piece.ends_on, facts.day
    if ends_on is None or not piece.runs_on(day) or piece.is_once:
        return
    if piece.giver in (Giver.CLIENT, Giver.CASE_MANAGER) or not _is_lasting(piece):
        return
    aim = facts.target_of(piece)
    is_early = (
        aim is not None
        and aim.target_on is not None
        and (aim.target_on - ends_on).days > TOLERANCE_DAYS
    )
    longer = _outlasted_by(facts, piece)
    if not (is_early or longer) or _successors(facts, piece, ends_on + timedelta(1)):
        return
    is_soon = (ends_on - day).days <= AHEAD_DAYS
    kind = FindingKind.GRANT_ENDS if is_soon else FindingKind.ENDS_BEFORE_TARGET
    yield Finding(
        kind=kind,
        domain=domain,
        aim=aim if is_early else None,
        helps=(piece, *longer),
        on=ends_on,
    )


def _outlasted_by(facts: Around, piece: Help) -> tuple[Help, ...]:
    """Return the measure that goes on although the benefit behind it ends."""
    if piece.source is HelpSource.MEASURE or piece.ends_on is None:
        return ()
    until = piece.ends_on + timedelta(days=TOLERANCE_DAYS + 1)
    longer = (
        other
        for other in facts.beside(piece)
        if other.source is HelpSource.MEASURE
        and is_one_service(piece, other)
        and other.runs_on(facts.day)
        and other.lasts_until(until)
    )
    first = next(longer, None)
    return () if first is None else (first,)


def _successors(facts: Around, piece: Help, day: date) -> list[Help]:
    """Return the help that takes over from one when it is no longer given."""
    latest = day + timedelta(days=HANDOVER_DAYS)
    return [
        other
        for other in facts.beside(piece)
        if not other.is_off
        and other.stage is not Stage.DONE
        and other.lasts_until(day + timedelta(days=TOLERANCE_DAYS))
        and (other.starts_on is None or other.starts_on <= latest)
        and _takes_over(other, piece)
    ]


def _takes_over(other: Help, piece: Help) -> bool:
    """Whether help does the same work; the measure of an ended benefit does not."""
    if is_one_service(piece, other):
        return False
    is_same_kind = other.giver is not Giver.MONEY or piece.giver is Giver.MONEY
    if not is_same_kind:
        return False
    has_same_goal = bool(set(other.goal_ids) & set(piece.goal_ids))
    is_equal = other.giver is piece.giver or other.giver in NEAR
    if has_same_goal and is_equal and other.giver is not Giver.CLIENT:
        return True
    return is_same_service(other.what, piece.what)


def _is_live(piece: Help, day: date) -> bool:
    return piece.runs_on(day) or piece.is_coming(day) or piece.is_asked(day)


def _is_lasting(piece: Help) -> bool:
    """Whether it is given over some time, and no task that is done and over."""
    starts_on, ends_on = piece.starts_on, piece.ends_on
    if piece.kind in (BenefitKind.AID,):
        return False
    if starts_on is None or ends_on is None:
        return True
    return (ends_on - starts_on).days > LASTING_DAYS


def _of_grant(facts: Around, grant: Grant) -> Iterator[Finding]:
    """Yield that an approval runs out, or that most of it is used."""
    piece = _granted(facts, grant)
    goes_on = piece is None or (
        _is_live(piece, facts.day)
        and (grant.until is None or piece.lasts_until(grant.until + timedelta(1)))
    )
    if not goes_on or _has_begun_later(facts, grant):
        return
    kind = _grant_kind(facts, grant)
    if kind is not None:
        yield Finding(
            kind=kind,
            domain=next(iter(grant.domains), None),
            grant=grant,
            helps=() if piece is None else (piece,),
            on=grant.until,
        )


def _grant_kind(facts: Around, grant: Grant) -> FindingKind | None:
    until = grant.until
    if until is not None and (until - facts.day).days <= AHEAD_DAYS:
        return FindingKind.GRANT_ENDS
    used = grant.used_percent
    is_mostly_used = used is not None and used >= USED_PERCENT
    return FindingKind.GRANT_USED if is_mostly_used else None


def _granted(facts: Around, grant: Grant) -> Help | None:
    known = [h for h in facts.situation.helps if h.id == grant.help_id]
    return known[0] if known else None


def _has_begun_later(facts: Around, grant: Grant) -> bool:
    """Whether a later approval for the same help goes on."""
    return any(
        other.id != grant.id
        and (other.help_id, other.who) == (grant.help_id, grant.who)
        and grant.until is not None
        and (other.until is None or other.until > grant.until)
        for other in facts.situation.grants
        if other.help_id or other.who
    )
