"""The rules for gaps: needs without help, and help that ended, waits or will end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import chain
from typing import TYPE_CHECKING

from casedesk.domain.assessment import NeedLevel
from casedesk.domain.benefit import BenefitKind
from casedesk.domain.finding import Finding, FindingKind
from casedesk.domain.help import NEAR, Giver, HelpSource, Stage
from casedesk.domain.life_domain import LifeDomain
from casedesk.domain.service_kind import is_same_service

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from casedesk.domain.coverage_facts import Aim, Grant, Need, Situation
    from casedesk.domain.help import Help
    from casedesk.domain.life_domain import DomainKey

WAIT_DAYS = {NeedLevel.AT_ONCE: 14, NeedLevel.SOON: 28}
LONGEST_WAIT_DAYS = 42
UNTIL_DAYS = {NeedLevel.AT_ONCE: 7, NeedLevel.SOON: 28}
LONGEST_UNTIL_DAYS = 42
GRACE_DAYS = 7  # so late may something begin before it is asked about
AHEAD_DAYS = 30
HANDOVER_DAYS = 31  # so long may it take until the next one begins
RECENT_DAYS = 90  # what ended earlier is looked at through its need alone
TOLERANCE_DAYS = 14
LASTING_DAYS = 31  # what is planned for less is done, not given
USED_PERCENT = 80
MOST_SHARE = 2 / 3
MUCH_MINUTES = 7 * 60
MONEY_HELPS = (LifeDomain.FINANCES, LifeDomain.BENEFITS)
"""Domains in which money is the help; elsewhere somebody has to do something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """A situation with its help found by domain and goal."""

    situation: Situation
    day: date
    by_domain: dict[DomainKey, list[Help]]
    by_aim: dict[str, list[Help]]
    aims: dict[str, Aim]
    needs: dict[DomainKey, Need]

    def target_of(self, piece: Help) -> Aim | None:
        """Return the pursued goal with a day that a piece of help serves."""
        served = (self.aims.get(key) for key in piece.goal_ids)
        dated = [aim for aim in served if aim and aim.is_pursued and aim.target_on]
        if dated or piece.goal_ids:
            return max(dated, key=lambda aim: aim.target_on or self.day, default=None)
        beside = [
            self.aims[key]
            for other in self.beside(piece)
            if _is_one_service(piece, other)
            for key in other.goal_ids
            if key in self.aims
        ]
        dated = [aim for aim in beside if aim.is_pursued and aim.target_on]
        return max(dated, key=lambda aim: aim.target_on or self.day, default=None)

    def beside(self, piece: Help) -> list[Help]:
        """Return other help for the same domains or goals."""
        near = chain(
            *(self.by_domain.get(key, ()) for key in piece.domains),
            *(self.by_aim.get(key, ()) for key in piece.goal_ids),
        )
        return list({each.id: each for each in near if each.id != piece.id}.values())

    def level_of(self, piece: Help) -> NeedLevel | None:
        """Return how much the most pressing need presses that it answers."""
        levels = [self.needs[key].level for key in piece.domains if key in self.needs]
        order = (NeedLevel.AT_ONCE, NeedLevel.SOON)
        return next((level for level in order if level in levels), None)

    def is_watched(self, piece: Help) -> bool:
        """Whether a need or something to watch lies in one of its domains."""
        needs = self.needs
        return any(key in needs and needs[key].is_watched for key in piece.domains)


def around(situation: Situation, day: date) -> Around:
    """Find the help of a situation by domain and by goal."""
    by_domain: dict[DomainKey, list[Help]] = {}
    by_aim: dict[str, list[Help]] = {}
    for piece in situation.helps:
        for key in piece.domains:
            by_domain.setdefault(key, []).append(piece)
        for goal_id in piece.goal_ids:
            by_aim.setdefault(goal_id, []).append(piece)
    return Around(
        situation=situation,
        day=day,
        by_domain=by_domain,
        by_aim=by_aim,
        aims={aim.id: aim for aim in situation.aims},
        needs={need.domain: need for need in situation.needs},
    )


def gaps(facts: Around) -> Iterator[Finding]:
    """Yield every gap: need by need, then help by help, then grant by grant."""
    said: set[str] = set()
    for need in facts.situation.needs:
        for finding in (*_of_need(facts, need), *_of_goals(facts, need)):
            said.update(piece.id for piece in finding.helps)
            yield finding
    for need in facts.situation.needs:
        yield from _hanging(facts, need)
    for piece in facts.situation.helps:
        if piece.is_open:
            yield from _of_help(facts, piece, said)
    for grant in facts.situation.grants:
        yield from _of_grant(facts, grant)


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
    base = {"domain": need.domain, "need": need}
    if older and not planned and not aims:
        kind, about = FindingKind.ONLY_OLDER_HELP, older
        return Finding(kind=kind, helps=tuple(about), **base)
    if refused and not older and (not ended or _day_of(refused) >= _day_of(ended)):
        last = max(refused, key=lambda h: _day_of([h]))
        return Finding(kind=FindingKind.REFUSED, helps=(last,), on=last.off_on, **base)
    if ended and not older:
        last = max(ended, key=lambda h: _day_of([h]))
        return Finding(kind=FindingKind.ENDED, helps=(last,), on=last.ends_on, **base)
    aim = next((a for a in aims if not facts.by_aim.get(a.id)), None)
    kind = FindingKind.GOAL_WITHOUT_MEASURE if aim else FindingKind.NEED_OPEN
    return Finding(kind=kind, aim=aim, **base)


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
    is_awaited = piece.stage in (Stage.PLANNED, Stage.ASKED) and not piece.is_over(day)
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
        and _is_one_service(piece, other)
        and other.runs_on(facts.day)
        and other.lasts_until(until)
    )
    first = next(longer, None)
    return () if first is None else (first,)


def _is_one_service(piece: Help, other: Help) -> bool:
    """Whether a measure and a benefit are two records of the same service."""
    return bool(piece.who) and piece.who == other.who and piece.source != other.source


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
    if _is_one_service(piece, other):
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


def _of_grant(facts: Around, grant: Grant) -> Iterator[Finding]:
    """Yield that an approval runs out, or that most of it is used."""
    piece = _granted(facts, grant)
    goes_on = piece is None or (
        _is_live(piece, facts.day)
        and (grant.until is None or piece.lasts_until(grant.until + timedelta(1)))
    )
    if not goes_on or _has_begun_later(facts, grant):
        return
    base = {
        "domain": next(iter(grant.domains), None),
        "grant": grant,
        "helps": () if piece is None else (piece,),
    }
    until = grant.until
    if until is not None and (until - facts.day).days <= AHEAD_DAYS:
        yield Finding(kind=FindingKind.GRANT_ENDS, on=until, **base)
    elif grant.used_percent is not None and grant.used_percent >= USED_PERCENT:
        yield Finding(kind=FindingKind.GRANT_USED, on=until, **base)


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
