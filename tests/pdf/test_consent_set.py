from __future__ import annotations

from dataclasses import replace

from pdf.samples import (
    CLIENT,
    SHEET,
    a_consent_set,
    a_declaration,
    pages,
    recipients,
    words,
)

from casedesk.pdf.blocks import Fact
from casedesk.pdf.consent_set import Recipient, Signing, render
from casedesk.pdf.section import Section

DOCTOR = Recipient(
    name="Dr. Αλέξης Müller",
    function="family doctor",
    address="Gasse 2",
    direction="both ways",
    categories="diagnoses",
    means="in writing",
    valid_until="31.12.2027",
)


def test_each_declaration_begins_on_a_page_with_client_and_signature() -> None:
    paper = a_consent_set(a_declaration("Mandate"), a_declaration("Release"))

    mandate, release = pages(render(paper))

    assert "Mandate No. 1, version 4 Client Amina N." in mandate
    assert "Release No. 1, version 4 Client Amina N." in release
    assert all(page.count("Place, date") == 1 for page in (mandate, release))


def test_a_recipient_has_all_columns_and_boxes_to_tick() -> None:
    read = words(render(a_consent_set(a_declaration(body=(recipients(DOCTOR),)))))

    for expected in (
        "Recipient Direction Categories Means Valid until Decision Initials",
        "Dr. Αλέξης Müller",
        "family doctor",
        "Gasse 2",
        "both ways",
        "diagnoses",
        "in writing",
        "31.12.2027",
        "Yes",
        "No",
    ):
        assert expected in read


def test_many_recipients_run_over_pages_with_a_head_on_each() -> None:
    rows = [replace(DOCTOR, name=f"Recipient-{n}.") for n in range(60)]

    read = pages(render(a_consent_set(a_declaration(body=(recipients(*rows),)))))

    assert all(f"Recipient-{n}." in " ".join(read) for n in range(60))
    with_rows = [page for page in read if "Recipient-" in page]
    assert [page.count("Valid until") for page in with_rows] == [1] * len(with_rows)


def test_the_explanation_stands_before_signature_and_revocation() -> None:
    declaration = a_declaration(
        explanation=Section(
            heading="Explained",
            by_hand=True,
            facts=(Fact(label="By", value="Ines B."), Fact(label="On", lines=2)),
        ),
        revocation=Signing(
            heading="Revoked",
            choices=("entirely", "in part:"),
            facts=(Fact(label="Received by"),),
            signatures=(CLIENT,),
        ),
    )

    [read] = pages(render(a_consent_set(declaration)))

    assert read.index("Explained") < read.index("Signature") < read.index("Revoked")
    assert "By Ines B." in read
    assert "–" not in read
    assert read.index("in part:") < read.index("Received by")


def test_a_sheet_of_information_is_received_not_signed() -> None:
    receipt = Signing(heading="Receipt", facts=(Fact(label="Received on"),))

    read = words(render(a_consent_set(a_declaration("Information", signing=receipt))))

    assert "Received on" in read
    assert "Place, date" not in read


def test_large_print_keeps_every_word_of_a_recipient() -> None:
    sheet = replace(SHEET, large_print=True)
    paper = a_consent_set(
        a_declaration(body=(recipients(DOCTOR, DOCTOR),)), sheet=sheet
    )

    assert words(render(paper)).count("Direction both ways Categories diagnoses") == 2
