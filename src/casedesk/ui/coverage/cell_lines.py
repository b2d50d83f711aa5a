"""What stands in a cell of the picture: who, until when, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from casedesk.domain.coverage import CoverState
from casedesk.domain.help import Giver, Stage
from casedesk.domain.service_kind import distinct_payers
from casedesk.ui import wording
from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from casedesk.domain.coverage import CoverRow
    from casedesk.domain.finding import Finding
    from casedesk.domain.help import Help
    from casedesk.words.finding_words import FindingWords


_WITHOUT_HELP = (CoverState.NO_GOAL, CoverState.REACHED, CoverState.RESTING)


class Sign(StrEnum):
    """The sign beside words about a finding."""

    GAP = "gap"
    TWICE = "twice"


@dataclass(frozen=True, slots=True, kw_only=True)
class CellLine:
    """A line of a cell: plain words, muted ones, or a sign with its words."""

    text: str
    is_strong: bool = False
    is_muted: bool = False
    sign: Sign | None = None


def need_lines(row: CoverRow, words: FindingWords) -> list[CellLine]:
    """Say what a row is about, and how it stands."""
    lines = [
        CellLine(text=words.domain(row.need.domain), is_strong=row.need.is_watched)
    ]
    if row.need.is_watched and row.need.level is not None:
        lines.append(CellLine(text=wording.label(row.need.level), is_muted=True))
    if row.need.is_pressing and row.need.words.strip():
        lines.append(CellLine(text=_shortened(row.need.words), is_muted=True))
    gaps = [f for f in row.findings if not f.is_duplicate]
    twice = [f for f in row.findings if f.is_duplicate]
    if gaps:
        lines.append(CellLine(text=_kinds(gaps), sign=Sign.GAP))
    if twice:
        lines.append(CellLine(text=_kinds(twice), sign=Sign.TWICE))
    if row.state in _WITHOUT_HELP and not gaps:
        why = _shortened(row.no_goal) if row.state is CoverState.NO_GOAL else ""
        parts = [part for part in (wording.label(row.state), why) if part]
        lines.append(CellLine(text=": ".join(parts), is_muted=True))
    return lines


def help_lines(
    row: CoverRow, giver: Giver, words: FindingWords, today: date
) -> list[CellLine]:
    """Say who helps in a cell, until when, and what was found about it."""
    lines: list[CellLine] = []
    for together in _by_giver(row.cells[giver]).values():
        lines.append(CellLine(text=_name(together, words)))
        note = _until(together, today)
        if note:
            lines.append(CellLine(text=note, is_muted=True))
        lines += _found(together, row.findings)
    if giver is Giver.MONEY:
        lines += [
            CellLine(text=_("{payer} pays").format(payer=payer), is_muted=True)
            for payer in distinct_payers(payer for payer, _piece in row.payers)
        ]
    return lines


def spoken(lines: Sequence[CellLine]) -> str:
    """Say a cell for a screen reader."""
    said = []
    for line in lines:
        if line.sign is Sign.GAP:
            said.append(_("Gap: {words}").format(words=line.text))
        elif line.sign is Sign.TWICE:
            said.append(_("Twice: {words}").format(words=line.text))
        else:
            said.append(line.text)
    return ", ".join(said)


def _by_giver(helps: Sequence[Help]) -> Mapping[str, list[Help]]:
    together: dict[str, list[Help]] = {}
    for piece in helps:
        together.setdefault(piece.who or piece.id, []).append(piece)
    return together


def _name(together: Sequence[Help], words: FindingWords) -> str:
    first = together[0]
    if first.giver in (Giver.CLIENT, Giver.CASE_MANAGER, Giver.MONEY) or not first.name:
        return _shortened(first.what) or words.giver(first)
    return first.name.partition(",")[0]  # of somebody acting for others, the person


def _until(together: Sequence[Help], today: date) -> str:
    """Say until when help is given; of several pieces, the one that goes on longest."""
    if any(h.runs_on(today) for h in together):
        running = [h for h in together if h.runs_on(today)]
        ends = [h.ends_on for h in running]
        if None in ends:
            return ""
        last = max(each for each in ends if each is not None)
        return _("until {day}").format(day=wording.day(last))
    piece = together[0]
    if piece.stage is Stage.ASKED:
        if piece.asked_on is None:
            return _("asked for")
        return _("asked for on {day}").format(day=wording.day(piece.asked_on))
    if piece.starts_on is None:
        return _("planned")
    return _("from {day}").format(day=wording.day(piece.starts_on))


def _found(together: Sequence[Help], findings: Sequence[Finding]) -> list[CellLine]:
    ids = {piece.id for piece in together}
    lines = [
        CellLine(
            text=wording.label(f.kind), sign=Sign.TWICE if f.is_duplicate else Sign.GAP
        )
        for f in findings
        if ids & {piece.id for piece in f.helps} and f.need is None
    ]
    return list(dict.fromkeys(lines))  # two of a kind are told apart in the list


def _kinds(findings: Sequence[Finding]) -> str:
    return ", ".join(dict.fromkeys(wording.label(f.kind) for f in findings))


def _shortened(text: str, most: int = 70) -> str:
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return line[:most].rsplit(" ", 1)[0] + " …"
