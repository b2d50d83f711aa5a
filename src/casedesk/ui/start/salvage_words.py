"""What could be saved of a damaged vault, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.ui.language import gettext as _
from casedesk.ui.language import ngettext
from casedesk.ui.window.list_items import noun

if TYPE_CHECKING:
    from casedesk.domain.salvage import KindSaved, Salvage

_ALWAYS = ("client", "case_record", "entry", "document", "history", "deed")
# Said with the papers they belong to.
_SILENT = ("document_content",)


def rows(report: Salvage) -> list[tuple[str, str, str]]:
    """Return for each kind its name, how many were saved, and what is missing.

    The kinds that matter most are always named, the others where something is missing.
    """
    kinds = [report.of(table) for table in _ALWAYS]
    kinds += [
        each
        for each in report.kinds
        if each.table not in (*_ALWAYS, *_SILENT) and not each.is_whole
    ]
    return [(kind_name(each.table), str(each.saved), missing(each)) for each in kinds]


def summary(report: Salvage) -> str:
    """Say in a sentence how much was saved."""
    saved = ngettext(
        "{count} row was saved.", "{count} rows were saved.", report.saved
    ).format(count=report.saved)
    if report.is_whole:
        return _("{saved} Nothing is known to be lost.").format(saved=saved)
    lost = ngettext(
        "{count} could not be read.", "{count} could not be read.", report.lost
    ).format(count=report.lost)
    emptied = ngettext(
        "{count} link led to something that is lost, and was emptied.",
        "{count} links led to something that is lost, and were emptied.",
        report.links_emptied,
    ).format(count=report.links_emptied)
    return " ".join([saved, lost, *([emptied] if report.links_emptied else [])])


def missing(kind: KindSaved) -> str:
    """Say what is missing of a kind, or that nothing is."""
    if kind.is_whole:
        return _("nothing")
    said = [
        (kind.lost, _("{count} lost")),
        (kind.earlier, _("{count} as before their last change")),
        (kind.in_parts, _("{count} in parts")),
        (kind.made_up, _("{count} blank, to hold what belongs to them")),
    ]
    parts = [words.format(count=count) for count, words in said if count]
    if not kind.is_lost_counted:
        parts.append(_("perhaps others that nobody can count"))
    return ", ".join(parts)


def kind_name(table: str) -> str:
    """Name the rows of a table."""
    others = {
        "history": _("Earlier states"),
        "deed": _("Trail of what was done"),
        "draft": _("Typed, but not yet in the record"),
        "setting": _("Settings"),
        "practice": _("Practice"),
        "practice_logo": _("Picture of the letterhead"),
        "phase_run": _("Phases"),
        "bin": _("Bin"),
        "erased": _("Protocol of what was erased"),
    }
    if table in others:
        return others[table]
    try:
        return noun(table)
    except KeyError:  # of a table that has no name of its own on screen
        return table
