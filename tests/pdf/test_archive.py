"""A German invoice keeps what PDF/A-3b demands, as far as it can be read back here.

The numbers are the clauses of ISO 19005-3, as veraPDF names its rules. What is not
looked at: the syntax of every object, and the metadata beyond the fields named.
"""

from __future__ import annotations

import struct
from io import BytesIO
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import pytest
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject, StreamObject
from services.test_invoicing import a_german_case, a_sheet, issued

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from casedesk.services.session import Session

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
PDFA = "{http://www.aiim.org/pdfa/ns/id/}"
DC = "{http://purl.org/dc/elements/1.1/}"
FACTUR_X = "{urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#}"
SCHEMA = "{http://www.aiim.org/pdfa/ns/schema#}"
PROPERTY = "{http://www.aiim.org/pdfa/ns/property#}"


def a_logo() -> bytes:
    """Make a picture that is partly transparent."""
    made = BytesIO()
    Image.new("RGBA", (40, 20), (200, 30, 30, 90)).save(made, "PNG")
    return made.getvalue()


@pytest.fixture
def pdf(session: Session, qapp: QApplication) -> bytes:
    case_id = a_german_case(session)
    session.practice.set_logo(a_logo())
    session.billing_terms.change("practice", bank="Sparkasse Überlingen – Żółć Ωμέγα")
    invoice = session.invoicing.begin(case_id, (a_sheet(session, case_id),))
    return issued(session, invoice.id)[1]


def test_the_file_is_an_archive_with_its_invoice_beside(pdf: bytes) -> None:
    reader: Any = PdfReader(BytesIO(pdf))  # its objects are told apart by names

    _structure(pdf, reader)
    _colours(reader)
    _metadata(reader)
    _attachment(reader)
    for each in _dictionaries(reader):
        _nothing_forbidden(each)
    fonts = [each for each in _dictionaries(reader) if each.get("/Type") == "/Font"]
    assert len(fonts) > 1
    for font in fonts:
        _font(font)


def _structure(pdf: bytes, reader: Any) -> None:
    head, comment, _rest = pdf.split(b"\n", 2)
    assert head.rstrip() in {b"%%PDF-1.%d" % number for number in range(8)}  # 6.1.2
    assert comment[:1] == b"%"
    assert min(comment[1:5]) > 127
    assert len(reader.trailer["/ID"]) == 2  # 6.1.3
    assert "/Encrypt" not in reader.trailer
    assert pdf.rstrip().endswith(b"%%EOF")


def _colours(reader: Any) -> None:
    [intent] = reader.root_object["/OutputIntents"]
    assert intent["/S"] == "/GTS_PDFA1"  # 6.2.3
    stream = intent["/DestOutputProfile"]
    profile = stream.get_data()
    assert (stream["/N"], profile[16:20], profile[36:40]) == (3, b"RGB ", b"acsp")
    assert profile[12:16] == b"mntr"
    assert profile[8] < 5
    for page in reader.pages:
        contents = page.get_contents()
        assert contents is not None
        operators = {operator for _operands, operator in contents.operations}
        # Grey and RGB have the profile; CMYK, patterns and shadings have none.
        assert operators.isdisjoint({b"k", b"K", b"cs", b"CS", b"sh"})  # 6.2.4.3


def _metadata(reader: Any) -> None:
    stream = reader.root_object["/Metadata"]
    assert (stream["/Type"], stream["/Subtype"]) == ("/Metadata", "/XML")  # 6.6.2
    tree = ElementTree.fromstring(stream.get_data())  # noqa: S314 - our own

    def said(name: str) -> str:
        return next(tree.iter(name)).text or ""

    assert (said(f"{PDFA}part"), said(f"{PDFA}conformance")) == ("3", "B")  # 6.6.4
    title = next(tree.iter(f"{DC}title")).find(f"{RDF}Alt/{RDF}li")
    assert title is not None
    assert reader.metadata is not None
    assert title.text == reader.metadata.title
    assert said(f"{FACTUR_X}DocumentFileName") == "factur-x.xml"
    assert said(f"{FACTUR_X}ConformanceLevel") == "EN 16931"
    assert said(f"{FACTUR_X}DocumentType") == "INVOICE"
    # Fields of its own are described in the file (6.6.2.3).
    assert said(f"{SCHEMA}namespaceURI") == FACTUR_X.strip("{}")
    described = {each.text for each in tree.iter(f"{PROPERTY}name")}
    used = {
        each.tag.removeprefix(FACTUR_X)
        for each in tree.iter()
        if each.tag.startswith(FACTUR_X)
    }
    assert used == described


def _attachment(reader: Any) -> None:
    [associated] = reader.root_object["/AF"]  # 6.8
    names = reader.root_object["/Names"]["/EmbeddedFiles"]["/Names"]
    assert names[0] == "factur-x.xml"
    assert names[1].get_object() == associated.get_object()
    spec = associated.get_object()
    assert spec["/AFRelationship"] == "/Alternative"
    assert (spec["/F"], spec["/UF"]) == ("factur-x.xml", "factur-x.xml")
    file = spec["/EF"]["/F"]
    assert file["/Subtype"] == "/text/xml"
    assert file["/Params"]["/ModDate"].startswith("D:")


def _nothing_forbidden(each: Any) -> None:
    """No transparency, no scripts, no annotations, no LZW, no smoothed pictures."""
    for name in ("/SMask", "/Group", "/JavaScript", "/JS", "/AA", "/OpenAction"):
        assert name not in each, name
    for name in ("/Annots", "/TR", "/HTP", "/Ref", "/OPI", "/Alternates"):
        assert name not in each, name
    assert each.get("/ca", 1) == each.get("/CA", 1) == 1
    assert not each.get("/Interpolate", False)
    assert "LZW" not in str(each.get("/Filter", ""))


def _font(font: Any) -> None:
    """Embedded, symbolic with a single map, and as wide as it says (6.2.11)."""
    assert font["/Subtype"] == "/TrueType"
    assert "/ToUnicode" in font
    descriptor = font["/FontDescriptor"]
    assert descriptor["/Flags"] & 4
    assert "/Encoding" not in font
    program = descriptor["/FontFile2"].get_data()
    tables = _tables(program)
    [places] = struct.unpack(">H", tables["cmap"][2:4])
    assert places == 1
    glyphs = _glyphs(tables["cmap"])
    [per_em] = struct.unpack(">H", tables["head"][18:20])
    [measured] = struct.unpack(">H", tables["hhea"][34:36])
    for code, width in enumerate(font["/Widths"], start=font["/FirstChar"]):
        place = min(glyphs[code], measured - 1)
        [advance] = struct.unpack(">H", tables["hmtx"][4 * place : 4 * place + 2])
        assert abs(advance * 1000 / per_em - float(width)) <= 1


def _tables(program: bytes) -> dict[str, bytes]:
    [count] = struct.unpack(">H", program[4:6])
    entries = [
        struct.unpack(">4sIII", program[12 + 16 * at : 28 + 16 * at])
        for at in range(count)
    ]
    return {
        tag.decode(): program[start : start + length]
        for tag, _check, start, length in entries
    }


def _glyphs(cmap: bytes) -> dict[int, int]:
    [start] = struct.unpack(">I", cmap[8:12])
    kind, _length, _language, first, count = struct.unpack(
        ">5H", cmap[start : start + 10]
    )
    assert kind == 6
    found = struct.unpack(f">{count}H", cmap[start + 10 : start + 10 + 2 * count])
    return dict(enumerate(found, start=first))


def _dictionaries(reader: Any) -> Iterator[Any]:
    """Yield every dictionary that can be reached from the catalogue."""
    waiting: list[Any] = [reader.root_object]
    seen: set[int] = set()
    while waiting:
        each = waiting.pop()
        if isinstance(each, IndirectObject):
            if each.idnum in seen:
                continue
            seen.add(each.idnum)
            each = each.get_object()
        if isinstance(each, (DictionaryObject, StreamObject)):
            yield each
            waiting.extend(each.raw_get(name) for name in each if name != "/Parent")
        elif isinstance(each, list):
            waiting.extend(list.__iter__(each))
