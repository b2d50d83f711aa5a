import gettext
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from devtools import catalogues

HELLO = '''"""A module."""
from gettext import gettext as _


def hello() -> str:
    """Greet."""
    return _("Hello")
'''


@pytest.mark.parametrize(
    ("words", "translation", "complaint"),
    [
        pytest.param("Case", "", "not translated", id="nothing"),
        pytest.param("{n} left", "übrig", "fields differ (n)", id="a field left out"),
        pytest.param("Case", "{n} Fall", "fields differ (n)", id="an unknown field"),
    ],
)
def test_a_translation_that_would_mislead_is_complained_about(
    words: str, translation: str, complaint: str
) -> None:
    message = Message(words, translation)

    complaints = list(catalogues.complaints_about(message))

    assert complaints == [complaint]


def test_a_doubtful_translation_is_complained_about() -> None:
    message = Message("Case", "Fall", flags=["fuzzy"])

    assert list(catalogues.complaints_about(message)) == ["marked as doubtful"]


def test_one_form_of_a_plural_may_leave_the_number_out() -> None:
    message = Message(("{n} case", "{n} cases"), ("ein Fall", "{n} Fälle"))

    assert list(catalogues.complaints_about(message)) == []


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder whose source says one word and has no translation yet."""
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "hello.py").write_text(HELLO, encoding="utf-8")
    monkeypatch.setattr(catalogues, "SOURCE", tmp_path / "src")
    monkeypatch.setattr(catalogues, "CATALOGUES", tmp_path / "locale")
    return tmp_path


def a_catalogue(project: Path, language: str, text: str) -> None:
    path = project / "locale" / language / catalogues.PLACE
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")


def test_words_of_the_source_reach_a_catalogue_and_gone_ones_leave_it(
    project: Path,
) -> None:
    a_catalogue(project, "de", 'msgid "Gone"\nmsgstr "Weg"\n')

    before = list(catalogues.check_all())
    catalogues.main(["update"])
    after = list(catalogues.check_all())

    assert before[0] == "de: not in step with the source; run: python3 dev.py words"
    assert after == ["de: not translated: 'Hello'"]


def test_a_regional_catalogue_needs_only_what_differs(project: Path) -> None:
    a_catalogue(project, "de", 'msgid "Hello"\nmsgstr "Guten Tag"\n')
    a_catalogue(project, "de_CH", "")

    assert list(catalogues.check_all()) == []


def test_a_language_of_papers_needs_what_papers_ask_for_and_no_more(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = project / "src" / "paper.py"
    paper.write_text(HELLO.replace("Hello", "Signatures"), encoding="utf-8")
    monkeypatch.setattr(catalogues, "PAPER_FILES", ("src/paper.py",))
    monkeypatch.setattr(catalogues, "PAPER_CHOICES", ())
    a_catalogue(project, "fr", 'msgid "Hello"\nmsgstr "Bonjour"\n')

    catalogues.main(["update"])

    assert list(catalogues.check_all()) == ["fr: not translated: 'Signatures'"]


def test_compiled_words_are_found_by_gettext(project: Path) -> None:
    a_catalogue(project, "de", 'msgid "Hello"\nmsgstr "Guten Tag"\n')

    catalogues.main(["compile"])

    german = gettext.translation("casedesk", project / "locale", ["de"])
    assert german.gettext("Hello") == "Guten Tag"
