"""The assessment report for professionals, and the version for the client."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from casedesk.domain.assessment import Assessment, DomainEntry
from casedesk.domain.content import PlanPart
from casedesk.domain.need import by_priority
from casedesk.pdf.blocks import Column, Fact, Table
from casedesk.pdf.section import Section
from casedesk.pdf.sectioned_paper import SectionedPaper
from casedesk.services.paper_words.assessment_records import HEAD_PARTS
from casedesk.services.paper_words.case_records import one_line
from casedesk.services.paper_words.entry_facts import rating_facts, text_facts
from casedesk.services.paper_words.excerpt import cut_case
from casedesk.services.paper_words.imprint import plan_signatures, sheet
from casedesk.words import anchors

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.domain.benefit import Benefit
    from casedesk.services.paper_words.assessment_records import AssessmentRecords
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.services.paper_words.excerpt import Excerpt
    from casedesk.services.paper_words.imprint import Imprint
    from casedesk.words.catalog import Words

ASSESSMENT_TEMPLATE = "2026.1"


def cut(records: AssessmentRecords, excerpt: Excerpt) -> AssessmentRecords:
    """Leave out of an assessment what must not be read."""
    hidden = {n: "" for n, part in HEAD_PARTS.items() if not excerpt.shows_part(part)}
    entries = [e for e in records.entries if excerpt.shows_domain(e.life_domain)]
    if excerpt.is_neutral:
        entries = [_neutral(entry) for entry in entries]
    shows_benefits = excerpt.shows(("benefits",)) and not excerpt.is_neutral
    return replace(
        records,
        assessment=replace(records.assessment, **hidden),  # type: ignore[arg-type]  # these fields are texts
        entries=tuple(entries),
        benefits=tuple(
            each
            for each in records.benefits
            if shows_benefits and excerpt.shows_domain(each.life_domain)
        ),
    )


def _neutral(entry: DomainEntry) -> DomainEntry:
    return DomainEntry(
        id=entry.id,
        case_id=entry.case_id,
        assessment_id=entry.assessment_id,
        life_domain=entry.life_domain,
        named=entry.named,
        need_level=entry.need_level,
    )


def report(
    imprint: Imprint,
    case: CaseRecords,
    records: AssessmentRecords,
    words: Words,
    excerpt: Excerpt | None = None,
) -> SectionedPaper:
    """Compose the report, all of it or what somebody may read of it."""
    further = []
    if excerpt is not None:
        case, records = cut_case(case, excerpt), cut(records, excerpt)
        further = [excerpt.title(words)]
    assessment = records.assessment
    tells_stance = excerpt is None or excerpt.shows_part(PlanPart.AGREEMENT)
    return SectionedPaper(
        sheet=sheet(imprint, case, words),
        title=words("Assessment report"),
        edition=imprint.edition(words, *further),
        facts=tuple(head_facts(case, records, words)),
        introduction=words(
            "Fact: was seen, measured or stands in a document. Statement: somebody "
            "said it. Professional judgement: a conclusion that may be discussed. "
            "Ratings from 0 to 10."
        ),
        sections=tuple(_sections(case, records, words)),
        consent=_consent(assessment, words) if tells_stance else None,
        signatures=plan_signatures(case, words),
    )


def head_facts(
    case: CaseRecords, records: AssessmentRecords, words: Words
) -> Iterator[Fact]:
    """Yield who was assessed, when, where and with whom."""
    taken, assessment = records.client, records.assessment
    client = case.client
    born = taken.born if taken else client.born
    yield Fact(
        label=words("Client"), value=taken.full_name if taken else client.full_name
    )
    yield Fact(label=words("Born"), value=words.partial_day(born))
    address = taken.address if taken else case.client_address
    yield Fact(label=words("Address"), value=address)
    yield Fact(label=words("Kind of assessment"), value=words.label(assessment.kind))
    place = one_line(words.day(assessment.held_on), assessment.place)
    yield Fact(label=words("Held on"), value=place)
    yield Fact(label=words("Who took part"), value=assessment.participants)
    yield Fact(label=words("Case manager"), value=case.practice.holder_name)


def _sections(
    case: CaseRecords, records: AssessmentRecords, words: Words
) -> Iterator[Section]:
    assessment = records.assessment
    yield _text(words("Occasion and question"), assessment.occasion)
    yield Section(
        heading=words("Sources and methods"),
        paragraphs=(assessment.sources, assessment.methods),
    )
    yield Section(
        heading=words("Wishes and aims, in the client's own words"),
        paragraphs=(assessment.wishes,),
        own_words=True,
    )
    yield Section(
        heading=words("Strengths and values"),
        paragraphs=(assessment.strengths, assessment.life_values),
    )
    yield Section(
        heading=words("Situation by domain of life"),
        parts=tuple(
            Section(
                heading=records.name(entry, case, words),
                facts=(*text_facts(entry, words), *rating_facts(entry, words)),
            )
            for entry in records.entries
            if not entry.is_empty
        ),
    )
    yield Section(
        heading=words("Needs by priority"), table=_needs(case, records, words)
    )
    yield Section(
        heading=words("Risks"),
        facts=tuple(
            Fact(label=records.name(entry, case, words), value=entry.risk)
            for entry in records.entries
            if entry.risk.strip()
        ),
    )
    yield Section(
        heading=words("Benefits and services"), table=_benefits(case, records, words)
    )
    yield _text(words("Summary"), assessment.summary)
    yield _text(words("Open questions"), assessment.open_questions)
    yield _text(words("Recommendation"), assessment.recommendation)


def _text(heading: str, text: str) -> Section:
    return Section(heading=heading, paragraphs=(text,))


def _needs(case: CaseRecords, records: AssessmentRecords, words: Words) -> Table:
    return Table(
        columns=(
            Column(title=words("No."), share=8),
            Column(title=words("Life domain"), share=38, hyphenated=True),
            Column(title=words("Need"), share=62),
            Column(title=words("Need for action"), share=26, hyphenated=True),
            Column(title=words("Priority: client, professional"), share=30),
        ),
        rows=tuple(
            (
                f"{number}",
                records.name(need, case, words),
                need.need or need.situation,
                words.label(need.need_level) if need.need_level else "",
                one_line(
                    *(
                        words.label(each)
                        for each in (need.client_priority, need.professional_priority)
                        if each is not None
                    )
                ),
            )
            for number, need in enumerate(by_priority(records.entries), start=1)
        ),
    )


def _benefits(case: CaseRecords, records: AssessmentRecords, words: Words) -> Table:
    return Table(
        columns=(
            Column(title=words("What"), share=60),
            Column(title=words("Provided by"), share=44),
            Column(title=words("Since – until"), share=32),
            Column(title=words("Time in a week"), share=22, hyphenated=True),
            Column(title=words("Application"), share=26, hyphenated=True),
        ),
        rows=tuple(_benefit(each, case, words) for each in records.benefits),
    )


def _benefit(benefit: Benefit, case: CaseRecords, words: Words) -> tuple[str, ...]:
    party = case.parties.get(benefit.party_id) if benefit.party_id else None
    provider = one_line(party.name if party else "", benefit.provider)
    until = words.day(benefit.ends_on)
    period = f"{words.day(benefit.starts_on)} – {until}".strip()
    return (
        one_line(benefit.what, words.label(benefit.kind), benefit.reference_number),
        one_line(provider, "" if benefit.payer in provider else benefit.payer),
        "" if period == "–" else period,
        words.hours(benefit.weekly_minutes),
        words.label(benefit.application),
    )


def _consent(assessment: Assessment, words: Words) -> Section:
    if assessment.confirmed_on is None:
        return Section(
            heading=words("Discussed with the client"),
            choices=(
                words("I have read this assessment or had it read to me."),
                words("I agree with it."),
                words("I agree, except for the points written below."),
            ),
            facts=(Fact(label=words("Differing opinions"), lines=2),),
            by_hand=True,
        )
    said = words("Confirmed on {day}. {stance}.").format(
        day=words.day(assessment.confirmed_on), stance=words.label(assessment.stance)
    )
    return Section(
        heading=words("Discussed with the client"),
        paragraphs=(said, assessment.dissent),
    )


def for_client(
    imprint: Imprint, case: CaseRecords, records: AssessmentRecords, words: Words
) -> SectionedPaper:
    """Compose the version for the client: large, plain, and in the own words first."""
    assessment = records.assessment
    return SectionedPaper(
        sheet=sheet(imprint, case, words),
        title=words("How things stand for me"),
        edition=imprint.edition(words),
        facts=(
            Fact(label=words("Name"), value=case.client.full_name),
            Fact(label=words("We talked on"), value=words.day(assessment.held_on)),
            Fact(label=words("With"), value=assessment.participants),
            Fact(label=words("My case manager"), value=case.practice.holder_name),
        ),
        introduction=words(
            "We looked at your life together. Here stands what you said and what we "
            "noted. If something is wrong, say so: it will be put right."
        ),
        sections=(
            Section(
                heading=words("What I wish for"),
                paragraphs=(assessment.wishes,),
                own_words=True,
            ),
            _text(words("What I am good at"), assessment.strengths),
            _text(words("What matters to me"), assessment.life_values),
            *_mine(case, records, words),
            Section(
                heading=words("What should happen first"),
                bullets=tuple(
                    _colon(records.name(need, case, words), need.need)
                    for need in by_priority(records.entries)
                ),
            ),
            _text(words("What it amounts to"), assessment.summary),
            _text(words("What we propose"), assessment.recommendation),
        ),
        consent=_consent(assessment, words),
        signatures=plan_signatures(case, words),
        large_print=True,
    )


def _mine(
    case: CaseRecords, records: AssessmentRecords, words: Words
) -> Iterator[Section]:
    for entry in records.entries:
        facts = (
            Fact(label=words("What I say"), value=entry.client_view),
            Fact(label=words("What is"), value=entry.situation),
            Fact(label=words("What helps"), value=entry.resources),
            Fact(label=words("What I need"), value=entry.need),
            Fact(
                label=words("How heavy it is (0 to 10)"),
                value=_step(entry.burden_self, anchors.burden(words)),
            ),
        )
        filled = tuple(fact for fact in facts if fact.value.strip())
        if filled:
            yield Section(heading=records.name(entry, case, words), facts=filled)


def _step(value: int | None, meanings: tuple[str, ...]) -> str:
    return "" if value is None else f"{value} – {meanings[value]}"


def _colon(name: str, words: str) -> str:
    return f"{name}: {words}" if words.strip() else name
