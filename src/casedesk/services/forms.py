"""The texts of forms: the shipped ones and own variants, made, checked and used."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from casedesk.domain.form import FormKind, FormLanguage
from casedesk.domain.own_form import (
    FormHasFaults,
    OwnForm,
    OwnFormId,
    OwnFormState,
    OwnPassage,
    OwnPassageId,
    TextInUseStays,
    newest,
)
from casedesk.domain.practice import Practice
from casedesk.services.form_texts import own_text, shipped
from casedesk.services.records import Records
from casedesk.words.form_check import faults
from casedesk.words.form_passages import passages

if TYPE_CHECKING:
    from casedesk.domain.practice import Country
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.services.recovery import LooseSheet
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables
    from casedesk.words.form_check import FormFault
    from casedesk.words.form_template import FormTemplate


@dataclass(frozen=True, slots=True, kw_only=True)
class FormLine:
    """One form in one language: what is shipped, what is in use, what is written."""

    shipped: FormTemplate
    in_use: OwnForm | None = None
    draft: OwnForm | None = None

    @property
    def version(self) -> str:
        """The version that papers take now."""
        return self.in_use.version if self.in_use else self.shipped.version

    @property
    def is_overtaken(self) -> bool:
        """Whether a newer text is shipped than the one the own variant comes from."""
        return self.in_use is not None and self.in_use.based_on != self.shipped.version


class FormService:
    """Lists forms and cares for own variants; the shipped texts are never changed."""

    def __init__(self, database: Database, announcer: Announcer, clock: Clock) -> None:
        self._database = database
        self._announcer = announcer
        self._clock = clock
        self.own = Records(
            database, announcer, "own_form", lambda t: t.own_forms, guard=_guard_form
        )
        self.passages = Records(
            database,
            announcer,
            "own_passage",
            lambda t: t.own_passages,
            guard=_guard_passage,
        )

    def lines(self, country: Country) -> list[FormLine]:
        """Return all forms of a country, kind by kind, in every language."""
        return [
            self.line(kind, country, language)
            for kind in FormKind
            for language in FormLanguage
        ]

    def line(
        self, kind: FormKind, country: Country, language: FormLanguage
    ) -> FormLine:
        """Return how things stand with one form in one language."""
        with self._database.read() as tables:
            made = _made(tables, kind, country, language)
        return FormLine(
            shipped=shipped(kind, country, language),
            in_use=newest(made, OwnFormState.IN_USE),
            draft=newest(made, OwnFormState.DRAFT),
        )

    def make_own(
        self,
        kind: FormKind,
        country: Country,
        language: FormLanguage,
        *,
        like: OwnForm | None = None,
    ) -> OwnForm:
        """Store a draft with the words in use, or those of an earlier own variant.

        If there is a draft already, that one is returned.
        """
        with self._database.read() as tables:
            made = _made(tables, kind, country, language)
            model = like or newest(made, OwnFormState.IN_USE)
            base = shipped(kind, country, language)
            text = base if model is None else _text(tables, model.id)
        draft = newest(made, OwnFormState.DRAFT)
        if draft is not None:
            return draft
        own = OwnForm(
            id=OwnFormId(self._clock.new_id()),
            kind=kind,
            country=country,
            language=language,
            number=1 + max((form.number for form in made), default=0),
            based_on=model.based_on if model else base.version,
        )
        with self._database.write("own_form.add", own.id) as tables:
            tables.own_forms.add(own)
            for passage in passages(text):
                tables.own_passages.add(
                    OwnPassage(
                        id=OwnPassageId(self._clock.new_id()),
                        form_id=own.id,
                        place=passage.place,
                        text=passage.text,
                    )
                )
        self._announcer.announce("own_form")
        return own

    def text(self, own_id: OwnFormId) -> FormTemplate:
        """Return an own variant as it is written now."""
        with self._database.read() as tables:
            return _text(tables, own_id)

    def faults(self, own_id: OwnFormId) -> list[FormFault]:
        """Return what keeps an own variant from being used."""
        text = self.text(own_id)
        return faults(text, shipped(text.kind, text.country, text.language))

    def accept_shipped(self, own_id: OwnFormId) -> OwnForm:
        """Note that a draft takes the newer shipped text into account."""
        own = self.own.get(own_id)
        newer = shipped(own.kind, own.country, own.language).version
        return self.own.change(own_id, based_on=newer)

    def take_into_use(self, own_id: OwnFormId) -> OwnForm:
        """Let papers take an own variant from today, or raise `FormHasFaults`."""
        today = self._clock.today()
        with self._database.write("own_form.use", own_id) as tables:
            own = tables.own_forms.get(own_id)
            text = _text(tables, own_id)
            if faults(text, shipped(own.kind, own.country, own.language)):
                raise FormHasFaults
            for form in _made(tables, own.kind, own.country, own.language):
                if form.state is OwnFormState.IN_USE:
                    tables.own_forms.update(replace(form, retired_on=today))
            used = replace(own, as_of=today)
            tables.own_forms.update(used)
        self._announcer.announce("own_form")
        return used

    def discard(self, own_id: OwnFormId) -> OwnForm:
        """Give up a draft; its words are kept among the earlier variants."""
        return self.own.change(own_id, retired_on=self._clock.today())

    def restore_shipped(
        self, kind: FormKind, country: Country, language: FormLanguage
    ) -> None:
        """Let papers take the shipped text again; the own one is kept."""
        today = self._clock.today()
        with self._database.write("own_form.give_up") as tables:
            for form in _made(tables, kind, country, language):
                if form.state is OwnFormState.IN_USE:
                    tables.own_forms.update(replace(form, retired_on=today))
        self._announcer.announce("own_form")

    def sample(self, form: FormTemplate) -> LooseSheet:
        """Prepare a form as a paper with invented people; it is filed nowhere."""
        from casedesk.services.form_samples import sample

        with self._database.read() as tables:
            practice = next(iter(tables.practice.all()), Practice())
            logo = tables.logo.get()
        return sample(form, practice, logo, self._clock.today())

    def versions(
        self, kind: FormKind, country: Country, language: FormLanguage
    ) -> list[OwnForm]:
        """Return all own variants of a form that ever were, newest first."""
        with self._database.read() as tables:
            made = _made(tables, kind, country, language)
        return sorted(made, key=lambda form: -form.number)


def _made(
    tables: Tables, kind: FormKind, country: Country, language: FormLanguage
) -> list[OwnForm]:
    return tables.own_forms.of(kind=kind, country=country, language=language)


def _text(tables: Tables, own_id: OwnFormId) -> FormTemplate:
    own = tables.own_forms.get(own_id)
    return own_text(own, tables.own_passages.of(form_id=own_id))


def _guard_form(
    _tables: Tables, before: OwnForm | None, _after: OwnForm | None
) -> None:
    if before is not None and before.state is not OwnFormState.DRAFT:
        raise TextInUseStays


def _guard_passage(
    tables: Tables, before: OwnPassage | None, after: OwnPassage | None
) -> None:
    passage = after or before
    if passage is not None:
        _guard_form(tables, tables.own_forms.get(passage.form_id), None)
