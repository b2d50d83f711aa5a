"""The care plan for professionals: sections A to K, from the records of the case."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from casedesk.domain.goal import in_order
from casedesk.domain.life_domain import LifeDomain
from casedesk.domain.measure import MeasureState
from casedesk.domain.need import by_priority
from casedesk.domain.plan import unanswered_needs
from casedesk.pdf.blocks import Column, Fact, Table
from casedesk.pdf.care_plan import CarePlanPaper
from casedesk.pdf.section import Section
from casedesk.services.paper_words import plan_words
from casedesk.services.paper_words.case_records import one_line
from casedesk.services.paper_words.excerpt import cut_case, cut_paper, cut_records
from casedesk.services.paper_words.imprint import plan_signatures, sheet
from casedesk.services.paper_words.planned_goals import plan_labels, planned_goals
from casedesk.words.plan_profiles import plan_profile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from casedesk.domain.assessment import DomainEntry
    from casedesk.domain.life_domain import DomainKey
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.services.paper_words.excerpt import Excerpt
    from casedesk.services.paper_words.imprint import Imprint
    from casedesk.services.paper_words.plan_records import PlanRecords
    from casedesk.services.paper_words.signing_lines import Drawing
    from casedesk.words.catalog import Words

PLAN_TEMPLATE = "2026.1"


def care_plan(
    imprint: Imprint,
    case: CaseRecords,
    records: PlanRecords,
    words: Words,
    excerpt: Excerpt | None = None,
    drawing: Drawing | None = None,
) -> CarePlanPaper:
    """Compose the plan, all of it or what somebody may read of it.

    `drawing` is what was drawn beneath it on the screen.
    """
    records = replace(records, goals=tuple(in_order(records.goals)))
    if excerpt is None:
        return _Composition(case, records, words, drawing).paper(imprint)
    case, records = cut_case(case, excerpt), cut_records(case, records, excerpt, words)
    for_whom = excerpt.title(words)
    return cut_paper(
        _Composition(case, records, words).paper(imprint, for_whom), excerpt
    )


class _Composition:
    """Writes the sections of one plan in one language."""

    def __init__(
        self,
        case: CaseRecords,
        records: PlanRecords,
        words: Words,
        drawing: Drawing | None = None,
    ) -> None:
        self._case = case
        self._records = records
        self._words = words
        self._drawing = drawing

    def paper(self, imprint: Imprint, *notes: str) -> CarePlanPaper:
        """Return the whole plan."""
        words, plan = self._words, self._records.plan
        return CarePlanPaper(
            sheet=sheet(imprint, self._case, words),
            title=words("Care plan"),
            edition=imprint.edition(words, *notes),
            client=tuple(self._client_facts()),
            case=tuple(self._case_facts()),
            facts=tuple(self._further_facts()),
            situation=self._situation(),
            wishes=self._wishes(),
            resources=self._resources(),
            needs=self._needs(),
            goals_heading=words("E/F  Goals and measures"),
            labels=plan_labels(words),
            goals=planned_goals(self._case, self._records, words),
            crisis=Section(
                heading=words("G  Crisis and emergency plan, important numbers"),
                paragraphs=(plan.crisis_plan,),
                table=plan_words.numbers_to_call(self._case, words, one_line_each=True),
            ),
            uncovered=self._uncovered(),
            agreements=Section(
                heading=words("I  Agreements and tasks of the client"),
                bullets=plan_words.client_tasks(self._case, self._records),
            ),
            review=self._review(),
            by_law=self._by_law(),
            consent=self._consent(),
            signatures=plan_signatures(self._case, words, self._drawing),
            distribution=Section(
                heading=words("Distribution"),
                paragraphs=(
                    words(
                        "Only recipients for whom a consent in force allows passing on."
                    ),
                    "; ".join(plan_words.distribution(self._case, words)),
                ),
            ),
        )

    def _client_facts(self) -> Iterator[Fact]:
        case, words = self._case, self._words
        yield Fact(label=words("Client"), value=case.client.full_name)
        yield Fact(label=words("Born"), value=words.partial_day(case.client.born))
        yield Fact(label=words("Address"), value=case.client_address)
        if represented := case.represented_by(words):
            yield Fact(label=words("Represented by"), value=represented)

    def _case_facts(self) -> Iterator[Fact]:
        case, words, plan = self._case, self._words, self._records.plan
        yield Fact(label=words("Case number"), value=case.case.number)
        yield Fact(label=words("Version of the plan"), value=str(plan.version))
        yield Fact(label=words("Case manager"), value=case.practice.holder_name)
        yield Fact(label=words("Valid from"), value=words.day(plan.valid_from))
        yield Fact(label=words("Next review"), value=words.day(plan.next_review_on))

    def _further_facts(self) -> Iterator[Fact]:
        words, plan = self._words, self._records.plan
        yield Fact(label=words("Participants"), value=plan.participants)
        profile = plan_profile(plan.profile, plan.profile_version, words.language)
        if profile is not None and profile.named_law:
            yield Fact(
                label=words("Kind of plan"),
                value=one_line(
                    profile.name,
                    words("contents as of {day}").format(day=words.day(profile.as_of)),
                ),
            )
        standard = words.label(self._case.practice.standard)
        yield Fact(label=words("Standard"), value=standard)

    def _by_law(self) -> Section | None:
        """Return what was written to contents that a law asks for beside the rest."""
        plan, words = self._records.plan, self._words
        profile = plan_profile(plan.profile, plan.profile_version, words.language)
        texts = {each.key: each.text for each in self._records.sections}
        contents = () if profile is None else profile.contents
        written = tuple(
            Fact(label=each.words, value=texts[each.key])
            for each in contents
            if texts.get(each.key, "").strip()
        )
        if profile is None or not written:
            return None
        heading = words("Further contents")
        if profile.named_law:
            heading = words("Further contents ({law})").format(law=profile.named_law)
        return Section(heading=heading, facts=written)

    def _situation(self) -> Section:
        plan, assessment = self._records.plan, self._records.assessment
        texts = (
            plan.situation,
            assessment.summary,
        )
        return Section(
            heading=self._words("A  Initial situation in brief"),
            paragraphs=tuple(dict.fromkeys(texts)),
        )

    def _wishes(self) -> Section:
        assessment = self._records.assessment
        texts = [assessment.wishes]
        texts += [
            entry.client_view
            for entry in self._records.entries
            if entry.life_domain is LifeDomain.WISHES
        ]
        return Section(
            heading=self._words("B  Wishes and aims in life, in own words"),
            paragraphs=tuple(texts),
            own_words=True,
        )

    def _resources(self) -> Section:
        return Section(
            heading=self._words("C  Resources of the person and the surroundings"),
            facts=tuple(
                Fact(label=self._domain(entry.life_domain), value=entry.resources)
                for entry in self._records.entries
                if entry.resources.strip()
            ),
        )

    def _needs(self) -> Section:
        words = self._words
        needs = by_priority(self._records.entries)
        return Section(
            heading=words("D  Needs by priority"),
            table=Table(
                columns=(
                    Column(title=words("Priority"), share=22, hyphenated=True),
                    Column(title=words("Life domain"), share=40, hyphenated=True),
                    Column(title=words("Need"), share=60),
                    Column(title=words("The client's view"), share=50),
                ),
                rows=tuple(self._need(entry) for entry in needs),
            ),
        )

    def _need(self, entry: DomainEntry) -> tuple[str, ...]:
        words = self._words
        level = words.label(entry.need_level) if entry.need_level else ""
        need = entry.need or entry.situation
        return level, self._domain(entry.life_domain), need, entry.client_view

    def _domain(self, key: DomainKey) -> str:
        return self._words.life_domain(key, self._case.own_domains)

    def _uncovered(self) -> Section:
        words, records = self._words, self._records
        unanswered = unanswered_needs(records.entries, records.goals, records.measures)
        refused = [m for m in records.measures if m.state is MeasureState.REFUSED]
        return Section(
            heading=words("H  Needs not covered, offers refused"),
            paragraphs=(records.plan.not_covered,),
            bullets=(
                *(
                    f"{words('Need without a measure')}: "
                    + one_line(self._domain(entry.life_domain), entry.need)
                    for entry in unanswered
                ),
                *(
                    f"{words('No goal, because')} "
                    f"{words.label(each.ground)}: "
                    + one_line(self._domain(each.life_domain), each.reason)
                    for each in records.no_goals
                    if each.stands
                ),
                *(
                    f"{words('Refused')}: {one_line(measure.what, measure.result)}"
                    for measure in refused
                ),
            ),
        )

    def _review(self) -> Section:
        words, records = self._words, self._records
        reviews: dict[date, list[str]] = {}
        for measure in records.measures:
            if measure.review_on is not None:
                reviews.setdefault(measure.review_on, []).append(measure.what)
        next_on = words.day(records.plan.next_review_on)
        return Section(
            heading=words("J  Review"),
            facts=(
                Fact(label=words("Next review of the plan"), value=next_on),
                *(
                    Fact(label=words.day(day), value="; ".join(dict.fromkeys(measures)))
                    for day, measures in sorted(reviews.items())
                ),
            ),
        )

    def _consent(self) -> Section:
        words, plan = self._words, self._records.plan
        agreed = plan_words.agreement(plan, words)
        dissent = plan_words.all_dissent(self._records, words)
        return Section(
            heading=words("K  Agreement, differing opinions, signatures"),
            paragraphs=(agreed,),
            choices=()
            if agreed
            else (
                words("I agree to this plan and have received a copy."),
                words("I agree, except for the points written below."),
                words("I do not agree to this plan."),
            ),
            facts=(Fact(label=words("Differing opinions"), value=dissent, lines=2),),
            by_hand=True,
        )
