"""Papers (P8, P9): prepared and rendered, beside a bare canvas with the same words.

The limit draws each line where the paper has it, in the same fonts and sizes, on as
many pages, and does nothing else: no line breaking, no pages to fill.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

from _vaults import Chance
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from casedesk.domain.case import Area, Party, PartyId, PartyRole
from casedesk.domain.client import Client, ClientId
from casedesk.domain.consent import ConsentKind, Direction, Means
from casedesk.domain.data_category import DataCategory
from casedesk.domain.goal import Goal, GoalId
from casedesk.domain.measure import Measure, MeasureId
from casedesk.domain.network import Organisation, OrganisationId
from casedesk.domain.practice import Country, Language, Practice
from casedesk.pdf.fonts import BOLD, OBLIQUE, REGULAR
from casedesk.security.keys import LIGHT, new_key
from casedesk.services import vaults

if TYPE_CHECKING:
    from collections.abc import Callable

    from casedesk.domain.case import Case
    from casedesk.services.paper import Paper
    from casedesk.services.session import Session

ROUNDS = 15
GOALS = 12
MEASURES = 40
PASSPHRASE = "vier Wolken tragen Kupfer heim"  # noqa: S105 - opens invented data only


@dataclass(frozen=True, slots=True)
class Line:
    """Words as one call of the canvas draws them."""

    x: float
    y: float
    font: str
    points: float
    text: str


def main() -> None:
    """Print medians in milliseconds and the ratio to the bare canvas."""
    with TemporaryDirectory() as folder:
        key = new_key(PASSPHRASE, bytes(range(11)), LIGHT)
        practice = Practice(
            name="Benchmark",
            holder_name="Ines Beispiel",
            country=Country.DE,
            language=Language.DE_DE,
        )
        session = vaults.create(Path(folder) / "papers.casedesk", key, practice)
        case = a_case(session, Chance(seed=8))
        consents = [c.id for c in session.consents.of(case_id=case.id)]
        compare("P8 consent set", lambda: session.papers.consent_set(consents))
        compare("P9 care plan", lambda: session.papers.care_plan(case.id))
        compare("   client's plan", lambda: session.papers.care_plan_client(case.id))
        session.lock()


def compare(name: str, prepare: Callable[[], Paper]) -> None:
    """Measure one paper and the canvas alone by turns, warm."""
    pages = drawn_lines(prepare().render())
    ours, limits, preparing = [], [], []
    for _ in range(ROUNDS):
        started = perf_counter()
        paper = prepare()
        prepared = perf_counter()
        paper.render()
        rendered = perf_counter()
        bare(pages)
        drawn = perf_counter()
        preparing.append(prepared - started)
        ours.append(rendered - started)
        limits.append(drawn - rendered)
    mine, limit = median(ours) * 1000, median(limits) * 1000
    print(
        f"{name:16} {len(pages):3} pages  ours {mine:6.1f} ms"
        f" (of it prepared {median(preparing) * 1000:4.1f})"
        f"  bare canvas {limit:6.1f} ms  ratio {mine / limit:4.2f}"
    )


def drawn_lines(pdf: bytes) -> list[list[Line]]:
    """Read back what stands where on each page."""
    from pypdf import PdfReader

    pages = []
    for page in PdfReader(BytesIO(pdf)).pages:
        lines: list[Line] = []

        def note(
            text: str,
            outer: list[float],
            inner: list[float],
            font: dict[str, str] | None,
            points: float,
            lines: list[Line] = lines,
        ) -> None:
            if text.strip():
                name = str((font or {}).get("/BaseFont", ""))
                face = next((f for f in (BOLD, OBLIQUE) if name.endswith(f)), REGULAR)
                x, y = inner[4] + outer[4], inner[5] + outer[5]
                lines.append(Line(x, y, face, points, text.strip()))

        page.extract_text(visitor_text=note)
        pages.append(lines)
    return pages


def bare(pages: list[list[Line]]) -> bytes:
    """Draw the lines with ReportLab's canvas and nothing else."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    for lines in pages:
        for line in lines:
            canvas.setFont(line.font, line.points)
            canvas.drawString(line.x, line.y, line.text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def a_case(session: Session, chance: Chance) -> Case:
    """Fill a case with seven declarations and a plan of common length."""
    client = Client(
        id=ClientId(chance.new_id()), family_name="Brunner", given_name="Anna"
    )
    case = session.cases.open_for_new_client(client, Area.NURSING_CARE)
    parties = [a_party(session, case, chance, number) for number in range(6)]
    release = ConsentKind.RELEASE
    for kind in (*ConsentKind, release, release):
        consent = session.declarations.new(case.id, kind)
        session.declarations.change(
            consent.id, aim=chance.text(60), purpose=chance.text(80)
        )
        if kind not in (release, ConsentKind.DATA_PROTECTION):
            continue
        for party in parties[:3]:
            item = session.declarations.new_item(consent, party.id)
            session.consent_items.add(
                replace(
                    item,
                    direction=Direction.BOTH,
                    categories=(DataCategory.IDENTITY, DataCategory.MEDICATION),
                    means=(Means.SPOKEN,),
                )
            )
    a_plan(session, case, chance)
    return case


def a_party(session: Session, case: Case, chance: Chance, number: int) -> Party:
    """Add an organisation that takes part in the case."""
    organisation = session.organisations.add(
        Organisation(
            id=OrganisationId(chance.new_id()),
            name=f"Pflegedienst Uferweg {number}",
            street="Uferweg 3",
            postcode="79098",
            town="Freiburg",
            phone=f"0761 000 00 {number:02}",
        )
    )
    return session.parties.add(
        Party(
            id=PartyId(chance.new_id()),
            case_id=case.id,
            organisation_id=organisation.id,
            roles=(PartyRole.CARE_SERVICE,),
        )
    )


def a_plan(session: Session, case: Case, chance: Chance) -> None:
    """Add goals with measures, some of which have a result."""
    [plan] = session.plans.of(case_id=case.id)
    session.plans.change(plan.id, situation=chance.text(600))
    goals = [
        session.goals.add(
            Goal(
                id=GoalId(chance.new_id()),
                case_id=case.id,
                position=number,
                wording=chance.text(70),
                professional_wording=chance.text(90),
                baseline=chance.text(80),
                indicator=chance.text(80),
            )
        )
        for number in range(GOALS)
    ]
    for number in range(MEASURES):
        session.measures.add(
            Measure(
                id=MeasureId(chance.new_id()),
                case_id=case.id,
                goal_id=goals[number % GOALS].id,
                position=number,
                what=chance.text(60),
                frequency=chance.text(20),
                payer="Pflegekasse",
                result=chance.text(120) if number % 3 == 0 else "",
            )
        )


if __name__ == "__main__":
    main()
