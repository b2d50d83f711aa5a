"""Invented papers for the tests of this room, and reading them back."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader

from casedesk.pdf.blocks import Fact, Letterhead, Sheet, Signature
from casedesk.pdf.care_plan import (
    CarePlanPaper,
    PlanLabels,
    PlannedGoal,
    PlannedMeasure,
)
from casedesk.pdf.consent_set import (
    ConsentSet,
    Declaration,
    Recipient,
    RecipientColumns,
    Recipients,
    Signing,
)
from casedesk.pdf.section import Section

LETTERHEAD = Letterhead(
    name="Praxis Musterweg",
    address=("Musterweg 1", "8400 Winterthur"),
    contact=("Telefon 052 000 00 00",),
)
SHEET = Sheet(
    title="Declarations",
    letterhead=LETTERHEAD,
    case_number="Case 2026-014",
    document_number="Document 31",
    version="Version 2",
    short_code="K7QF",
    page_of="Page {page} of {pages}",
    language="de-CH",
)
COLUMNS = RecipientColumns(
    recipient="Recipient",
    direction="Direction",
    categories="Categories",
    means="Means",
    valid_until="Valid until",
    decision="Decision",
    yes="Yes",
    no="No",
    initials="Initials",
)
CLIENT = Signature(name="Amina N.", role="Client", place_date="Place, date")
LABELS = PlanLabels(
    goal="Goal",
    guiding_goal="Guiding goal",
    life_domain="Life domain",
    starting_point="Starting point",
    indicator="Indicator",
    target_on="Due",
    priority="Priority",
    attainment="GAS",
    state="State",
    number="No.",
    measure="Measure",
    who="Who",
    with_whom="with",
    when="When",
    review_on="Review",
    payer="Payer",
    result="Result",
    no_measures="No measures yet.",
)


def a_declaration(title: str = "Release", **parts: object) -> Declaration:
    given: dict[str, object] = {
        "edition": "No. 1, version 4",
        "body": (Section(heading="Purpose", paragraphs=("Clear the costs.",)),),
        "signing": Signing(heading="Signature", signatures=(CLIENT,)),
    } | parts
    return Declaration(title=title, **given)  # type: ignore[arg-type]  # any field


def a_consent_set(*declarations: Declaration, sheet: Sheet = SHEET) -> ConsentSet:
    return ConsentSet(
        sheet=sheet,
        declarations=declarations or (a_declaration(),),
        particulars=(Fact(label="Client", value="Amina N."),),
    )


def recipients(*rows: Recipient) -> Recipients:
    return Recipients(heading="Recipients", columns=COLUMNS, rows=rows)


def a_measure(number: str = "1.1", measure: str = "Apply") -> PlannedMeasure:
    return PlannedMeasure(
        number=number,
        measure=measure,
        responsible="Spitex Musterstadt",
        with_whom="Dr. Muster",
        period="01.09.2026 – 30.11.2026",
        frequency="weekly",
        payer="Health insurer / approved",
        cost="CHF 84.50",
        review_on="15.10.2026",
        state="running",
        result="Two flights of stairs.",
    )


def a_goal(number: str = "1", *measures: PlannedMeasure) -> PlannedGoal:
    return PlannedGoal(
        number=number,
        goal=f"Climb the stairs alone, goal {number}",
        life_domain="Housing",
        starting_point="Needs an arm to lean on.",
        indicator="Four weeks without help.",
        target_on="30.11.2026",
        priority="high",
        attainment="0",
        state="open",
        measures=measures,
    )


def a_care_plan(*goals: PlannedGoal, situation: str = "Lives alone.") -> CarePlanPaper:
    return CarePlanPaper(
        sheet=SHEET,
        title="Care plan",
        edition="Version 2",
        client=(Fact(label="Client", value="Amina N."),),
        case=(Fact(label="Case number", value="2026-014"),),
        facts=(Fact(label="Standard"),),
        situation=Section(heading="A Situation", paragraphs=(situation,)),
        wishes=Section(heading="B Wishes", paragraphs=("Stay here.",), own_words=True),
        resources=Section(heading="C Resources"),
        needs=Section(heading="D Needs"),
        goals_heading="E/F Goals and measures",
        labels=LABELS,
        goals=goals,
        crisis=Section(
            heading="G Crisis plan", facts=(Fact(label="Help", value="144"),)
        ),
        uncovered=Section(heading="H Not covered"),
        agreements=Section(heading="I Agreements", bullets=("Practise daily.",)),
        review=Section(heading="J Review", paragraphs=("In December.",)),
        consent=Section(heading="K Consent", choices=("I agree.",)),
        signatures=(CLIENT,),
        distribution=Section(heading="Copies", bullets=("Spitex Musterstadt",)),
    )


def pages(pdf: bytes) -> list[str]:
    """Return the words of each page, line ends and breaks as single spaces."""
    return [
        " ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages
    ]


def words(pdf: bytes) -> str:
    return " ".join(pages(pdf))
