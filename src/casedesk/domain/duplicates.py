"""The rules for what is done twice: providers, payers, tasks, benefits."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from casedesk.domain.benefit import BenefitKind
from casedesk.domain.case import PartyRole
from casedesk.domain.finding import Finding, FindingKind
from casedesk.domain.help import NEAR, Giver, HelpSource, Stage
from casedesk.domain.rhythm import apart
from casedesk.domain.service_kind import (
    are_other_services,
    is_same_payer,
    is_same_service,
    is_same_task,
    pays_oneself,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.domain.around import Around
    from casedesk.domain.help import Help
    from casedesk.domain.life_domain import DomainKey

HANDOVER_DAYS = 14  # so long may two be there at once while one takes over
_TRADES = frozenset({PartyRole.CARE_SERVICE, PartyRole.SOCIAL_SERVICE})
"""Who of the same trade works in the same domain may well do the same work."""


def duplicates(facts: Around) -> Iterator[Finding]:
    """Yield what is done twice, each pair once and for its gravest reason."""
    current = [
        h
        for h in facts.situation.helps
        if h.stage in (Stage.RUNNING, Stage.PLANNED) and not h.is_over(facts.day)
    ]
    seen: set[tuple[str, ...]] = set()
    for one, other in _pairs(current):
        kind = _kind(one, other)
        if kind is None:
            continue
        found = Finding(kind=kind, domain=_shared(one, other), helps=(one, other))
        about = (kind, *sorted((one.who or one.id, other.who or other.id)), *_what(one))
        if about not in seen:
            seen.add(about)
            yield found
    yield from _granted_twice(facts)


def _granted_twice(facts: Around) -> Iterator[Finding]:
    """Yield help for which two payers have approved the costs for the same time."""
    helps = {piece.id: piece for piece in facts.situation.helps}
    current = [g for g in facts.situation.grants if g.runs_on(facts.day)]
    for one, other in combinations(current, 2):
        piece = helps.get(one.help_id)
        if piece is None or other.help_id != one.help_id:
            continue
        if not one.payer or not other.payer or is_same_payer(one.payer, other.payer):
            continue
        if pays_oneself(one.payer) or pays_oneself(other.payer):
            continue
        yield Finding(
            kind=FindingKind.TWO_PAYERS,
            domain=next(iter(piece.domains), None),
            helps=(piece,),
            grant=one,
            other_grant=other,
        )


def _pairs(helps: list[Help]) -> Iterator[tuple[Help, Help]]:
    """Yield all pairs that serve a domain together, each once."""
    by_domain: dict[DomainKey | None, list[Help]] = {}
    for piece in helps:
        for key in piece.domains or (None,):
            by_domain.setdefault(key, []).append(piece)
    met: set[tuple[str, str]] = set()
    for together in by_domain.values():
        for one, other in combinations(together, 2):
            if (one.id, other.id) not in met:
                met.add((one.id, other.id))
                yield one, other


def _kind(one: Help, other: Help) -> FindingKind | None:
    if not one.overlaps(other, HANDOVER_DAYS):
        return None
    if _are_two_benefits(one, other):
        return FindingKind.TWO_BENEFITS
    if _are_two_payers(one, other):
        return FindingKind.TWO_PAYERS
    if apart(one.rhythm, other.rhythm):
        return None
    if _are_two_providers(one, other):
        return FindingKind.TWO_PROVIDERS
    return FindingKind.TWO_RESPONSIBLE if _have_one_task(one, other) else None


def _are_two_benefits(one: Help, other: Help) -> bool:
    """Whether one kind of money or aid is had twice."""
    sources = {one.source, other.source}
    if sources != {HelpSource.BENEFIT} or one.kind is not other.kind:
        return False
    if one.kind not in (BenefitKind.MONEY, BenefitKind.AID):
        return False
    are_running = one.stage is other.stage is Stage.RUNNING
    return are_running and is_same_task(one.what, other.what)


def _are_two_payers(one: Help, other: Help) -> bool:
    """Whether one service of one provider is paid by two."""
    if not one.who or one.who != other.who or Giver.MONEY in (one.giver, other.giver):
        return False
    if not one.payer or not other.payer or is_same_payer(one.payer, other.payer):
        return False
    if pays_oneself(one.payer) or pays_oneself(other.payer):
        return False
    if one.kind is not other.kind and BenefitKind.AID in (one.kind, other.kind):
        return False
    if one.source is not other.source:
        return not are_other_services(one.what, other.what)
    return is_same_service(one.what, other.what)


def _are_two_providers(one: Help, other: Help) -> bool:
    """Whether two do the same service; the parts of one goal complement each other."""
    if {one.giver, other.giver} != {Giver.PROVIDER} or one.is_once or other.is_once:
        return False
    if not one.who or not other.who or one.who == other.who:
        return False
    if BenefitKind.AID in (one.kind, other.kind):
        return False
    if is_same_service(one.what, other.what):
        return True
    has_same_goal = bool(set(one.goal_ids) & set(other.goal_ids))
    trade = one.roles & other.roles & _TRADES
    is_known = are_other_services(one.what, other.what)
    return (
        bool(trade) and not has_same_goal and not is_known and _both_whole(one, other)
    )


def _both_whole(one: Help, other: Help) -> bool:
    """Whether both stand in the list of benefits, as services for a whole domain."""
    return one.source is other.source is HelpSource.BENEFIT


def _have_one_task(one: Help, other: Help) -> bool:
    """Whether one task has two who are responsible for it."""
    givers = {one.giver, other.giver}
    if Giver.MONEY in givers or givers == {Giver.PROVIDER} or givers <= set(NEAR):
        return False  # family and friends who share a task help each other
    ours, theirs = one.who or one.giver, other.who or other.giver
    return ours != theirs and is_same_task(one.what, other.what)


def _shared(one: Help, other: Help) -> DomainKey | None:
    return next((key for key in one.domains if key in other.domains), None)


def _what(one: Help) -> tuple[str, ...]:
    return tuple(sorted(map(str, one.domains)))
