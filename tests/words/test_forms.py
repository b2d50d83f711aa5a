import re
import tomllib
from datetime import date

import pytest

from casedesk.domain.consent import ConsentKind, Direction
from casedesk.domain.form import FormKind, FormLanguage
from casedesk.domain.practice import Country, Profession
from casedesk.words.form_template import (
    BLANK,
    BLANK_LINES,
    OPTIONAL,
    POINTS,
    FormSection,
    FormTemplate,
    Placeholder,
)
from casedesk.words.forms import load_form, secrecy_text
from casedesk.words.resources import resource

GERMAN = FormLanguage.GERMAN
PAPERS = [
    pytest.param(kind, country, language, id=f"{kind}.{country}.{language}")
    for kind in FormKind
    for country in Country
    for language in FormLanguage
]
PARTIES = {
    "client_name",
    "client_born",
    "client_address",
    "case_number",
    "representative",
    "holder_name",
    "practice_name",
    "practice_address",
    "practice_contact",
    "deputy",
    "data_protection_contact",
}
CONSEQUENCES = {"consequences_agree", "consequences_refuse", "consequences_withdraw"}
CONSENT = PARTIES | CONSEQUENCES
CONSENT |= {"aim", "purpose", "valid_until", "retention", "third_country"}
CONSENT |= {"secrecy", "supervisory_authority"}
OPEN_WORDS = {
    FormKind.AGREEMENT: PARTIES
    | {"aim", "mandate_scope", "exclusions", "mandate_period", "fee", "payer"}
    | {"secrecy", "notice_period", "complaint_body"},
    FormKind.POWER_OF_ATTORNEY: PARTIES
    | CONSEQUENCES
    | {"aim", "purpose", "bodies", "scope", "exclusions", "valid_until"},
    FormKind.RELEASE: CONSENT,
    FormKind.DATA_PROTECTION: CONSENT,
    FormKind.INFORMATION: CONSENT - {"aim"},
}
CONTAINED = {
    FormKind.AGREEMENT: POINTS - {6, 8, 13, 15, 19},
    FormKind.POWER_OF_ATTORNEY: POINTS - {8, 13, 14, 15},
    FormKind.RELEASE: POINTS,
    FormKind.DATA_PROTECTION: POINTS,
    FormKind.INFORMATION: POINTS - {16, 17, 19},
}
EUROPEAN_LAW = {"Art. 7", "Art. 9", "Art. 13", "Art. 15", "Art. 19"}
VERIFIED_LAW = {
    Country.DE: EUROPEAN_LAW | {"§ 203", "§ 13", "§ 147", "§ 630f"},
    Country.CH: {"Art. 5", "Art. 6", "Art. 16", "Art. 25", "Art. 62"}
    | {"Art. 321", "Art. 958f"},
    Country.AT: EUROPEAN_LAW | {"§ 6"},
}


@pytest.mark.parametrize(("kind", "country", "language"), PAPERS)
def test_every_paper_says_which_one_it_is(
    kind: FormKind, country: Country, language: FormLanguage
) -> None:
    form = load_form(kind, country, language)

    assert (form.kind, form.country, form.language) == (kind, country, language)
    assert form.as_of == date(2026, 11, 1)
    assert form.version in form.edition
    assert str(form.as_of.year) in form.edition
    assert form.title
    assert form.intro


@pytest.mark.parametrize(("kind", "country", "language"), PAPERS)
def test_every_paper_contains_what_it_has_to(
    kind: FormKind, country: Country, language: FormLanguage
) -> None:
    form = load_form(kind, country, language)

    assert form.points == CONTAINED[kind]


@pytest.mark.parametrize(("kind", "country", "language"), PAPERS)
def test_a_point_left_to_the_build_of_the_paper_has_its_part(
    kind: FormKind, country: Country, language: FormLanguage
) -> None:
    form = load_form(kind, country, language)

    structural = set(form.structural)
    assert structural >= {1, 2, 3, 18}
    assert (7 in structural) == (form.table is not None)
    assert ({16, 17} <= structural) == (form.explanation is not None)
    assert (19 in structural) == (form.revocation is not None)
    assert len(form.parties) == 2
    assert {block.role for block in form.signatures} >= {"client", "case_manager"}


@pytest.mark.parametrize(("kind", "country", "language"), PAPERS)
def test_every_paper_leaves_open_exactly_its_words(
    kind: FormKind, country: Country, language: FormLanguage
) -> None:
    form = load_form(kind, country, language)

    assert form.placeholders == OPEN_WORDS[kind]
    assert form.placeholders >= set(form.defaults)


@pytest.mark.parametrize(("kind", "country", "language"), PAPERS)
def test_no_default_text_is_empty_or_leaves_a_word_open(
    kind: FormKind, country: Country, language: FormLanguage
) -> None:
    form = load_form(kind, country, language)

    assert all(text.strip() for text in form.defaults.values())
    assert not any("{" in text for text in form.defaults.values())


@pytest.mark.parametrize(("kind", "country", "language"), PAPERS)
def test_section_ids_are_unique_and_the_table_follows_one(
    kind: FormKind, country: Country, language: FormLanguage
) -> None:
    form = load_form(kind, country, language)

    ids = [section.id for section in form.sections]
    assert len(ids) == len(set(ids))
    assert form.table is None or form.table.after in ids


@pytest.mark.parametrize(("kind", "country", "language"), PAPERS)
def test_all_languages_of_a_country_say_the_same(
    kind: FormKind, country: Country, language: FormLanguage
) -> None:
    german = load_form(kind, country, GERMAN)

    form = load_form(kind, country, language)

    assert _shape(form) == _shape(german)


def _shape(form: FormTemplate) -> list[object]:
    return [
        [(s.id, s.points, s.numbered) for s in form.sections],
        [(len(s.paragraphs), len(s.bullets), len(s.closing)) for s in form.sections],
        [(block.role, len(block.extra)) for block in form.signatures],
        [len(party.lines) for party in form.parties],
        {name: text.count("\n") for name, text in form.defaults.items()},
    ]


def test_all_placeholders_are_used_somewhere() -> None:
    used = set().union(*OPEN_WORDS.values())

    assert used == set(Placeholder)


def test_each_kind_of_declaration_has_its_form() -> None:
    assert {FormKind(kind) for kind in ConsentKind} < set(FormKind)


@pytest.mark.parametrize("language", [GERMAN, FormLanguage.PLAIN_GERMAN])
@pytest.mark.parametrize("country", Country)
def test_files_are_spelled_the_way_of_the_country(
    country: Country, language: FormLanguage
) -> None:
    german = _all_words(country, language)

    quotes = "«»" if country is Country.CH else "„“"
    assert all(quote in german for quote in quotes)
    assert ("ß" in german) == (country is not Country.CH)
    assert ("„" in german) == (country is not Country.CH)


@pytest.mark.parametrize("country", Country)
def test_french_has_its_spaces_and_quotes(country: Country) -> None:
    french = _all_words(country, FormLanguage.FRENCH)

    assert re.findall(r".{9}[^\N{NO-BREAK SPACE}][:;!?»]", _prose(french)) == []
    assert re.findall(r"«[^\N{NO-BREAK SPACE}].{9}", french) == []
    assert "'" not in french


@pytest.mark.parametrize("country", Country)
def test_italian_has_its_quotes_without_spaces(country: Country) -> None:
    italian = _all_words(country, FormLanguage.ITALIAN)

    assert re.findall(r"«\s.{9}|.{9}\s[»:;!?]", _prose(italian)) == []
    assert "'" not in italian


@pytest.mark.parametrize("language", FormLanguage)
@pytest.mark.parametrize("country", Country)
def test_only_verified_law_is_cited(country: Country, language: FormLanguage) -> None:
    cited = _cited(_all_words(country, language))

    assert cited <= VERIFIED_LAW[country]
    assert "§§" not in _all_words(country, language)


@pytest.mark.parametrize("language", FormLanguage)
@pytest.mark.parametrize("kind", [*FormKind, "secrecy"])
@pytest.mark.parametrize("country", Country)
def test_every_language_cites_the_same_law(
    kind: str, country: Country, language: FormLanguage
) -> None:
    assert _cited(_words(kind, country, language)) == _cited(
        _words(kind, country, GERMAN)
    )


def test_all_verified_law_is_cited_somewhere() -> None:
    for country in Country:
        cited = set[str]().union(
            *(_cited(_all_words(country, each)) for each in FormLanguage)
        )
        assert cited == VERIFIED_LAW[country]


@pytest.mark.parametrize(
    ("language", "names"),
    [
        pytest.param(GERMAN, "DSG|StGB|ZGB|OR", id="German"),
        pytest.param(FormLanguage.PLAIN_GERMAN, "DSG|StGB|ZGB|OR", id="plain German"),
        pytest.param(FormLanguage.FRENCH, "LPD|CP|CC|CO", id="French"),
        pytest.param(FormLanguage.ITALIAN, "LPD|CP|CC|CO", id="Italian"),
    ],
)
def test_swiss_laws_bear_the_official_names_of_the_language(
    language: FormLanguage, names: str
) -> None:
    words = _all_words(Country.CH, language)

    named = set(re.findall(r"\b(?:n?DSG|LPD|StGB|CP|ZGB|CC|OR|CO)\b", words))

    assert named == set(names.split("|"))


def _cited(words: str) -> set[str]:
    words = words.replace("\N{NO-BREAK SPACE}", " ")
    words = re.sub(r"section (\d+)", r"§ \1", words)
    return {
        law[0].upper() + law[1:]
        for law in re.findall(r"(?:§|\b[Aa]rt\.) \d+[a-z]?", words)
    }


def _prose(toml: str) -> str:
    """Leave out addresses and what is no text of the paper."""
    return "\n".join(re.findall(r'"(.*)"', toml)) + "\n"


def _words(name: str, country: Country, language: str) -> str:
    return resource("forms", f"{name}.{country}.{language}.toml").read_text("utf-8")


def _all_words(country: Country, language: str) -> str:
    files = sorted(resource("forms").glob(f"*.{country}.{language}.toml"))
    # The emergency sheet, and confirmation and letter of a withdrawal.
    sheets = 3 if language in (GERMAN, FormLanguage.ENGLISH) else 0
    assert len(files) == len(FormKind) + 1 + sheets
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


LONGEST_PLAIN_SENTENCE = 17  # words


@pytest.mark.parametrize("country", Country)
def test_plain_german_has_short_sentences(country: Country) -> None:
    words = _prose(_all_words(country, FormLanguage.PLAIN_GERMAN))
    words = re.sub(r"\{[a-z_]+\}|\(.*?\)", "x", words)

    sentences = [each.split() for each in re.split(r"[.?!:]\s|\n", words)]

    long = [" ".join(each) for each in sentences if len(each) > LONGEST_PLAIN_SENTENCE]
    assert long == []
    assert sum(map(len, sentences)) / len(sentences) < 9


@pytest.mark.parametrize("country", Country)
def test_plain_german_has_no_words_with_a_colon_inside(country: Country) -> None:
    words = _all_words(country, FormLanguage.PLAIN_GERMAN)

    assert re.findall(r"\w+:in\w*", words) == []


@pytest.mark.parametrize("language", FormLanguage)
@pytest.mark.parametrize("country", Country)
def test_secrecy_is_told_for_every_profession_and_no_other(
    country: Country, language: FormLanguage
) -> None:
    file = resource("forms", f"secrecy.{country}.{language}.toml")
    toml = tomllib.loads(file.read_text(encoding="utf-8"))

    assert set(toml["texts"]) == set(Profession)
    assert toml["head"]["as_of"] == date(2026, 11, 1)
    assert toml["head"]["version"]


@pytest.mark.parametrize(
    ("profession", "country", "law"),
    [
        pytest.param(Profession.NURSE, Country.DE, "§ 203 Abs. 1 Nr. 1 StGB"),
        pytest.param(Profession.SOCIAL_WORKER, Country.DE, "§ 203 Abs. 1 Nr. 6 StGB"),
        pytest.param(Profession.NURSE, Country.CH, "Art. 321 StGB"),
        pytest.param(Profession.OTHER, Country.CH, "Art. 62 DSG"),
        pytest.param(Profession.NURSE, Country.AT, "§ 6 GuKG"),
    ],
)
def test_secrecy_names_the_law_of_the_profession(
    profession: Profession, country: Country, law: str
) -> None:
    assert law in secrecy_text(profession, country, GERMAN)


def test_a_case_manager_without_a_protected_profession_claims_no_secrecy_law() -> None:
    text = secrecy_text(Profession.OTHER, Country.DE, GERMAN)

    assert "nicht von selbst" in text
    assert "verpflichten wir uns" in text


def test_values_stand_where_the_placeholders_were() -> None:
    form = _release().filled({"client_name": "Rosa Beispiel"})

    assert "Name: Rosa Beispiel" in form.parties[0].lines


def test_a_value_with_braces_stays_as_it_was_typed() -> None:
    form = _release().filled({"client_name": "{aim} {0} {x!r}", "aim": "Ruhe"})

    assert "Name: {aim} {0} {x!r}" in form.parties[0].lines


def test_each_line_of_a_value_becomes_a_bullet_of_its_own() -> None:
    form = _release().filled({"purpose": "Wohnung finden\n\n Rente klären "})

    assert _section(form, "purpose").bullets == ("Wohnung finden", "Rente klären")


def test_nothing_typed_takes_the_default_text() -> None:
    form = _release().filled({"consequences_refuse": "  "})

    [_, refuse, _] = _section(form, "consequences").bullets
    assert _release().defaults["consequences_refuse"] in refuse


def test_what_is_typed_replaces_the_default_text() -> None:
    form = _release().filled({"valid_until": "31.03.2027"})

    assert "Gültigkeit: 31.03.2027" in _section(form, "duration").paragraphs


def test_what_is_unknown_becomes_a_line_to_write_on() -> None:
    form = _release().filled({})

    assert f"Name: {BLANK}" in form.parties[0].lines
    assert _section(form, "purpose").bullets == (BLANK,) * BLANK_LINES


def test_the_line_to_write_on_can_be_another() -> None:
    form = _release().filled({}, blank="…")

    assert "Name: …" in form.parties[0].lines


@pytest.mark.parametrize("name", sorted(OPTIONAL))
def test_an_optional_line_is_left_out_when_there_is_nothing_to_say(name: str) -> None:
    form = load_form(FormKind.AGREEMENT, Country.AT, GERMAN)

    with_line = form.filled({name: "Kim Muster"})
    without = form.filled({name: ""})

    assert "Kim Muster" in repr(with_line)
    assert len(repr(without)) < len(repr(with_line)) - len("Kim Muster")


@pytest.mark.parametrize(("kind", "country", "language"), PAPERS)
def test_a_filled_paper_leaves_nothing_open(
    kind: FormKind, country: Country, language: FormLanguage
) -> None:
    form = load_form(kind, country, language)

    filled = form.filled(dict.fromkeys(Placeholder, "x"))

    assert filled.placeholders == frozenset()
    assert filled.kind is kind
    assert filled.points == form.points


def test_an_unknown_word_is_refused_by_its_name_alone() -> None:
    with pytest.raises(KeyError) as caught:
        _release().filled({"shoe_size": "geheim"})

    assert caught.value.args == ("shoe_size",)


def test_directions_are_said_in_the_language_of_the_paper() -> None:
    table = load_form(FormKind.RELEASE, Country.CH, FormLanguage.ENGLISH).table

    assert table is not None
    assert [table.said(direction) for direction in Direction] == [
        "we obtain",
        "we pass on",
        "both ways",
    ]


def _release() -> FormTemplate:
    return load_form(FormKind.RELEASE, Country.DE, GERMAN)


def _section(form: FormTemplate, section_id: str) -> FormSection:
    [section] = [each for each in form.sections if each.id == section_id]
    return section
