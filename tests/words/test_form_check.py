"""What a form has to contain is looked for in its words, whoever wrote them."""

import pytest

from casedesk.domain.form import FormKind, FormLanguage
from casedesk.domain.practice import Country
from casedesk.words.form_check import FaultKind, FormFault, faults
from casedesk.words.form_passages import passages, with_passages
from casedesk.words.form_template import FormTemplate
from casedesk.words.forms import load_form

RELEASE = load_form(FormKind.RELEASE, Country.CH, FormLanguage.GERMAN)
PAPERS = [
    pytest.param(kind, country, language, id=f"{kind}.{country}.{language}")
    for kind in FormKind
    for country in Country
    for language in FormLanguage
]
POINTS_OF_SECTIONS = [
    pytest.param(
        kind, country, language, point, id=f"{kind}.{country}.{language}.{point}"
    )
    for kind in FormKind
    for country in Country
    for language in FormLanguage
    for point in range(4, 16)
]


def changed(place: str, text: str) -> FormTemplate:
    return with_passages(RELEASE, {place: text})


def found(form: FormTemplate) -> list[FormFault]:
    return faults(form, RELEASE)


@pytest.mark.parametrize(("kind", "country", "language"), PAPERS)
def test_every_shipped_form_contains_what_it_has_to_in_its_words(
    kind: FormKind, country: Country, language: FormLanguage
) -> None:
    form = load_form(kind, country, language)

    assert faults(form, form) == []


@pytest.mark.parametrize(("kind", "country", "language", "point"), POINTS_OF_SECTIONS)
def test_each_point_is_missed_when_its_sections_are_emptied(
    kind: FormKind, country: Country, language: FormLanguage, point: int
) -> None:
    form = load_form(kind, country, language)
    emptied = {
        f"sections.{section.id}.{part}": ""
        for section in form.sections
        if point in section.points
        for part in ("paragraphs", "bullets", "closing")
    }

    missed = {
        each
        for fault in faults(with_passages(form, emptied), form)
        for each in fault.points
    }

    assert (point in missed) == bool(emptied)


@pytest.mark.parametrize(("kind", "country", "language"), PAPERS)
def test_words_taken_out_passage_by_passage_and_put_in_again_are_the_same(
    kind: FormKind, country: Country, language: FormLanguage
) -> None:
    form = load_form(kind, country, language)
    texts = {passage.place: passage.text for passage in passages(form)}

    again = with_passages(form, texts)

    assert passages(again) == passages(form)
    assert again.sections == form.sections
    assert len(texts) == len(passages(form))


def test_lines_become_paragraphs_and_empty_ones_are_left_out() -> None:
    form = changed("sections.voluntary.paragraphs", " Eins \n\nZwei")

    [section] = [each for each in form.sections if each.id == "voluntary"]
    assert section.paragraphs == ("Eins", "Zwei")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Ihr {alter}.", ("{alter}",), id="no such name"),
        pytest.param("Honorar: {fee}", ("{fee}",), id="of another form"),
        pytest.param("Eine { allein", ("{",), id="a lonely brace"),
        pytest.param("Leer: {}", ("{}",), id="an empty name"),
        pytest.param("{AIM}", ("{AIM}",), id="in capitals"),
    ],
)
def test_an_unknown_place_holder_is_named(text: str, names: tuple[str, ...]) -> None:
    [fault] = found(changed("intro", text))

    assert fault.kind is FaultKind.UNKNOWN_PLACEHOLDER
    assert fault.place == "intro"
    assert fault.names == names


def test_a_place_holder_in_an_offered_text_is_unknown() -> None:
    [fault] = found(changed("defaults.valid_until", "bis {valid_until}"))

    assert fault.kind is FaultKind.UNKNOWN_PLACEHOLDER


def test_a_missing_place_holder_is_named_with_the_point_it_stands_for() -> None:
    [fault] = found(changed("sections.aim.paragraphs", "Ihr Ziel:"))

    assert fault.kind is FaultKind.MISSING_PLACEHOLDER
    assert fault.names == ("{aim}",)
    assert fault.points == (4,)


def test_a_place_holder_may_move_within_its_section() -> None:
    form = with_passages(
        RELEASE,
        {
            "sections.purpose.paragraphs": "Wir tauschen nur aus für: {purpose}",
            "sections.purpose.bullets": "",
        },
    )

    assert found(form) == []


def test_lines_that_a_practice_can_do_without_may_go() -> None:
    lines = [line for line in RELEASE.parties[1].lines if "deputy" not in line]

    assert found(changed("parties.1.lines", "\n".join(lines))) == []


def test_the_client_may_not_go() -> None:
    [fault] = found(changed("parties.0.lines", "Fallnummer: {case_number}"))

    assert fault.points == (2,)
    assert "{client_name}" in fault.names


@pytest.mark.parametrize(
    ("place", "point"),
    [
        pytest.param("title", 1),
        pytest.param("sections.voluntary.paragraphs", 10),
        pytest.param("sections.rights.heading", 14),
        pytest.param("table.intro", 7),
        pytest.param("explanation.intro", 16),
        pytest.param("explanation.capacity", 17),
        pytest.param("signatures.client.statement", 18),
        pytest.param("revocation.intro", 19),
        pytest.param("defaults.retention", 13),
    ],
)
def test_a_passage_without_words_is_named_with_its_point(
    place: str, point: int
) -> None:
    [fault] = found(changed(place, "  "))

    assert fault.kind is FaultKind.NO_WORDS
    assert fault.place == place
    assert fault.points == (point,)


def test_the_introduction_may_be_empty() -> None:
    assert found(changed("intro", "")) == []


@pytest.mark.parametrize(
    ("place", "text", "notion"),
    [
        pytest.param("sections.voluntary.paragraphs", "Sie müssen.", "frei", id="free"),
        pytest.param(
            "sections.rights.bullets", "Auskunft", "berichtig", id="correction"
        ),
    ],
)
def test_a_section_that_no_longer_speaks_of_its_point_is_named(
    place: str, text: str, notion: str
) -> None:
    missing = found(changed(place, text))

    assert {fault.kind for fault in missing} == {FaultKind.MISSING_NOTION}
    assert any(notion in fault.names for fault in missing)


@pytest.mark.parametrize("country", Country)
@pytest.mark.parametrize("language", FormLanguage)
def test_the_agreement_stands_whatever_is_refused_on_other_sheets(
    country: Country, language: FormLanguage
) -> None:
    form = load_form(FormKind.AGREEMENT, country, language)
    words = {
        FormLanguage.GERMAN: "gilt auch dann, wenn Sie dort einzelne Zeilen ablehnen",
        FormLanguage.PLAIN_GERMAN: "Diese Vereinbarung gilt trotzdem",
        FormLanguage.ENGLISH: "is also valid if you refuse single lines there",
        FormLanguage.FRENCH: "est valable même si vous y refusez certaines lignes",
        FormLanguage.ITALIAN: "vale anche se vi rifiuta singole righe",
    }[language]

    [data] = [section for section in form.sections if section.id == "data"]

    assert words in " ".join(data.paragraphs)
    assert form.table is None
