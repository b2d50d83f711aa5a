from __future__ import annotations

from io import BytesIO
from typing import Any

from pdf.samples import CLIENT, SHEET, words
from pypdf import PdfReader

from casedesk.pdf.blocks import Column, Fact, Table
from casedesk.pdf.care_plan_client import (
    ClientGoal,
    ClientPlanLabels,
    ClientPlanPaper,
    ClientStep,
    render,
)
from casedesk.pdf.section import Section

NUMBERS = Table((Column(title="Name"), Column(title="Number")), (("Help", "144"),))
PAPER = ClientPlanPaper(
    sheet=SHEET,
    title="My plan",
    edition="Version 2",
    facts=(Fact(label="For", value="Amina N."),),
    introduction="This is what we agreed.",
    goals_heading="My goals",
    labels=ClientPlanLabels(
        goal="Goal",
        guiding_goal="Direction",
        what="What",
        who="Who",
        when="When",
        no_steps="Nothing yet.",
    ),
    goals=(
        ClientGoal(
            number="1",
            goal="I climb the stairs alone.",
            steps=(ClientStep(what="Practise", who="I", when="every day"),),
        ),
        ClientGoal(number="2", goal="I go to the market."),
    ),
    tasks=Section(heading="What I do", bullets=("Call when unsure.",)),
    phone_numbers=Section(heading="Phone", table=NUMBERS),
    review=Section(heading="Next talk", paragraphs=("In December.",)),
    consent=Section(heading="I agree", choices=("Yes", "Yes, but:")),
    signatures=(CLIENT,),
)


def test_the_client_reads_goals_steps_numbers_and_signs() -> None:
    read = words(render(PAPER))

    for expected in (
        "This is what we agreed.",
        "Goal 1 I climb the stairs alone.",
        "What Who When Practise I every day",
        "Goal 2 I go to the market. Nothing yet.",
        "Call when unsure.",
        "Help 144",
        "Yes, but:",
        "Place, date",
    ):
        assert expected in read


def test_what_the_client_reads_is_set_in_fourteen_points_or_more() -> None:
    sizes: dict[str, float] = {}

    def note(text: str, _cm: Any, _tm: Any, _font: Any, size: float) -> None:
        sizes[text.strip()] = size  # pypdf's own signature

    PdfReader(BytesIO(render(PAPER))).pages[0].extract_text(visitor_text=note)

    for part in ("Practise", "every day", "I climb the stairs alone.", "144"):
        assert sizes[part] >= 14
