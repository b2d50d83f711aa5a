"""The words of the sheets about the vault itself; no case is in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.pdf.blocks import Fact, Letterhead, Sheet
from casedesk.pdf.emergency_sheet import EmergencySheet
from casedesk.pdf.recovery_sheet import RecoverySheet
from casedesk.pdf.section import Section
from casedesk.services.paper_words.imprint import letterhead
from casedesk.words.sheets import load_sheet

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from casedesk.domain.moving import MovingList
    from casedesk.domain.practice import Practice
    from casedesk.words.catalog import Words
    from casedesk.words.sheets import SheetSection


def recovery_sheet(
    lines: tuple[str, ...], mark: str, day: date, words: Words
) -> RecoverySheet:
    """Return the recovery sheet. It names nobody, so that a finder learns nothing."""
    title = words("Recovery sheet")
    return RecoverySheet(
        sheet=_sheet(title, mark, Letterhead(name="CaseDesk"), words),
        title=title,
        edition=words("Mark {mark} · printed on {day}").format(
            mark=mark, day=words.day(day)
        ),
        opening=words(
            "These seven lines open the vault with this mark, even without its "
            "passphrase. Whoever has this sheet and the file of the vault can read "
            "everything in it."
        ),
        lines=lines,
        sections=(
            Section(heading=words("How to keep it"), bullets=_keeping(words)),
            Section(heading=words("How to use it"), bullets=_using(words)),
        ),
    )


def emergency_sheet(
    practice: Practice,
    logo: bytes,
    known: Mapping[str, str],
    words: Words,
) -> EmergencySheet:
    """Return the emergency sheet; `known` fills lines, the rest is for the pen."""
    text = load_sheet("emergency", practice.country, words.language)
    return EmergencySheet(
        sheet=_sheet(text.title, known["mark"], letterhead(practice, logo), words),
        title=text.title,
        edition=text.edition,
        opening=text.intro,
        sections=tuple(_section(section, known) for section in text.sections),
    )


def moving_sheet(
    practice: Practice, logo: bytes, moving: MovingList, words: Words
) -> EmergencySheet:
    """Return the list that is compared on another computer, with what to do there."""
    title = words("To another computer")
    last = "" if moving.last_deed_at is None else words.moment(moving.last_deed_at)
    facts = (
        (words("Check code"), moving.code),
        (words("Mark of the vault"), moving.mark),
        (words("Clients"), str(moving.clients)),
        (words("Open cases"), str(moving.open_cases)),
        (words("Closed cases"), str(moving.closed_cases)),
        (words("Entries"), str(moving.entries)),
        (words("Papers"), str(moving.papers)),
        (words("Last change"), f"{moving.last_deed} · {last}"),
    )
    return EmergencySheet(
        sheet=_sheet(title, moving.mark, letterhead(practice, logo), words),
        title=title,
        edition="",
        opening=(
            words(
                "Everything of the vault must be on the new computer before it is "
                "deleted on the old one. These figures are the same there."
            ),
        ),
        sections=(
            Section(
                heading=words("To compare"),
                facts=tuple(Fact(label=label, value=value) for label, value in facts),
            ),
            Section(heading=words("On the new computer"), bullets=_arriving(words)),
        ),
    )


def _arriving(words: Words) -> tuple[str, ...]:
    return (
        words("Install CaseDesk and copy the file from the drive into a folder there."),
        words("Open it with the same passphrase; the recovery sheet stays valid."),
        words(
            "Choose “To another computer” in the preferences and type the check code."
        ),
        words("Set up the backups anew and make one."),
        words("Only then delete the vault on the old computer, in the same window."),
    )


def _section(section: SheetSection, known: Mapping[str, str]) -> Section:
    return Section(
        heading=section.heading,
        paragraphs=section.paragraphs,
        bullets=section.bullets,
        facts=tuple(
            Fact(label=field.label, value=known.get(field.value, ""), lines=field.lines)
            for field in section.fields
        ),
        by_hand=True,
    )


def _sheet(title: str, mark: str, head: Letterhead, words: Words) -> Sheet:
    return Sheet(
        title=title,
        letterhead=head,
        document_number=f"{title} {mark}",
        page_of=words("Page {page} of {pages}"),
        language=words.language.tag,
    )


def _keeping(words: Words) -> tuple[str, ...]:
    return (
        words(
            "Away from the computer and from its backups: in a safe, at the bank, or "
            "sealed with somebody you trust."
        ),
        words("Only on paper: do not photograph, scan or save it."),
        words("Note on the emergency sheet where it is."),
        words(
            "When the passphrase is changed, print the new sheet. This one then opens "
            "only the backups made before; destroy it together with them."
        ),
    )


def _using(words: Words) -> tuple[str, ...]:
    return (
        words(
            "Start CaseDesk, choose the vault or its newest backup, and press “Forgot "
            "the passphrase?”."
        ),
        words(
            "Type the lines one after the other; a wrong line is marked at once. "
            "Capitals, spaces and dashes do not matter, and O counts as 0, I and L as "
            "1."
        ),
        words(
            "Instead of typing, a hand scanner at the computer can read the square. "
            "Do not use a phone."
        ),
        words("Then choose a new passphrase."),
    )
