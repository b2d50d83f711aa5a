"""The consent set: each declaration of a client in the words of its template."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from casedesk.domain.form import FormKind, form_language
from casedesk.domain.practice import Language, PaperLanguage
from casedesk.domain.signing import Capacity
from casedesk.pdf.blocks import Fact
from casedesk.pdf.consent_set import (
    ConsentSet,
    Declaration,
    Recipient,
    RecipientColumns,
    Recipients,
    Signing,
)
from casedesk.pdf.section import Abreast, Section
from casedesk.services.paper_words.form_values import (
    consent_values,
    general_values,
)
from casedesk.services.paper_words.imprint import sheet
from casedesk.services.paper_words.signing_lines import Drawing, signing
from casedesk.services.paper_words.withheld import withheld
from casedesk.words.form_template import BLANK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from casedesk.domain.consent import Consent, ConsentItem
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.services.paper_words.imprint import Imprint
    from casedesk.words.catalog import Words
    from casedesk.words.form_template import (
        ExplanationRecord,
        FormSection,
        FormTemplate,
        RecipientsTable,
        RevocationBlock,
    )

EMPTY_ROWS = 3
LINES_TO_WRITE = 2
FINE_PRINT = frozenset({"storage", "security", "rights", "abroad"})
"""The sections that are looked up rather than read before signing."""
SPECIAL_MARK = "\N{NO-BREAK SPACE}*"


def consent_set(
    imprint: Imprint,
    records: CaseRecords,
    consents: Sequence[Consent],
    words: Words,
    *,
    with_information: bool,
    drawing: Drawing | None = None,
) -> tuple[ConsentSet, str]:
    """Compose the declarations; return them with the version of their texts."""
    country, language = records.practice.country, form_language(words.language)
    general = general_values(records, words)
    declarations, versions = [], {}
    for consent in consents:
        form = records.form_texts.text(FormKind(consent.kind), country, language)
        versions[form.version] = True
        values = general | consent_values(consent, records, words)
        page = _Page(form.filled(values), consent, records, words, drawing)
        declarations.append(page.declaration(imprint))
    if with_information:
        form = records.form_texts.text(FormKind.INFORMATION, country, language)
        versions[form.version] = True
        page = _Page(form.filled(general), None, records, words)
        declarations.append(page.declaration(imprint))
    paper = ConsentSet(
        sheet=replace(
            sheet(imprint, records, words), large_print=words.language.is_plain
        ),
        declarations=tuple(declarations),
    )
    return paper, ", ".join(versions)


class _Page:
    """Puts one filled template and the records of one declaration together."""

    def __init__(
        self,
        form: FormTemplate,
        consent: Consent | None,
        records: CaseRecords,
        words: Words,
        drawing: Drawing | None = None,
    ) -> None:
        self._drawing = drawing
        self._form = form
        self._consent = consent
        self._records = records
        self._words = words

    def declaration(self, imprint: Imprint) -> Declaration:
        """Return the declaration in the order of its template."""
        form = self._form
        return Declaration(
            title=form.title,
            edition=imprint.edition(self._words, form.edition),
            body=tuple(self._body()),
            explanation=self._explanation(form.explanation),
            signing=signing(
                form, self._consent, self._records, self._words, self._drawing
            ),
            revocation=self._revocation(form.revocation),
        )

    def _body(self) -> Iterator[Section | Abreast | Recipients]:
        yield Section(paragraphs=(*self._form.intro, *self._also_said()))
        yield from self._abreast(
            Section(
                heading=party.heading,
                facts=tuple(_fact(line) for line in party.lines),
                by_hand=True,
            )
            for party in self._form.parties
        )
        table = self._form.table
        for fine, sections in groupby(self._form.sections, _is_fine):
            if fine:
                fine_print = (_section(section, fine=True) for section in sections)
                yield from self._abreast(fine_print, flowing=True)
                continue
            for section in sections:
                yield _section(section)
                if table is not None and section.id == table.after:
                    yield self._recipients(table)
                    wishes = withheld(self._consent, self._records, self._words)
                    if wishes is not None:
                        yield wishes

    def _also_said(self) -> tuple[str, ...]:
        """Say that there is a copy in the practice's language, unless this is it.

        Nothing is said where only one of both is an own text: they differ.
        """
        words, practice = self._words, self._records.practice
        texts, form, own = self._records.form_texts, self._form, practice.language
        there = form_language(PaperLanguage(own))
        is_own = texts.is_own(form.kind, form.country, form.language)
        if words.language == PaperLanguage(own) or is_own != texts.is_own(
            form.kind, form.country, there
        ):
            return ()
        if own is Language.EN:
            other = words("There is also a copy of this paper in English.")
        elif words.language.is_plain:
            other = words("There is also a copy of this paper in everyday German.")
        else:
            other = words("There is also a copy of this paper in German.")
        same = words(
            "Both are meant to say the same. If you notice a difference, please tell "
            "us before you sign."
        )
        return (f"{other} {same}",)

    def _abreast(
        self, sections: Iterable[Section], *, flowing: bool = False
    ) -> Iterator[Section | Abreast]:
        """Lay sections into two columns; large print has no room for them."""
        if self._words.language.is_plain:
            yield from sections
        else:
            yield Abreast(tuple(sections), flowing=flowing)

    def _recipients(self, table: RecipientsTable) -> Recipients:
        items = [i for i in self._records.consent_items if self._is_mine(i)]
        rows = [self._recipient(n, item, table) for n, item in enumerate(items, 1)]
        special = self._words("* This information is specially protected by law.")
        return Recipients(
            heading=table.heading,
            paragraphs=(table.intro, special) if rows else (table.intro,),
            columns=RecipientColumns(
                recipient=f"{table.number} {table.recipient}",
                direction=table.direction,
                categories=table.categories,
                means=table.means,
                valid_until=table.valid_until,
                decision=table.agreed,
                yes=table.yes,
                no=table.no,
                initials=table.initials,
            ),
            rows=tuple(rows or _rows_to_write_in(table)),
        )

    def _is_mine(self, item: ConsentItem) -> bool:
        mine = self._consent is not None and item.consent_id == self._consent.id
        return mine and item.party_id in self._records.parties

    def _recipient(
        self, number: int, item: ConsentItem, table: RecipientsTable
    ) -> Recipient:
        party, words = self._records.parties[item.party_id], self._words
        ends = item.valid_until or (self._consent and self._consent.valid_until)
        return Recipient(
            name=f"{number}. {party.name}",
            function=party.function(words),
            address=party.address,
            direction=table.said(item.direction),
            categories=", ".join(
                words.category(c, self._records.own_categories)
                + (SPECIAL_MARK if self._records.is_special(c) else "")
                for c in item.categories
            ),
            means=", ".join(words.label(means) for means in item.means),
            valid_until=words.day(ends or None),
            decision=self._drawing.decision(item, table) if self._drawing else "",
        )

    def _explanation(self, labels: ExplanationRecord | None) -> Section | None:
        consent, words = self._consent, self._words
        if labels is None or consent is None:
            return None
        minutes = consent.explained_minutes
        lasted = "" if minutes is None else words("{n} minutes").format(n=minutes)
        bound = f"{labels.interpreter} – {labels.interpreter_bound}"
        facts = (
            Fact(label=labels.explained_on, value=words.day(consent.explained_on)),
            Fact(label=labels.explained_by, value=consent.explained_by),
            Fact(label=labels.duration, value=lasted),
            Fact(label=labels.language, value=consent.language),
        )
        helped = (
            Fact(label=bound, value=consent.interpreter),
            Fact(label=labels.aids, value=consent.aids),
        )
        return Section(
            heading=labels.heading,
            paragraphs=(labels.intro,),
            facts=facts,
            fact_columns=4,
            by_hand=True,
            parts=(
                Section(facts=helped, fact_columns=2, by_hand=True),
                Section(
                    facts=(
                        Fact(label=labels.questions, value=consent.questions, lines=2),
                    ),
                    by_hand=True,
                ),
                _capacity(consent, labels),
                Section(
                    facts=(
                        Fact(label=labels.own_view),
                        Fact(label=labels.handed_over, value=consent.material),
                    ),
                    fact_columns=2,
                    by_hand=True,
                ),
            ),
        )

    def _revocation(self, block: RevocationBlock | None) -> Signing | None:
        if block is None or self._consent is None:
            return None
        on = self._words.day(self._consent.withdrawn_on)
        labels = (
            block.signature,
            block.received_by,
            block.recipients_told_on,
            block.original_returned_on,
        )
        return Signing(
            heading=block.heading,
            paragraphs=(block.intro,),
            choices=(block.everything, f"{block.single_lines} {BLANK}"),
            facts=(
                Fact(label=block.effective_on, value=on),
                *(Fact(label=label) for label in labels if label),
            ),
        )


def _fact(line: str) -> Fact:
    label, _, value = line.partition(": ")
    # French has a space before the colon.
    return Fact(label=label.rstrip(), value="" if value == BLANK else value)


def _is_fine(section: FormSection) -> bool:
    return section.id in FINE_PRINT


def _section(section: FormSection, *, fine: bool = False) -> Section:
    bullets = tuple(item for item in section.bullets if item != BLANK)
    numbered = tuple(f"{n}. {item}" for n, item in enumerate(bullets, 1))
    said = tuple(text for text in section.paragraphs if text != BLANK)
    blanks = section.paragraphs.count(BLANK) + section.bullets.count(BLANK)
    closing = Section(paragraphs=section.closing, fine=fine)
    return Section(
        heading=section.heading,
        paragraphs=said + (numbered if section.numbered else ()),
        fine=fine,
        bullets=() if section.numbered else bullets,
        lines=min(blanks, LINES_TO_WRITE),
        parts=(closing,) if section.closing else (),
    )


def _rows_to_write_in(table: RecipientsTable) -> list[Recipient]:
    return [
        Recipient(
            name=f"{number}.",
            ways=(table.obtain, table.pass_on, table.both),
        )
        for number in range(1, EMPTY_ROWS + 1)
    ]


def _capacity(consent: Consent, labels: ExplanationRecord) -> Section:
    said = {
        Capacity.GIVEN: labels.capacity_given,
        Capacity.DOUBTFUL: labels.capacity_doubtful,
        Capacity.NOT_GIVEN: labels.capacity_not_given,
    }
    if consent.capacity is None:
        return Section(
            heading=labels.capacity,
            paragraphs=(labels.capacity_note,),
            choices=(
                labels.capacity_given,
                f"{labels.capacity_doubtful} {BLANK * 3}",
                labels.capacity_not_given,
            ),
        )
    value = f"{said[consent.capacity]} {consent.capacity_note}".strip()
    return Section(
        paragraphs=(labels.capacity_note,),
        facts=(Fact(label=labels.capacity, value=value),),
    )
