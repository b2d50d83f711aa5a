"""Reports in words: their place in a list, where sections come from, what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.report import ReportState, state_of
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.avatar_list import AvatarItem
from casedesk.ui.widgets.labels import Tone

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from casedesk.domain.case import PartyId
    from casedesk.domain.report import LeftOut, Report
    from casedesk.services.reports import ShownReport, ShownSection
    from casedesk.ui.consents.categories import Categories


def report_item(
    report: Report, reports: Sequence[Report], names: Mapping[PartyId, str]
) -> AvatarItem:
    """Show a report in the list: its kind, its period, for whom, and how it stands."""
    state = state_of(report, reports)
    badge = wording.label(state) if state is not ReportState.REPLACED else _("replaced")
    is_draft = state is ReportState.DRAFT
    return AvatarItem(
        key=report.id,
        initials=wording.label(report.kind)[:1],
        title=wording.label(report.kind),
        middle=period_of(report),
        subtitle=recipient_of(report, names),
        badge=badge,
        badge_tone=Tone.ACCENT if is_draft else Tone.NEUTRAL,
        badge_words=wording.label(state),
    )


def title_of(report: Report) -> str:
    """Name a report, with its number once it has one."""
    return " ".join(filter(None, (wording.label(report.kind), report.number)))


def period_of(report: Report) -> str:
    """Say of which days a report tells."""
    return _("{first} to {last}").format(
        first=wording.day(report.starts_on), last=wording.day(report.ends_on)
    )


def recipient_of(report: Report, names: Mapping[PartyId, str]) -> str:
    """Say for whom a report is."""
    if report.party_id is None:
        return _("for the client")
    return _("for {name}").format(name=names.get(report.party_id, ""))


def line_of(
    report: Report, reports: Sequence[Report], names: Mapping[PartyId, str]
) -> str:
    """Say all of a report in one line."""
    parts = (
        title_of(report),
        recipient_of(report, names),
        period_of(report),
        wording.label(state_of(report, reports)),
    )
    return " · ".join(parts)


def standing_of(shown: ShownReport, names: Mapping[PartyId, str]) -> str:
    """Say where a report stands, and which other it replaces or is replaced by."""
    report, said = shown.report, []
    if report.issued_on is not None:
        about = f"{recipient_of(report, names)}, {period_of(report)}."
        said.append(about[:1].upper() + about[1:])
        issued = _("Issued on {day}; it stays as it is.")
        said.append(issued.format(day=wording.day(report.issued_on)))
    if shown.replaces is not None:
        said.append(
            _("It replaces the report {number} of {day}.").format(
                number=shown.replaces.number, day=wording.day(shown.replaces.issued_on)
            )
        )
    if shown.replaced_by is not None:
        said.append(_replaced(shown.replaced_by))
    return " ".join(said)


def _replaced(by: Report) -> str:
    if by.issued_on is None:
        return _("A report that replaces it is being written.")
    return _("It was replaced by the report {number} of {day}.").format(
        number=by.number, day=wording.day(by.issued_on)
    )


def source_of(shown: ShownSection) -> str:
    """Say where the words of a section come from."""
    section, fresh = shown.section, shown.fresh
    if fresh is None:
        return ""
    if section.is_typed and not section.taken_text.strip():
        return _("Written by you; the file gave nothing for this section.")
    if not section.taken_text.strip():
        return _("The file gives nothing for this section. It is not printed.")
    said = _("Taken from the file on {day}").format(day=wording.day(section.taken_on))
    if fresh.sources:
        sources = ", ".join(wording.label(each) for each in fresh.sources)
        said = f"{said}: {sources}"
    return f"{said}. " + (_("Changed by you since.") if section.is_typed else "")


def left_out_of(shown: ShownSection, categories: Categories) -> str:
    """Say what of the file is left out for the recipient, and why."""
    found = shown.fresh.left_out if shown.fresh is not None else ()
    return "\n".join(_left_out(each, categories) for each in found)


def reason_of(left_out: LeftOut, categories: Categories) -> str:
    """Say why something may not stand in a report for this recipient."""
    why = wording.label(left_out.why)
    said = f"{why[:1].upper()}{why[1:]}"
    if left_out.kinds:
        said = f"{said} ({categories.listed(left_out.kinds)})"
    return said + "."


def _left_out(left_out: LeftOut, categories: Categories) -> str:
    what = wording.label(left_out.source)
    said = _("Left out for this recipient – {what}: {n}, {why}").format(
        what=what, n=left_out.count, why=wording.label(left_out.why)
    )
    if left_out.kinds:
        said = f"{said} ({categories.listed(left_out.kinds)})"
    return said + "."


def told_of(shown: ShownSection, categories: Categories) -> str:
    """Say of which kinds of information a section tells."""
    told = shown.section.told
    if not told:
        return ""
    return _("Tells of: {kinds}").format(kinds=categories.listed(told))
