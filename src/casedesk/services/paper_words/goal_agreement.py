"""The goal agreement: goals, what each contributes to them, by when, and who signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.goal import GoalOwner, in_order
from casedesk.domain.measure import NO_LONGER_SERVES, Responsible
from casedesk.pdf.blocks import Column, Fact, Table
from casedesk.pdf.section import Section
from casedesk.pdf.sectioned_paper import SectionedPaper
from casedesk.services.paper_words import plan_words
from casedesk.services.paper_words.case_records import one_line
from casedesk.services.paper_words.imprint import plan_signatures, sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.domain.goal import Goal
    from casedesk.domain.measure import Measure
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.services.paper_words.imprint import Imprint
    from casedesk.services.paper_words.plan_records import PlanRecords
    from casedesk.words.catalog import Words

# The client's own part is read first, then what the case manager does, then others.
_FIRST = (Responsible.CLIENT, Responsible.CASE_MANAGER)


def goal_agreement(
    imprint: Imprint,
    case: CaseRecords,
    records: PlanRecords,
    words: Words,
    *notes: str,
) -> SectionedPaper:
    """Compose the agreement on the goals that are pursued."""
    return _Agreement(case, records, words).paper(imprint, notes)


class _Agreement:
    """Writes one agreement in one language."""

    def __init__(self, case: CaseRecords, records: PlanRecords, words: Words) -> None:
        self._case = case
        self._records = records
        self._words = words

    def paper(self, imprint: Imprint, notes: tuple[str, ...]) -> SectionedPaper:
        """Return the whole agreement."""
        words = self._words
        goals = [goal for goal in in_order(self._records.goals) if goal.is_pursued]
        return SectionedPaper(
            sheet=sheet(imprint, self._case, words),
            title=words("Goal agreement"),
            edition=imprint.edition(words, *notes),
            facts=tuple(self._facts()),
            introduction=words(
                "These goals are agreed between those who sign below. Everybody does "
                "what stands beside their name; if something cannot be kept, it is "
                "said at once and changed together."
            ),
            sections=tuple(
                self._goal(number, goal) for number, goal in enumerate(goals, start=1)
            )
            or (Section(heading=words("Goals")),),
            consent=self._consent(),
            signatures=plan_signatures(self._case, words),
        )

    def _facts(self) -> Iterator[Fact]:
        words, case, plan = self._words, self._case, self._records.plan
        yield Fact(label=words("Client"), value=case.client.full_name)
        if represented := case.represented_by(words):
            yield Fact(label=words("Represented by"), value=represented)
        yield Fact(label=words("Case manager"), value=case.practice.holder_name)
        yield Fact(label=words("Version of the plan"), value=str(plan.version))
        yield Fact(label=words("Valid from"), value=words.day(plan.valid_from))
        yield Fact(label=words("Next review"), value=words.day(plan.next_review_on))

    def _goal(self, number: int, goal: Goal) -> Section:
        words = self._words
        wording = goal.wording or goal.professional_wording or words("(without words)")
        facts = (
            (words("Life domain"), self._domain(goal)),
            (words("Where we stand today"), goal.baseline),
            (words("How we notice it"), goal.indicator or goal.expected),
            (words("By when"), words.day(goal.target_on)),
            (words("Whose goal it is"), _owner(goal, words)),
            (words("Seen differently"), self._dissent(goal)),
        )
        return Section(
            heading=f"{number}  {wording}",
            facts=tuple(
                Fact(label=label, value=value)
                for label, value in facts
                if value.strip()
            ),
            table=self._contributions(goal),
        )

    def _domain(self, goal: Goal) -> str:
        named = self._words.life_domain
        return ", ".join(named(key, self._case.own_domains) for key in goal.domains)

    def _dissent(self, goal: Goal) -> str:
        return plan_words.dissent_about(goal.id, self._records)

    def _contributions(self, goal: Goal) -> Table:
        words = self._words
        serving = [
            each
            for each in self._records.measures
            if goal.id in each.goal_ids and each.state not in NO_LONGER_SERVES
        ]
        return Table(
            columns=(
                Column(title=words("Who"), share=44, hyphenated=True),
                Column(title=words("Contribution"), share=74, hyphenated=True),
                Column(title=words("When, how often"), share=44, hyphenated=True),
            ),
            rows=tuple(self._row(each) for each in sorted(serving, key=_place)),
        )

    def _row(self, measure: Measure) -> tuple[str, str, str]:
        words = self._words
        who = plan_words.who(measure, self._case, words, self._records.names)
        when = plan_words.period(measure.starts_on, measure.ends_on, words)
        often = measure.frequency
        return one_line(*who), measure.what, "\n".join(filter(None, (when, often)))

    def _consent(self) -> Section:
        words, plan = self._words, self._records.plan
        agreed = plan_words.agreement(plan, words)
        return Section(
            heading=words("Agreement and signatures"),
            paragraphs=(agreed,),
            facts=(
                Fact(
                    label=words("Differing opinions"),
                    value=plan_words.all_dissent(self._records, words),
                    lines=2,
                ),
            ),
            by_hand=True,
        )


def _place(measure: Measure) -> tuple[int, int]:
    who = measure.responsible
    rank = _FIRST.index(who) if who in _FIRST else len(_FIRST)
    return rank, measure.position


def _owner(goal: Goal, words: Words) -> str:
    return "" if goal.owner is GoalOwner.CLIENT else words.label(goal.owner)
