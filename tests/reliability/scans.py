"""R21: scanned pages find their way back, however they lay, and never a wrong one."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from itertools import cycle
from random import Random
from time import perf_counter
from typing import TYPE_CHECKING, Any

from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter
from reliability import office
from reliability.figures import Figure, percentile

from casedesk.domain.document import DocumentId
from casedesk.domain.handing import TO_CLIENT
from casedesk.domain.page_code import PageCode
from casedesk.pdf.blocks import Letterhead, Sheet, Text, Title
from casedesk.pdf.page import printed
from casedesk.services.clock import Clock
from casedesk.services.demo import create_demo
from casedesk.services.scans import ScannedPage
from casedesk.ui.scans.reader.command import reader_command
from casedesk.ui.scans.reader.frames import Frames, packed
from casedesk.ui.scans.reader.pages import pages_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from casedesk.services.paper import Paper
    from casedesk.services.session import Session

FOREIGN_EACH = 20  # one of so many scans is a page of another vault
LEAST_RIGHT = 0.98
INCHES = (8.27, 11.69)
ELSEWHERE = DocumentId("0198c0de-7abc-7def-8123-456789abcdef")


@dataclass(frozen=True, slots=True)
class Original:
    """A page as it was printed, and what its code must lead to."""

    png: bytes  # hundreds of open pictures would fill the memory
    code: PageCode
    consent_id: str | None = None
    is_foreign: bool = False


@dataclass
class Count:
    """Where the scans went."""

    right: int = 0
    in_tray: int = 0
    wrong: int = 0
    foreign_in_tray: int = 0


def round_trip(scans: int, folder: Path) -> Figure:
    """Print the papers of the demo, scan their pages badly, and read them in."""
    session = create_demo(folder / "demo.casedesk", office.KEY, Clock())
    random, count, seconds = Random(21), Count(), []
    foreign = _foreign_page()
    own = _originals(session, scans, random)
    with subprocess.Popen(
        reader_command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as reader:
        for number in range(scans):
            original = foreign if number % FOREIGN_EACH == 1 else next(own)
            scan = badly_scanned(Image.open(BytesIO(original.png)), random)
            begun = perf_counter()
            facts, picture = _read(reader, scan)
            seconds.append(perf_counter() - begun)
            _take(session, original, scan, facts, picture, count)
        reader.kill()
    session.lock()
    of_own = count.right + count.in_tray + count.wrong
    foreign_scans = scans - of_own
    return Figure(
        reached=(
            f"{count.right} of {of_own} filed right, {count.in_tray} to the tray, "
            f"{count.wrong} filed wrong; {count.foreign_in_tray} of {foreign_scans} of "
            f"another vault to the tray; median {percentile(seconds, 0.5):.2f} s a page"
        ),
        is_met=count.wrong == 0
        and count.foreign_in_tray == foreign_scans
        and count.right >= LEAST_RIGHT * of_own,
    )


def badly_scanned(page: Image.Image, random: Random) -> bytes:
    """Return a page as JPEG of quality 40: turned, askew, soft, noisy, dirty."""
    dots = random.choice((150, 150, 175, 200, 250, 300))
    size = tuple(round(inches * dots) for inches in INCHES)
    scan = page.resize((size[0], size[1]), Image.Resampling.BILINEAR)
    angle = random.choice((0, 90, 180, 270)) + random.uniform(-3, 3)
    bicubic = Image.Resampling.BICUBIC
    scan = scan.rotate(angle, resample=bicubic, expand=True, fillcolor=255)
    skew = random.uniform(-0.012, 0.012)
    matrix = (1, skew, -skew * scan.height / 2, 0, 1, 0)
    scan = scan.transform(
        scan.size, Image.Transform.AFFINE, matrix, bicubic, fillcolor=255
    )
    scan = scan.filter(ImageFilter.GaussianBlur(random.uniform(0, 0.75) * dots / 150))
    scan = ImageEnhance.Contrast(scan).enhance(random.uniform(0.55, 1.1))
    pen = ImageDraw.Draw(scan)
    for _ in range(40):
        x, y = random.randrange(scan.width), random.randrange(scan.height)
        pen.ellipse((x, y, x + dots / 75, y + dots / 75), fill=random.randrange(120))
    noise = Image.effect_noise(scan.size, random.uniform(5, 45))
    scan = ImageChops.add(scan, noise, 1, -128)
    buffer = BytesIO()
    scan.save(buffer, "JPEG", quality=40)
    return buffer.getvalue()


def _originals(session: Session, scans: int, random: Random) -> Iterator[Original]:
    """Yield pages of issued papers, none twice; cases come round in new versions."""
    lines = session.cases.lines()
    random.shuffle(lines)
    pages = list[Original]()
    for line in cycle(lines):
        for paper in _papers(session, line.case_id):
            pages += _issued(session, paper)
        if len(pages) >= scans:
            break
    random.shuffle(pages)
    yield from pages


def _papers(session: Session, case_id: Any) -> Iterator[Paper]:
    consents = session.consents.of(case_id=case_id)
    if consents:
        yield session.papers.consent_set([consent.id for consent in consents])
    yield session.papers.care_plan(case_id)
    yield session.papers.care_plan_client(case_id)


def _issued(session: Session, paper: Paper) -> Iterator[Original]:
    pdf = paper.render()
    document = session.papers.issue(paper, pdf, TO_CLIENT).document
    parts = session.documents.parts(document.id)
    for number, (_, picture) in enumerate(pages_of(pdf), start=1):
        [part] = [each for each in parts if each.holds(number)]
        code = PageCode(document.id, number)
        yield Original(_png(picture), code, part.consent_id)


def _foreign_page() -> Original:
    sheet = Sheet(
        title="", letterhead=Letterhead(name="Anderswo"), document_id=ELSEWHERE
    )
    [(_, picture)] = pages_of(printed(sheet, [Title("Anderswo"), Text("Kurz.")]))
    return Original(_png(picture), PageCode(ELSEWHERE, 1), is_foreign=True)


def _png(picture: Image.Image) -> bytes:
    buffer = BytesIO()
    picture.convert("L").save(buffer, "PNG", compress_level=1)
    return buffer.getvalue()


def _read(reader: subprocess.Popen[bytes], scan: bytes) -> tuple[dict[str, Any], bytes]:
    assert reader.stdin is not None
    assert reader.stdout is not None
    reader.stdin.write(packed({}, scan))
    reader.stdin.flush()
    frames, page = Frames(), None
    while True:
        for facts, content in frames.take(reader.stdout.read1(1 << 16)):  # type: ignore[attr-defined]  # it is buffered
            if "page" in facts:
                page = facts, content
            elif page is None:
                message = f"not read: {facts}"
                raise RuntimeError(message)
            else:
                return page


def _take(
    session: Session,
    original: Original,
    scan: bytes,
    facts: dict[str, Any],
    picture: bytes,
    count: Count,
) -> None:
    page = session.scans.take(
        ScannedPage(
            source_sha256=sha256(scan).hexdigest(),
            number=1,
            pages=1,
            codes=tuple(facts["codes"]),
            turn=facts["turn"],
            width=facts["width"],
            height=facts["height"],
            picture=picture,
        )
    ).page
    if page.received_document_id is None:
        count.foreign_in_tray += original.is_foreign
        count.in_tray += not original.is_foreign
        return
    received = session.scans.received(page.received_document_id)
    found = (received.document_id, page.page, received.consent_id)
    code = original.code
    is_right = found == (code.document_id, code.page, original.consent_id)
    count.right += is_right
    count.wrong += not is_right
