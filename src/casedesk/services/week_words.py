"""What stands in the week of care, in any language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.care_slot import Weeks, clashes, empty_days, week_minutes
from casedesk.domain.measure import Responsible
from casedesk.domain.rhythm import WEEK
from casedesk.figures.week import WeekBlock, WeekSign, WeekWords
from casedesk.words import phrases

if TYPE_CHECKING:
    from collections.abc import Callable

    from casedesk.domain.care_slot import CareSlot
    from casedesk.services.care_week import ShownWeek

    Translate = Callable[[str], str]


def week_blocks(shown: ShownWeek, words: Translate) -> tuple[WeekBlock, ...]:
    """Return the times of care as they are drawn."""
    clashing = {slot.id for pair in clashes(shown.slots) for slot in pair}
    return tuple(
        WeekBlock(
            id=slot.id,
            day=WEEK.index(slot.weekday),
            begins=slot.span[0],
            ends=slot.span[1],
            title=comer(slot, shown, words).partition(",")[0],
            note=note(slot, words).replace("–", " – "),  # may be parted there
            words=said(slot, shown, words, is_clash=slot.id in clashing),
            is_timed=slot.has_time,
            is_half=slot.weeks is not Weeks.EVERY,
            is_clash=slot.id in clashing,
            is_formal=slot.is_formal,
        )
        for slot in shown.slots
    )


def week_words(shown: ShownWeek, words: Translate) -> WeekWords:
    """Return the words around the blocks."""
    return WeekWords(
        title=words("Week of care of {name}").format(name=shown.client_name),
        days=[phrases.label(day, words) for day in WEEK],
        description=" ".join(week_findings(shown, words)),
        clash=words("at the same time"),
        empty=_empty(shown, words),
        legend=(
            WeekSign(words=words("providers")),
            WeekSign(words=words("client and close network"), is_formal=False),
            WeekSign(words=words("every second week"), is_half=True),
            WeekSign(words=words("time not known"), is_timed=False),
        ),
    )


def week_findings(shown: ShownWeek, words: Translate) -> list[str]:
    """Say what the week shows: who meets, and where nobody comes."""
    lines = [
        words(
            "{one} and {other} come at the same time for the same domain ({domain}): "
            "{day} {time}."
        ).format(
            one=comer(one, shown, words),
            other=comer(other, shown, words),
            domain=domain(one, shown, words),
            day=phrases.label(one.weekday, words),
            time=times(one, words),
        )
        for one, other in clashes(shown.slots)
    ]
    for gap in empty_days(shown.slots, shown.daily):
        named = phrases.life_domain(gap.life_domain, shown.own_domains, words)
        if gap.days:
            days = ", ".join(phrases.label(day, words) for day in gap.days)
            lines.append(
                words("{domain} is needed every day; nobody comes on: {days}.").format(
                    domain=named, days=days
                )
            )
        if gap.every_second_week:
            days = ", ".join(phrases.label(d, words) for d in gap.every_second_week)
            lines.append(
                words(
                    "{domain} is needed every day; only in every second week somebody "
                    "comes on: {days}."
                ).format(domain=named, days=days)
            )
    return lines


def week_total(shown: ShownWeek, words: Translate) -> str:
    """Say how many hours of care stand in a usual week; nothing if none are known."""
    total = week_minutes(shown.slots)
    if not total.formal and not total.near:
        return ""
    return words(
        "In a usual week: {formal} by providers, {near} by client and close network."
    ).format(
        formal=phrases.hours(total.formal, words), near=phrases.hours(total.near, words)
    )


def comer(slot: CareSlot, shown: ShownWeek, words: Translate) -> str:
    """Name who comes."""
    if slot.party_id is not None and slot.party_id in shown.names:
        name = shown.names[slot.party_id]
        if slot.responsible not in (Responsible.CLIENT, Responsible.CASE_MANAGER):
            return name
    return slot.name.strip() or phrases.label(slot.responsible, words)


def note(slot: CareSlot, words: Translate) -> str:
    """Say in short when it is and what is done."""
    parts = [times(slot, words) if slot.has_time else "", slot.what.strip()]
    if slot.weeks is not Weeks.EVERY:
        parts.insert(1, phrases.label(slot.weeks, words))
    return ", ".join(part for part in parts if part)


def said(
    slot: CareSlot, shown: ShownWeek, words: Translate, *, is_clash: bool = False
) -> str:
    """Say all about a time of care."""
    parts = [
        f"{phrases.label(slot.weekday, words)} {times(slot, words)}",
        comer(slot, shown, words),
        slot.what.strip(),
        domain(slot, shown, words) if slot.life_domain else "",
        "" if slot.weeks is Weeks.EVERY else phrases.label(slot.weeks, words),
        words("at the same time as another provider") if is_clash else "",
        slot.note.strip(),
    ]
    return ", ".join(part for part in parts if part)


def times(slot: CareSlot, words: Translate) -> str:
    """Say from when until when, or in which part of the day."""
    if not slot.has_time:
        return phrases.label(slot.part, words)
    begins, ends = slot.span
    return f"{clock(begins)}–{clock(ends)}"


def clock(minute: int) -> str:
    """Write a minute of the day as a time."""
    return f"{minute // 60:02}:{minute % 60:02}"


def domain(slot: CareSlot, shown: ShownWeek, words: Translate) -> str:
    """Name the domain of life that a time of care is for."""
    if slot.life_domain is None:
        return words("no domain named")
    return phrases.life_domain(slot.life_domain, shown.own_domains, words)


def _empty(shown: ShownWeek, words: Translate) -> dict[int, str]:
    found: dict[int, list[str]] = {}
    for gap in empty_days(shown.slots, shown.daily):
        named = phrases.life_domain(gap.life_domain, shown.own_domains, words)
        for day in gap.days:
            found.setdefault(WEEK.index(day), []).append(named)
    return {
        day: words("nobody: {domains}").format(domains=", ".join(names))
        for day, names in found.items()
    }
