"""Which text a form has now: the shipped one, or the practice's own variant."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from casedesk.domain.form import FormKind, form_language, paper_language
from casedesk.domain.own_form import OwnFormState, newest
from casedesk.domain.practice import PaperLanguage
from casedesk.words.catalog import Words
from casedesk.words.form_passages import with_passages
from casedesk.words.forms import load_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from casedesk.domain.form import FormLanguage
    from casedesk.domain.own_form import OwnForm, OwnPassage
    from casedesk.domain.practice import Country, Practice
    from casedesk.store.tables import Tables
    from casedesk.words.form_template import FormTemplate

    Key = tuple[FormKind, Country, FormLanguage]


@cache
def shipped(kind: FormKind, country: Country, language: FormLanguage) -> FormTemplate:
    """Return the shipped text of a form, which is read only once."""
    return load_form(kind, country, language)


@dataclass(frozen=True, slots=True)
class FormTexts:
    """The texts of all forms as they are in use."""

    own: Mapping[Key, FormTemplate]

    def text(
        self, kind: FormKind, country: Country, language: FormLanguage
    ) -> FormTemplate:
        """Return the text of a form that is in use."""
        found = self.own.get((kind, country, language))
        return found or shipped(kind, country, language)

    def is_own(self, kind: FormKind, country: Country, language: FormLanguage) -> bool:
        """Whether the practice's own variant is in use."""
        return (kind, country, language) in self.own


def read_texts(tables: Tables) -> FormTexts:
    """Read the own variants that are in use."""
    by_key: dict[Key, list[OwnForm]] = {}
    for form in tables.own_forms.all():
        by_key.setdefault((form.kind, form.country, form.language), []).append(form)
    used = {key: newest(forms, OwnFormState.IN_USE) for key, forms in by_key.items()}
    return FormTexts(
        {
            key: own_text(form, tables.own_passages.of(form_id=form.id))
            for key, form in used.items()
            if form is not None
        }
    )


def form_in_use(tables: Tables, kind: FormKind, practice: Practice) -> FormTemplate:
    """Return the text from which the practice makes declarations now."""
    language = form_language(PaperLanguage(practice.language))
    return read_texts(tables).text(kind, practice.country, language)


def own_text(form: OwnForm, passages: Iterable[OwnPassage]) -> FormTemplate:
    """Return an own variant as a form, with its own version and day on it."""
    base = shipped(form.kind, form.country, form.language)
    texts = {passage.place: passage.text for passage in passages}
    words = Words(paper_language(form.language, form.country))
    *_, language = base.edition.split(" · ")
    edition = [words("Own text {version}").format(version=form.version), language]
    if form.as_of is not None:
        as_of = words("as of {day}").format(day=words.day(form.as_of))
        edition.insert(1, as_of)
    return replace(
        with_passages(base, texts),
        version=form.version,
        as_of=form.as_of or base.as_of,
        edition=" · ".join(edition),
    )
