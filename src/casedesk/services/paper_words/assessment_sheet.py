"""The sheet for the visit: written on by hand, in the order of the entry screens."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from casedesk.domain.assessment import (
    TEXTS,
    Assessment,
    DomainEntry,
    NeedLevel,
    Priority,
)
from casedesk.domain.assessment_change import SCALES
from casedesk.domain.life_domain import LifeDomain
from casedesk.pdf.blocks import Column, Fact, Table
from casedesk.pdf.section import Section
from casedesk.pdf.sectioned_paper import SectionedPaper
from casedesk.services.paper_words.entry_facts import (
    rating_label,
    text_facts,
    text_label,
)
from casedesk.services.paper_words.imprint import sheet
from casedesk.words import anchors
from casedesk.words.guidance import guidance
from casedesk.words.phrases import NO_BREAK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.domain.life_domain import DomainKey
    from casedesk.services.paper_words.assessment_records import AssessmentRecords
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.services.paper_words.imprint import Imprint
    from casedesk.words.catalog import Words

_APART = 4 * NO_BREAK
TO_RING = _APART.join(str(step) for step in range(11))
# A page for each domain: as many lines as it has room for.
LINES = {
    "situation": 5,
    "client_view": 4,
    "others_view": 3,
    "resources": 3,
    "need": 3,
    "risk": 2,
    "professional_view": 3,
}


def visit_sheet(
    imprint: Imprint,
    case: CaseRecords,
    records: AssessmentRecords,
    known: AssessmentRecords | None,
    words: Words,
) -> SectionedPaper:
    """Compose the sheet: blank, or with what is known already.

    Known is what a confirmed assessment says, and what is written in the draft.
    """
    is_begun = known is not None and not records.assessment.is_confirmed
    if not is_begun:
        records = _blank(records)
    before: dict[DomainKey, DomainEntry] = {}
    if known is not None and known.assessment.is_confirmed:
        before = {entry.life_domain: entry for entry in known.entries}
    assessment = records.assessment
    return SectionedPaper(
        sheet=sheet(imprint, case, words),
        title=words("Sheet for the visit"),
        edition=imprint.edition(words),
        facts=(
            Fact(label=words("Case number"), value=case.case.number),
            Fact(label=words("Held on"), value=""),
            Fact(label=words("Place"), value=assessment.place),
            Fact(label=words("Who took part"), value="", lines=2),
            Fact(label=words("Occasion and question"), value=assessment.occasion),
            Fact(label=words("Sources"), value=""),
            Fact(
                label=words("Wishes and aims, in the client's own words"),
                value=assessment.wishes,
                lines=3,
            ),
            Fact(label=words("What the client is good at"), value=assessment.strengths),
            Fact(
                label=words("What matters to the client"), value=assessment.life_values
            ),
        ),
        facts_by_hand=True,
        sections=(
            Section(
                heading=words("What the steps mean"),
                table=_anchors(words),
            ),
        ),
        on_pages_of_their_own=tuple(
            _domain(entry, before, case, records, words) for entry in records.entries
        ),
        consent=Section(
            heading=words("Summary"),
            facts=(
                Fact(
                    label=words("What it amounts to, as discussed with the client"),
                    lines=5,
                ),
                Fact(label=words("Open questions and differing views"), lines=3),
                Fact(label=words("Recommendation"), lines=3),
            ),
            by_hand=True,
        ),
    )


def _blank(records: AssessmentRecords) -> AssessmentRecords:
    """Return the same domains with nothing written in them."""
    whole = records.assessment
    return replace(
        records,
        assessment=Assessment(id=whole.id, case_id=whole.case_id),
        entries=tuple(
            DomainEntry(
                id=entry.id,
                case_id=entry.case_id,
                assessment_id=entry.assessment_id,
                life_domain=entry.life_domain,
                named=entry.named,
            )
            for entry in records.entries
        ),
    )


def _anchors(words: Words) -> Table:
    burden, resources = anchors.burden(words), anchors.resources(words)
    return Table(
        columns=(
            Column(title="", share=8),
            Column(title=words("Burden"), share=80),
            Column(title=words("Resources"), share=80),
        ),
        rows=tuple(
            (f"{step}", burden[step], resources[step]) for step in range(len(burden))
        ),
    )


def _domain(
    entry: DomainEntry,
    before: dict[DomainKey, DomainEntry],
    case: CaseRecords,
    records: AssessmentRecords,
    words: Words,
) -> Section:
    known = before.get(entry.life_domain)
    return Section(
        heading=records.name(entry, case, words),
        paragraphs=(_asked(entry, case, words),),
        fine=True,
        parts=(
            *_known(known, words),
            Section(facts=tuple(_to_fill(entry, words)), by_hand=True),
        ),
    )


def _asked(entry: DomainEntry, case: CaseRecords, words: Words) -> str:
    key = entry.life_domain
    if isinstance(key, LifeDomain):
        return guidance(key, case.case.area, words)
    return case.own_domains[key].guidance if key in case.own_domains else ""


def _known(entry: DomainEntry | None, words: Words) -> Iterator[Section]:
    """Yield what the earlier assessment says, to be compared on the visit."""
    if entry is None or entry.is_empty:
        return
    ratings = (
        f"{rating_label(name, words)}: {value}"
        for name in SCALES
        if (value := getattr(entry, name)) is not None
    )
    yield Section(
        heading=words("Before"),
        fine=True,
        paragraphs=(
            *(f"{fact.label}: {fact.value}" for fact in text_facts(entry, words)),
            "; ".join(ratings),
        ),
    )


def _to_fill(entry: DomainEntry, words: Words) -> Iterator[Fact]:
    for name in TEXTS:
        label, text = text_label(name, words), getattr(entry, name)
        yield Fact(label=label, value=text, lines=LINES[name])
    for name in SCALES:
        yield Fact(label=rating_label(name, words), value=TO_RING)
    levels = _APART.join(words.label(level) for level in NeedLevel)
    yield Fact(label=rating_label("need_level", words), value=levels)
    steps = _APART.join(words.label(step) for step in Priority)
    for name in ("client_priority", "professional_priority"):
        yield Fact(label=rating_label(name, words), value=steps)
