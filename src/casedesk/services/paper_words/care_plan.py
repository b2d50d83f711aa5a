"""The care plan for professionals: sections A to K, from the records of the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.goal import standing_on
from casedesk.domain.life_domain import LifeDomain
from casedesk.domain.measure import MeasureState
from casedesk.domain.need import by_priority
from casedesk.domain.plan import unanswered_needs
from casedesk.pdf.blocks import Column, Fact, Table
from casedesk.pdf.care_plan import (
    CarePlanPaper,
    PlanLabels,
    PlannedGoal,
    PlannedMeasure,
)
from casedesk.pdf.section import Section
from casedesk.services.paper_words import plan_words
from casedesk.services.paper_words.case_records import one_line
from casedesk.services.paper_words.excerpt import cut_case, cut_paper, cut_records
from casedesk.services.paper_words.imprint import plan_signatures, sheet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from casedesk.domain.assessment import DomainEntry
    from casedesk.domain.goal import Goal
    from casedesk.domain.life_domain import DomainKey
    from casedesk.domain.measure import Measure
    from casedesk.services.paper_words.case_records import CaseRecords, PlanRecords
    from casedesk.services.paper_words.excerpt import Excerpt
    from casedesk.services.paper_words.imprint import Imprint
    from casedesk.words.catalog import Words

PLAN_TEMPLATE = "2026.1"


def care_plan(
    imprint: Imprint,
    case: CaseRecords,
    records: PlanRecords,
    words: Words,
    excerpt: Excerpt | None = None,
) -> CarePlanPaper:
    """Compose the plan, all of it or what somebody may read of it."""
    if excerpt is None:
        return _Composition(case, records, words).paper(imprint)
    case, records = cut_case(case, excerpt), cut_records(case, records, excerpt, words)
    for_whom = words("Excerpt for {reader}").format(reader=excerpt.reader)
    return cut_paper(
        _Composition(case, records, words).paper(imprint, for_whom), excerpt
    )


class _Composition:
    """Writes the sections of one plan in one language."""

    def __init__(self, case: CaseRecords, records: PlanRecords, words: Words) -> None:
        self._case = case
        self._records = records
        self._words = words

    def paper(self, imprint: Imprint, *notes: str) -> CarePlanPaper:
        """Return the whole plan."""
        words, plan = self._words, self._records.plan
        return CarePlanPaper(
            sheet=sheet(imprint, self._case, words),
            title=words("Care plan"),
            edition=imprint.edition(words, *notes),
            client=tuple(self._client_facts()),
            case=tuple(self._case_facts()),
            facts=(
                Fact(label=words("Participants"), value=plan.participants),
                Fact(
                    label=words("Standard"),
                    value=words.label(self._case.practice.standard),
                ),
            ),
            situation=self._situation(),
            wishes=self._wishes(),
            resources=self._resources(),
            needs=self._needs(),
            goals_heading=words("E/F  Goals and measures"),
            labels=_labels(words),
            goals=tuple(
                self._goal(number, goal)
                for number, goal in enumerate(self._records.goals, start=1)
            ),
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
            consent=self._consent(),
            signatures=plan_signatures(self._case, words),
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
        yield Fact(label=words("Case manager"), value=case.practice.holder_name)
        yield Fact(label=words("Valid from"), value=words.day(plan.valid_from))
        yield Fact(label=words("Next review"), value=words.day(plan.next_review_on))

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

    def _goal(self, number: int, goal: Goal) -> PlannedGoal:
        words = self._words
        wording = [
            text
            for text in dict.fromkeys((goal.wording, goal.professional_wording))
            if text.strip()
        ]
        measures = plan_words.measures_of(goal, self._records)
        return PlannedGoal(
            number=str(number),
            goal="".join(wording[:1]),
            in_other_words="".join(wording[1:]),
            life_domain=self._domain(goal.life_domain) if goal.life_domain else "",
            starting_point=goal.baseline,
            indicator=goal.indicator,
            target_on=words.day(goal.target_on),
            priority="" if goal.importance is None else f"{goal.importance} / 3",
            attainment=_of_ten(goal.progress),
            state=words.label(standing_on(goal, measures, self._case.today)),
            measures=tuple(
                self._measure(f"{number}.{place}", measure)
                for place, measure in enumerate(measures, start=1)
            ),
        )

    def _measure(self, number: str, measure: Measure) -> PlannedMeasure:
        words = self._words
        responsible, with_whom = plan_words.who(measure, self._case, words)
        return PlannedMeasure(
            number=number,
            measure=measure.what,
            responsible=responsible,
            with_whom=with_whom,
            period=plan_words.period(measure.starts_on, measure.ends_on, words),
            frequency=measure.frequency,
            payer=measure.payer,
            cost=measure.cost,
            review_on=words.day(measure.review_on),
            state=words.label(measure.state),
            result=measure.result,
        )

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
        dissent = plan.dissent
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


def _of_ten(value: int | None) -> str:
    return "" if value is None else f"{value} / 10"


def _labels(words: Words) -> PlanLabels:
    return PlanLabels(
        goal=words("Goal"),
        life_domain=words("Life domain"),
        starting_point=words("Starting point"),
        indicator=words("How we notice it"),
        target_on=words("By when"),
        priority=words("Importance"),
        attainment=words("Progress"),
        state=words("State"),
        number=words("No."),
        measure=words("Measure"),
        who=words("Who"),
        with_whom=words("with"),
        when=words("When, how often"),
        review_on=words("Review"),
        payer=words("Payer, cost"),
        result=words("Result"),
        no_measures=words("No measures yet."),
    )
