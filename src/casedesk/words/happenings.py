"""What came into the record by itself, in words: for the window and for paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from casedesk.domain.claim import Outcome
from casedesk.domain.conference import ConferenceKind
from casedesk.domain.consent import ConsentKind, Direction
from casedesk.domain.document import DocumentKind
from casedesk.domain.entry import EntryKind
from casedesk.domain.goal import Achievement, GoalEnding
from casedesk.domain.happening import Event
from casedesk.domain.intake import Decision
from casedesk.domain.measure import MeasureState
from casedesk.domain.phase import Phase
from casedesk.domain.referral import ReferralKind
from casedesk.domain.review import ReviewOutcome
from casedesk.domain.risk import RiskKind
from casedesk.words import phrases

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import StrEnum

    from casedesk.domain.happening import Happening
    from casedesk.domain.practice import Standard
    from casedesk.words.phrases import Translate

ARROW = " → "


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A happening in words: what it was, and what the user wrote about it."""

    title: str
    detail: str = ""


def said_of(happening: Happening, standard: Standard, translate: Translate) -> Said:
    """Say what happened."""
    kind = happening.kind
    label = phrases.label(kind, translate)
    if isinstance(kind, EntryKind):
        return Said(title=label)
    if kind in _SENTENCES:
        sentence = translate(_SENTENCES[kind])
        title = sentence.format(day=phrases.day(_day(happening.code), translate))
        return Said(title=title, detail=happening.words)
    if kind is Event.DISCLOSED:
        way = translate(_WAYS[Direction(happening.code)])
        return Said(title=way.format(name=happening.words))
    what = _WHAT[kind](happening, standard, translate) if kind in _WHAT else ""
    title = f"{label}: {what}" if what else label
    if kind in _NAMED:
        return Said(title=f"{title} {happening.words}".strip())
    return Said(title=title, detail=happening.words)


def _(message: str) -> str:
    """Mark a message for translation; it is translated when it is used."""
    return message


_SENTENCES = {Event.ADDENDUM: _("Addendum to the entry of {day}")}
_WAYS = {
    Direction.PASS_ON: _("Passed on to {name}"),
    Direction.OBTAIN: _("Obtained from {name}"),
    Direction.BOTH: _("Exchanged with {name}"),
}
# What is told by these is named in one line.
_NAMED = (Event.PAPER_ISSUED, Event.PAPER_HANDED)


def _choice(kind: type[StrEnum]) -> Words:
    def words(happening: Happening, _: Standard, translate: Translate) -> str:
        return phrases.label(kind(happening.code), translate) if happening.code else ""

    return words


def _change(kind: type[StrEnum]) -> Words:
    def words(happening: Happening, _: Standard, translate: Translate) -> str:
        states = (happening.code, happening.became)
        return ARROW.join(phrases.label(kind(s), translate) for s in states if s)

    return words


def _phase(happening: Happening, standard: Standard, translate: Translate) -> str:
    return phrases.phase(Phase(happening.code), standard, translate)


def _version(happening: Happening, _: Standard, translate: Translate) -> str:
    sentence = translate(_VERSION)
    return sentence.format(number=happening.code)


def _ending(happening: Happening, _: Standard, translate: Translate) -> str:
    ending = GoalEnding(happening.code) if happening.code else None
    named: list[StrEnum] = []
    if ending not in (None, GoalEnding.COMPLETED):
        named.append(ending)
    if happening.became:
        named.append(Achievement(happening.became))
    return ", ".join(phrases.label(each, translate) for each in named)


def _numbers(happening: Happening, _: Standard, _translate: Translate) -> str:
    return ARROW.join(filter(None, (happening.code, happening.became)))


def _levels(happening: Happening, _: Standard, _translate: Translate) -> str:
    """Name the levels of goal attainment with their signs, as the scale does."""
    levels = [int(each) for each in (happening.code, happening.became) if each]
    return ARROW.join(f"{level:+}" if level else "0" for level in levels)


def _payer(happening: Happening, _: Standard, _translate: Translate) -> str:
    return happening.code


if TYPE_CHECKING:
    Words = Callable[[Happening, Standard, Translate], str]

_VERSION = _("version {number}")
_WHAT: dict[Event, Words] = {
    Event.PHASE_BEGUN: _phase,
    Event.PHASE_FINISHED: _phase,
    Event.INTAKE_DECIDED: _choice(Decision),
    Event.CONSENT_EXPLAINED: _choice(ConsentKind),
    Event.CONSENT_SIGNED: _choice(ConsentKind),
    Event.CONSENT_WITHDRAWN: _choice(ConsentKind),
    Event.PAPER_ISSUED: _choice(DocumentKind),
    Event.PAPER_HANDED: _choice(DocumentKind),
    Event.ASSESSED: _version,
    Event.REVIEWED: _choice(ReviewOutcome),
    Event.RISK_NOTED: _choice(RiskKind),
    Event.RISK_ENDED: _choice(RiskKind),
    Event.PLAN_AGREED: _version,
    Event.GOAL_ENDED: _ending,
    Event.GOAL_RATED: _levels,
    Event.GOAL_REVIEWED: _levels,
    Event.GOAL_PROGRESS: _numbers,
    Event.MEASURE_CHANGED: _change(MeasureState),
    Event.APPROVAL_ASKED: _payer,
    Event.APPROVAL_GRANTED: _payer,
    Event.APPROVAL_REFUSED: _payer,
    Event.APPROVAL_APPEALED: _payer,
    Event.REFERRAL_SENT: _choice(ReferralKind),
    Event.REFERRAL_ACCEPTED: _choice(ReferralKind),
    Event.REFERRAL_DECLINED: _choice(ReferralKind),
    Event.REFERRAL_STARTED: _choice(ReferralKind),
    Event.REFERRAL_ANSWERED: _choice(ReferralKind),
    Event.REFERRAL_ENDED: _choice(ReferralKind),
    Event.CLAIM_DECIDED: _choice(Outcome),
    Event.CONFERENCE_HELD: _choice(ConferenceKind),
    Event.CONFERENCE_CANCELLED: _choice(ConferenceKind),
}


def _day(code: str) -> date | None:
    return date.fromisoformat(code) if code else None
