"""Consents: new declarations with the words of their template, signing, renewal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from casedesk.domain.consent import (
    Consent,
    ConsentId,
    ConsentItem,
    ConsentItemId,
    ConsentKind,
    Signer,
    check_change,
    check_consent,
    proposed_end,
)
from casedesk.domain.form import FormKind, form_language
from casedesk.domain.practice import PaperLanguage
from casedesk.words.forms import load_form

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casedesk.domain.case import CaseId, PartyId
    from casedesk.domain.practice import Practice
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables

# What is signed together as a rule; a power of attorney is the exception.
CONSENT_SET = (
    ConsentKind.AGREEMENT,
    ConsentKind.RELEASE,
    ConsentKind.DATA_PROTECTION,
)


class ConsentService:
    """Makes declarations, signs them by the rules, and renews them."""

    def __init__(self, database: Database, announcer: Announcer, clock: Clock) -> None:
        self._database = database
        self._announcer = announcer
        self._clock = clock

    def new(self, case_id: CaseId, kind: ConsentKind) -> Consent:
        """Store a new declaration with the words that its template offers."""
        [consent] = self.new_set(case_id, (kind,))
        return consent

    def new_set(
        self, case_id: CaseId, kinds: Iterable[ConsentKind] = CONSENT_SET
    ) -> list[Consent]:
        """Store new declarations that are explained and printed together."""
        with self._database.write("consent.add", case_id) as tables:
            consents = [self._offered(tables, case_id, kind) for kind in kinds]
            for consent in consents:
                tables.consents.add(consent)
        self._announcer.announce("consent")
        return consents

    def _offered(self, tables: Tables, case_id: CaseId, kind: ConsentKind) -> Consent:
        [practice] = tables.practice.all()
        client = tables.clients.get(tables.cases.get(case_id).client_id)
        represented = any(
            representation.is_valid_on(self._clock.today())
            for representation in tables.representations.of(client_id=client.id)
        )
        blank = Consent(
            id=ConsentId(self._clock.new_id()),
            case_id=case_id,
            kind=kind,
            explained_by=practice.holder_name,
            language=client.languages,
            interpreter=client.interpreter_note if client.needs_interpreter else "",
            signer=Signer.BOTH if represented else Signer.CLIENT,
        )
        # Any: the texts have the type that their fields have.
        texts: dict[str, Any] = {**offered_texts(kind, practice)}
        return replace(blank, **texts)

    # Any: each value has the type of its field.
    def change(
        self,
        consent_id: ConsentId,
        *,
        sitting: str | None = None,
        **values: Any,
    ) -> Consent:
        """Change fields of a declaration, or raise the `RuleBroken` that forbids it.

        The first day of signing proposes an end of validity, where there is none yet.
        """
        with self._database.read() as tables:
            before = tables.consents.get(consent_id)
        after = _with_proposed_end(before, replace(before, **values))
        if after == before:
            return before
        for field in values:
            check_change(before, field)
        check_consent(after)
        with self._database.write(
            "consent.change", consent_id, sitting=sitting
        ) as tables:
            tables.consents.update(after)
            for field in values:
                tables.drafts.drop(consent_id, field)
        self._announcer.announce("consent")
        return after

    def renew(self, consent_id: ConsentId) -> Consent:
        """Store a new draft with the words and recipients of a declaration."""
        with self._database.write("consent.renew", consent_id) as tables:
            former = tables.consents.get(consent_id)
            renewed = replace(
                former,
                id=ConsentId(self._clock.new_id()),
                explained_on=None,
                explained_minutes=None,
                questions="",
                material="",
                capacity=None,
                capacity_note="",
                signed_on=None,
                signed_at="",
                valid_until=None,
                withdrawn_on=None,
                withdrawal_note="",
            )
            tables.consents.add(renewed)
            for item in tables.consent_items.of(consent_id=consent_id):
                tables.consent_items.add(
                    replace(
                        item,
                        id=ConsentItemId(self._clock.new_id()),
                        consent_id=renewed.id,
                        valid_until=None,
                    )
                )
        self._announcer.announce("consent")
        return renewed

    def new_item(self, consent: Consent, party_id: PartyId) -> ConsentItem:
        """Return a recipient for a declaration; it is not stored yet."""
        return ConsentItem(
            id=ConsentItemId(self._clock.new_id()),
            case_id=consent.case_id,
            consent_id=consent.id,
            party_id=party_id,
        )


def offered_texts(kind: ConsentKind, practice: Practice) -> dict[str, str]:
    """Return the texts with which a new declaration begins, by field."""
    language = form_language(PaperLanguage(practice.language))
    defaults = load_form(FormKind(kind), practice.country, language).defaults
    scope = "mandate_scope" if kind is ConsentKind.AGREEMENT else "scope"
    places = {
        "purpose": "purpose",
        "scope": scope,
        "consequences_agree": "consequences_agree",
        "consequences_refuse": "consequences_refuse",
        "consequences_withdraw": "consequences_withdraw",
    }
    return {field: defaults.get(place, "").strip() for field, place in places.items()}


def _with_proposed_end(before: Consent, after: Consent) -> Consent:
    if before.signed_on is not None or after.signed_on is None:
        return after
    return replace(
        after, valid_until=after.valid_until or proposed_end(after.signed_on)
    )
