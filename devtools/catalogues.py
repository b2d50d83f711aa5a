"""Translations between the source, the .po files people edit and the .mo files read.

Runs inside the environment: python -m devtools.catalogues compile|update|check
"""

import io
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
CATALOGUES = ROOT / "resources" / "locale"
SOURCE = ROOT / "src"
PLACE = Path("LC_MESSAGES", "casedesk.po")
# Languages of papers alone. Their catalogues hold the words that papers for a client
# ask for: those these files ask for themselves, and those of these choices.
PAPER_LANGUAGES = ("fr", "it")
PAPER_FILES = (
    "src/casedesk/services/paper_words/declarations.py",
    "src/casedesk/services/paper_words/form_values.py",
    "src/casedesk/services/paper_words/imprint.py",
    "src/casedesk/services/paper_words/signing_lines.py",
    "src/casedesk/services/paper_words/withheld.py",
    "src/casedesk/services/form_samples.py",
    "src/casedesk/services/form_texts.py",
    "src/casedesk/words/phrases.py",
)
PAPER_CHOICES = (
    "DataCategory",
    "DocumentKind",
    "Means",
    "PartyRole",
    "RepresentationKind",
)
HEADER = r"""msgid ""
msgstr ""
"Language: {}\n"
"Plural-Forms: {}\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"

"""


def main(arguments: list[str]) -> int:
    """Carry out one command and return the exit code."""
    match arguments:
        case ["compile"]:
            compile_all()
        case ["update", *languages]:
            for language in languages:
                begin(language)
            update_all()
            compile_all()
        case ["check"]:
            complaints = list(check_all())
            for complaint in complaints:
                print(complaint)
            return 1 if complaints else 0
        case _:
            print(__doc__)
            return 2
    return 0


def compile_all() -> None:
    """Write the .mo file beside every .po file."""
    for path in sources():
        built = path.with_suffix(".mo")
        unfinished = built.with_suffix(".mo-unfinished")
        with unfinished.open("wb") as file:
            write_mo(file, _read(path))
        unfinished.replace(built)


def begin(language: str) -> None:
    """Make an empty catalogue for a language that has none."""
    path = CATALOGUES / language / PLACE
    if not path.exists():
        path.parent.mkdir(parents=True)
        catalogue = Catalog(locale=language, project="CaseDesk", fuzzy=False)
        path.write_bytes(_written(catalogue))


def update_all() -> None:
    """Take the words of the source into every catalogue and say what is missing."""
    template = extracted()
    for path in sources():
        catalogue = _updated(path, template)
        path.write_bytes(_written(catalogue))
        missing = sum(not _is_translated(message) for message in _messages(catalogue))
        print(
            f"{_language(path)}: {len(catalogue)} words, {missing} without translation"
        )


def check_all() -> Iterator[str]:
    """Yield one line for everything that would show a user a wrong or English word."""
    template = extracted()
    for path in sources():
        language = _language(path)
        catalogue = _updated(path, template)
        if _keys(catalogue) != _keys(_read(path)):
            yield f"{language}: not in step with the source; run: python3 dev.py words"
        for message in _messages(catalogue):
            for complaint in complaints_about(message):
                yield f"{language}: {complaint}: {message.id!r}"


def complaints_about(message: Message) -> Iterator[str]:
    """Yield what is wrong with one translated message."""
    if not _is_translated(message):
        yield "not translated"
        return
    if message.fuzzy:
        yield "marked as doubtful"
    allowed = set().union(*map(_fields, _forms(message.id)))
    for form in _forms(message.string):
        unknown = _fields(form) - allowed
        left_out = set() if message.pluralizable else allowed - _fields(form)
        if unknown or left_out:
            yield f"fields differ ({', '.join(sorted(unknown | left_out))})"


def extracted() -> Catalog:
    """Return every word the source marks for translation."""
    template = Catalog(project="CaseDesk", fuzzy=False)
    for name, _line, message, comments, context in extract_from_dir(
        SOURCE,
        # Papers ask their own words.
        keywords={**DEFAULT_KEYWORDS, "words": None, "_words": None},
        comment_tags=("Translators:",),
        strip_comment_tags=True,
    ):
        where = [(f"src/{Path(name).as_posix()}", 0)]
        template.add(
            message, None, locations=where, auto_comments=comments, context=context
        )
    return template


def sources() -> list[Path]:
    """Return the .po file of every language."""
    return sorted(CATALOGUES.glob(f"*/{PLACE.as_posix()}"))


def _updated(path: Path, template: Catalog) -> Catalog:
    """Return the catalogue with the words of the source and without those gone."""
    catalogue = _read(path)
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    is_paper = _language(path) in PAPER_LANGUAGES
    asked = words_of_papers(template) if is_paper else set()
    for message in _messages(catalogue):
        is_idle = _is_regional(path) and not _is_translated(message)
        if is_idle or (is_paper and asked.isdisjoint(_forms(message.id))):
            catalogue.delete(message.id, message.context)
    return catalogue


def words_of_papers(template: Catalog) -> set[str]:
    """Return every word that a paper for a client may ask for."""
    from casedesk.words.choices import LABELS

    choices = (
        words for kind, words in LABELS.items() if kind.__name__ in PAPER_CHOICES
    )
    return {word for words in choices for word in words.values()} | {
        form
        for message in _messages(template)
        if any(file in PAPER_FILES for file, _line in message.locations)
        for form in _forms(message.id)
    }


def _is_regional(path: Path) -> bool:
    """Tell whether a catalogue holds only what differs from its language's own."""
    language, _, region = _language(path).partition("_")
    return bool(region) and (CATALOGUES / language / PLACE).exists()


def _read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=_language(path), domain="casedesk")


def _written(catalogue: Catalog) -> bytes:
    buffer = io.BytesIO()
    buffer.write(HEADER.format(catalogue.locale, catalogue.plural_forms).encode())
    # Line numbers would change the file with every edit of the source.
    options = {"sort_by_file": True, "include_lineno": False, "omit_header": True}
    write_po(buffer, catalogue, width=88, **options)
    return buffer.getvalue()


def _language(path: Path) -> str:
    return path.parent.parent.name


def _messages(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def _keys(catalogue: Catalog) -> set[tuple[str | None, ...]]:
    return {(*_forms(each.id), each.context) for each in _messages(catalogue)}


def _is_translated(message: Message) -> bool:
    forms = _forms(message.string)
    return bool(forms) and all(forms)


def _forms(text: str | list[str] | tuple[str, ...] | None) -> list[str]:
    if text is None:
        return []
    return [text] if isinstance(text, str) else list(text)


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
