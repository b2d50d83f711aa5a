"""The coverage check in the words of its paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.coverage import CoverState
from casedesk.domain.help import Giver, Stage
from casedesk.domain.service_kind import distinct_payers
from casedesk.pdf.blocks import Column, Fact, Stacked, Table
from casedesk.pdf.coverage import CoveragePaper
from casedesk.services.paper_words.imprint import sheet
from casedesk.words.finding_words import FindingWords

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from casedesk.domain.coverage import CoverRow
    from casedesk.domain.finding import AcceptedFinding, Finding
    from casedesk.domain.help import Help
    from casedesk.pdf.blocks import Cell
    from casedesk.services.coverage import CheckedCase
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.services.paper_words.imprint import Imprint
    from casedesk.words.catalog import Words

_NEAR = (Giver.CLIENT, Giver.NETWORK, Giver.VOLUNTEER)
_FORMAL = (Giver.PROVIDER, Giver.CASE_MANAGER)


def coverage_paper(
    imprint: Imprint, case: CaseRecords, checked: CheckedCase, words: Words
) -> CoveragePaper:
    """Compose the check of a day."""
    said = FindingWords(words=words, own_domains=checked.own_domains, today=checked.day)
    facts = [
        Fact(label=words("Client"), value=case.client.full_name),
        Fact(label=words("Checked on"), value=words.day(checked.day)),
    ]
    if checked.assessed_on is not None:
        assessed = words.day(checked.assessed_on)
        facts.append(Fact(label=words("Needs as assessed on"), value=assessed))
    groups = _groups(checked, said, words)
    return CoveragePaper(
        sheet=sheet(imprint, case, words),
        title=words("Coverage check"),
        edition=imprint.edition(words),
        facts=tuple(facts),
        notice=words(
            "Worked out from assessment, plan and the list of benefits. It points to "
            "what is to be talked about; it decides nothing."
        ),
        table=_table(checked, said, words),
        findings=groups,
        nothing="" if groups else words("No gap and nothing done twice was found."),
    )


def _groups(
    checked: CheckedCase, said: FindingWords, words: Words
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found = checked.coverage.settled
    gaps = tuple(said.said(f) for f in found.open if not f.is_duplicate)
    twice = tuple(said.said(f) for f in found.open if f.is_duplicate)
    accepted = tuple(_accepted(f, a, said, words) for f, a in found.accepted)
    groups = (
        (words("Gaps"), gaps),
        (words("Done twice"), twice),
        (words("Accepted with a reason"), accepted),
    )
    return tuple((heading, items) for heading, items in groups if items)


def _accepted(
    finding: Finding, accepted: AcceptedFinding, said: FindingWords, words: Words
) -> str:
    until = accepted.accepted_until
    day = words.day(accepted.accepted_on)
    reason = (
        words("Accepted on {day}: {reason}").format(day=day, reason=accepted.reason)
        if until is None
        else words("Accepted on {day} until {until}: {reason}").format(
            day=day, until=words.day(until), reason=accepted.reason
        )
    )
    return f"{said.said(finding)} {reason}"


def _table(checked: CheckedCase, said: FindingWords, words: Words) -> Table:
    rows = [row for row in checked.coverage.rows if _is_printed(row)]
    return Table(
        columns=(
            Column(title=words("Need"), share=5, hyphenated=True),
            Column(title=words("Client and close network"), share=5),
            Column(title=words("Providers and case management"), share=5),
            Column(title=words("Money"), share=4),
        ),
        rows=tuple(_row(row, checked, said, words) for row in rows),
    )


def _is_printed(row: CoverRow) -> bool:
    """Whether a domain has a need, help or a finding; the others are left out."""
    return row.need.is_watched or bool(row.findings) or any(row.cells.values())


def _row(
    row: CoverRow, checked: CheckedCase, said: FindingWords, words: Words
) -> tuple[Cell, ...]:
    return (
        _need(row, said, words),
        _helps(row, _NEAR, checked, said, words),
        _helps(row, _FORMAL, checked, said, words),
        _money(row, checked, said, words),
    )


def _need(row: CoverRow, said: FindingWords, words: Words) -> Stacked:
    """Name the domain, how much it presses, its words, and what was found."""
    need = row.need
    level = words.label(need.level) if need.is_watched and need.level else ""
    facts = [Fact(label=level, value=need.words if need.is_pressing else "")]
    facts += [
        Fact(
            label=words("Twice") if f.is_duplicate else words("Gap"),
            value=words.label(f.kind),
        )
        for f in _one_of_a_kind(row.findings)
    ]
    if row.no_goal.strip():
        facts.append(Fact(label=words("No goal, because"), value=row.no_goal))
    elif row.state in (CoverState.NO_GOAL, CoverState.REACHED, CoverState.RESTING):
        facts.append(Fact(label=words("State"), value=words.label(row.state)))
    return Stacked(said.domain(need.domain), tuple(f for f in facts if f.value))


def _one_of_a_kind(findings: Iterable[Finding]) -> list[Finding]:
    return list({finding.kind: finding for finding in findings}.values())


def _helps(
    row: CoverRow,
    givers: Sequence[Giver],
    checked: CheckedCase,
    said: FindingWords,
    words: Words,
) -> str:
    helps = [piece for giver in givers for piece in row.cells[giver]]
    return "\n".join(_line(piece, checked, said, words) for piece in helps)


def _line(piece: Help, checked: CheckedCase, said: FindingWords, words: Words) -> str:
    """Say who helps with what, and from when or until when."""
    parts = [f"{said.giver(piece)}: {piece.what}" if piece.what else said.giver(piece)]
    if piece.stage is Stage.ASKED:
        parts.append(words("asked for"))
    elif not piece.runs_on(checked.day):
        parts.append(
            words("from {day}").format(day=words.day(piece.starts_on))
            if piece.starts_on
            else words("planned")
        )
    elif piece.ends_on is not None:
        parts.append(words("until {day}").format(day=words.day(piece.ends_on)))
    return ", ".join(parts)


def _money(
    row: CoverRow, checked: CheckedCase, said: FindingWords, words: Words
) -> str:
    lines = [_line(piece, checked, said, words) for piece in row.cells[Giver.MONEY]]
    payers = distinct_payers(payer for payer, _piece in row.payers)
    lines += [words("paid by {payer}").format(payer=payer) for payer in payers]
    return "\n".join(lines)
