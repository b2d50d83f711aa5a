"""The rules for needs that nobody answers, or that hang on one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.assessment import NeedLevel
from casedesk.domain.benefit import BenefitKind
from casedesk.domain.finding import Finding, FindingKind
from casedesk.domain.help import NEAR, Giver, HelpSource, Stage
from casedesk.domain.life_domain import LifeDomain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from casedesk.domain.around import Around
    from casedesk.domain.coverage_facts import Need
    from casedesk.domain.help import Help

UNTIL_DAYS = {NeedLevel.AT_ONCE: 7, NeedLevel.SOON: 28}
LONGEST_UNTIL_DAYS = 42
MOST_SHARE = 2 / 3
MUCH_MINUTES = 7 * 60
MONEY_HELPS = (LifeDomain.FINANCES, LifeDomain.BENEFITS)
"""Domains in which money is the help; elsewhere somebody has to do something."""


def need_gaps(facts: Around) -> Iterator[Finding]:
    """Yield the gaps of every need in its order."""
    for need in facts.situation.needs:
        yield from _of_need(facts, need)
        yield from _of_goals(facts, need)
        yield from _hanging(facts, need)


def _of_need(facts: Around, need: Need) -> Iterator[Finding]:
    """Yield why nobody answers a need; of several reasons the nearest alone."""
    if not need.is_pressing or need.domain in facts.situation.no_goal:
        return
    if _is_reached(facts, need):
        return
    helping = [h for h in facts.by_domain.get(need.domain, ()) if _does(h, need)]
    day = facts.day
    if any(h.runs_on(day) and not _is_older(h, need) for h in helping):
        return
    older = [h for h in helping if h.runs_on(day)]
    if any(h.is_asked(day) for h in helping):
        return  # whether it waits too long is asked of the help itself
    coming = [h for h in helping if h.is_coming(day)]
    if coming:
        yield from () if older else _until(facts, need, coming)
        return
    yield _unanswered(facts, need, helping, older)


def _unanswered(
    facts: Around, need: Need, helping: list[Help], older: list[Help]
) -> Finding:
    aims = [
        aim
        for aim in facts.situation.aims
        if need.domain in aim.domains and aim.is_pursued and not aim.is_guiding
    ]
    planned = [h for h in helping if h.source is HelpSource.MEASURE or h.is_off]
    ended = [h for h in planned if h.is_over(facts.day)]
    refused = [h for h in planned if h.stage is Stage.REFUSED]
    if older and not planned and not aims:
        kind, about = FindingKind.ONLY_OLDER_HELP, older
        return Finding(kind=kind, helps=tuple(about), domain=need.domain, need=need)
    if refused and (not ended or _day_of(refused) >= _day_of(ended)):
        last = max(refused, key=lambda h: _day_of([h]))
        return Finding(
            kind=FindingKind.REFUSED,
            helps=(last,),
            on=last.off_on,
            domain=need.domain,
            need=need,
        )
    if ended:
        last = max(ended, key=lambda h: _day_of([h]))
        return Finding(
            kind=FindingKind.ENDED,
            helps=(last,),
            on=last.ends_on,
            domain=need.domain,
            need=need,
        )
    aim = next((a for a in aims if not facts.by_aim.get(a.id)), None)
    kind = FindingKind.GOAL_WITHOUT_MEASURE if aim else FindingKind.NEED_OPEN
    return Finding(kind=kind, aim=aim, domain=need.domain, need=need)


def _of_goals(facts: Around, need: Need) -> Iterator[Finding]:
    """Yield goals that answer a need and have no measure, where others have some."""
    for aim in facts.situation.aims:
        is_main = aim.domains[:1] == (need.domain,)
        if not (is_main and need.is_pressing and aim.is_pursued):
            continue
        if aim.is_guiding or aim.is_resting or facts.by_aim.get(aim.id):
            continue
        if facts.by_domain.get(need.domain):
            kind = FindingKind.GOAL_WITHOUT_MEASURE
            yield Finding(kind=kind, domain=need.domain, need=need, aim=aim)


def _is_reached(facts: Around, need: Need) -> bool:
    """Whether a goal answered the need after it was assessed, or waits on purpose."""
    for aim in facts.situation.aims:
        if need.domain not in aim.domains:
            continue
        if aim.is_resting and aim.is_pursued:
            return True
        is_later = (
            aim.ended_on is None
            or need.assessed_on is None
            or aim.ended_on >= need.assessed_on
        )
        if aim.is_reached and is_later:
            return True
    return False


def _does(piece: Help, need: Need) -> bool:
    """Whether help answers a need by its kind: money does so in few domains."""
    return piece.giver is not Giver.MONEY or need.domain in MONEY_HELPS


def _is_older(piece: Help, need: Need) -> bool:
    """Whether it was given already when the need was found in spite of it."""
    if piece.source is HelpSource.MEASURE or need.assessed_on is None:
        return False
    return piece.starts_on is not None and piece.starts_on < need.assessed_on


def _until(facts: Around, need: Need, coming: list[Help]) -> Iterator[Finding]:
    """Yield that nobody helps before the first help begins, if that is long."""
    dated = [h for h in coming if h.starts_on is not None]
    if len(dated) < len(coming):
        return  # one without a day may begin tomorrow
    first = min(dated, key=lambda h: h.starts_on or facts.day)
    limit = UNTIL_DAYS.get(need.level or NeedLevel.NONE, LONGEST_UNTIL_DAYS)
    if first.starts_on and (first.starts_on - facts.day).days > limit:
        yield Finding(
            kind=FindingKind.NOTHING_UNTIL,
            domain=need.domain,
            need=need,
            helps=(first,),
            on=first.starts_on,
        )


def _day_of(helps: Sequence[Help]) -> tuple[int, str]:
    """Return the latest day on which help ended or was refused, as it is sorted."""
    days = [h.off_on or h.ends_on for h in helps]
    known = [each.isoformat() for each in days if each is not None]
    return (len(known), max(known, default=""))


def _hanging(facts: Around, need: Need) -> Iterator[Finding]:
    """Yield that the help for a need hangs on one person, and nobody steps in."""
    deputies = facts.situation.deputies
    if deputies is None or not need.is_pressing:
        return
    giving = [
        h
        for h in facts.by_domain.get(need.domain, ())
        if h.runs_on(facts.day)
        and h.giver in (*NEAR, Giver.PROVIDER)
        and h.kind is not BenefitKind.AID
        and not h.is_once
    ]
    bearer = _bearer(giving)
    if bearer is None or deputies - {bearer.who}:
        return
    kind = FindingKind.HANGS_ON_ONE
    yield Finding(kind=kind, domain=need.domain, need=need, helps=(bearer,))


def _bearer(giving: list[Help]) -> Help | None:
    """Return the help of the one person of the close network who bears the most."""
    near = [h for h in giving if h.giver in NEAR and h.is_person and h.who]
    if not near:
        return None
    if len({h.who or h.id for h in giving}) == 1:
        return near[0]
    total = sum(h.weekly_minutes or 0 for h in giving)
    for who in dict.fromkeys(h.who for h in near):
        minutes = sum(h.weekly_minutes or 0 for h in near if h.who == who)
        if minutes >= MUCH_MINUTES and minutes >= MOST_SHARE * total:
            return next(h for h in near if h.who == who and h.weekly_minutes)
    return None
