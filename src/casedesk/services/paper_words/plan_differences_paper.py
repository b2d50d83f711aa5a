"""The list of differences of two plan versions on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.pdf.blocks import Column, Fact, Table
from casedesk.pdf.section import Section
from casedesk.pdf.sectioned_paper import SectionedPaper
from casedesk.services.paper_words.case_records import one_line
from casedesk.services.paper_words.imprint import sheet
from casedesk.services.paper_words.plan_records import only_texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casedesk.domain.plan import Plan
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.services.paper_words.imprint import Imprint
    from casedesk.services.paper_words.plan_differences import Difference
    from casedesk.services.paper_words.plan_records import PlanRecords
    from casedesk.words.catalog import Words


def differences_paper(
    imprint: Imprint,
    case: CaseRecords,
    before: PlanRecords,
    after: PlanRecords,
    found: Sequence[Difference],
    words: Words,
) -> SectionedPaper:
    """Compose the list, every text before and after beside each other."""
    return SectionedPaper(
        sheet=sheet(imprint, case, words),
        title=words("What has changed in the plan"),
        edition=imprint.edition(words),
        facts=(
            Fact(label=words("Client"), value=case.client.full_name),
            Fact(label=words("Before"), value=titled(before.plan, words)),
            Fact(label=words("Now"), value=titled(after.plan, words)),
        ),
        introduction=_introduction(before, after, found, words),
        sections=tuple(_section(each, words) for each in found),
    )


def _introduction(
    before: PlanRecords,
    after: PlanRecords,
    found: Sequence[Difference],
    words: Words,
) -> str:
    if only_texts(before, after):
        return words(
            "Only texts were compared: of one of the versions it was not kept which "
            "goals and measures it had."
        )
    return "" if found else words("Both versions say the same.")


def titled(plan: Plan, words: Words) -> str:
    """Name a version, and when it was agreed."""
    version = words("Version {version}").format(version=plan.version)
    if plan.agreed_on is None:
        return one_line(version, words("draft"))
    day = words.day(plan.agreed_on)
    return one_line(version, words("agreed on {day}").format(day=day))


def _section(difference: Difference, words: Words) -> Section:
    kind = words.label(difference.kind) if difference.kind else ""
    heading = f"{difference.heading} – {kind}" if kind else difference.heading
    if not difference.rows:
        return Section(heading=heading, paragraphs=(words("No longer in the plan."),))
    return Section(
        heading=heading,
        table=Table(
            columns=(
                Column(title="", share=36, hyphenated=True),
                Column(title=words("Before"), share=69),
                Column(title=words("Now"), share=69),
            ),
            rows=difference.rows,
        ),
    )
