"""Consents: new declarations in the words of their template, signed and renewed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from casedesk.domain.consent import (
    Consent,
    ConsentId,
    ConsentItem,
    ConsentItemId,
    ConsentKind,
    Decision,
    check_change,
    check_consent,
    superseded_days,
)
from casedesk.domain.data_category import DataCategory
from casedesk.domain.form import FormKind
from casedesk.domain.renewal import reasons_to_renew
from casedesk.services.circumstances import read_circumstances
from casedesk.services.form_texts import form_in_use
from casedesk.services.signatures import Signing, as_signed, note_signature, proposed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date

    from casedesk.domain.case import CaseId, PartyId
    from casedesk.domain.consent import ConsentState
    from casedesk.domain.renewal import Reason
    from casedesk.domain.signing import Proposal, SignerRole
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.store.database import Database
    from casedesk.store.document_parts import DocumentPartTable
    from casedesk.store.tables import Tables
    from casedesk.words.form_template import FormTemplate

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
            consents = [self.offered(tables, case_id, kind) for kind in kinds]
            for consent in consents:
                tables.consents.add(consent)
        self._announcer.announce("consent")
        return consents

    def offered(self, tables: Tables, case_id: CaseId, kind: ConsentKind) -> Consent:
        """Return a declaration in the words of its template; it is not stored yet."""
        [practice] = tables.practice.all()
        client = tables.clients.get(tables.cases.get(case_id).client_id)
        today = self._clock.today()
        form = form_in_use(tables, FormKind(kind), practice)
        blank = Consent(
            id=ConsentId(self._clock.new_id()),
            case_id=case_id,
            kind=kind,
            template_version=form.version,
            explained_by=practice.holder_name,
            language=client.languages,
            interpreter=client.interpreter_note if client.needs_interpreter else "",
            signer=proposed(tables, case_id, None, today).signer,
        )
        # Any: the texts have the type that their fields have.
        texts: dict[str, Any] = {**offered_texts(kind, form)}
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
        Who signs follows what is found of the capacity, unless it was chosen otherwise.
        A day of signing grants no row: what was said to each is noted for itself.
        """
        with self._database.read() as tables:
            before = tables.consents.get(consent_id)
            after = as_signed(tables, before, replace(before, **values))
            if after.signed_on is None and "signer" not in values:
                after = self._following(tables, before, after)
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

    def _following(self, tables: Tables, before: Consent, after: Consent) -> Consent:
        if before.capacity == after.capacity:
            return after
        today = self._clock.today()
        was = proposed(tables, before.case_id, before.capacity, today).signer
        now = proposed(tables, after.case_id, after.capacity, today).signer
        return replace(after, signer=now) if before.signer is was else after

    def proposal(self, consent: Consent) -> Proposal:
        """Return who should sign a declaration by the law of the country, and why."""
        day = consent.signed_on or self._clock.today()
        with self._database.read() as tables:
            return proposed(tables, consent.case_id, consent.capacity, day)

    def sign(
        self,
        consent_id: ConsentId,
        *,
        signed_on: date,
        signed_by: tuple[SignerRole, ...],
        signed_at: str = "",
        granted: Collection[ConsentItemId] | None = None,
        struck: Collection[ConsentItemId] = (),
    ) -> Consent:
        """Note a signature on paper, and for every row what was said to it.

        Without `granted`, all is granted that is neither struck nor said already. Who
        signed before is kept, so that the second of two can sign later. Raises the
        `RuleBroken` that forbids it, such as `SignedBeforeExplained`.
        """
        signing = Signing(
            signed_on=signed_on,
            signed_by=signed_by,
            signed_at=signed_at,
            granted=granted,
            struck=struck,
        )
        with self._database.write("consent.sign", consent_id) as tables:
            after = note_signature(tables, consent_id, signing)
        self._announcer.announce("consent")
        return after

    def renew(
        self,
        consent_id: ConsentId,
        *,
        items: Collection[ConsentItemId] | None = None,
    ) -> Consent:
        """Store a new draft with the words of a declaration and its rows, or some.

        Once signed, it takes the place of the former one, or of those rows alone.
        """
        with self._database.write("consent.renew", consent_id) as tables:
            former = tables.consents.get(consent_id)
            renewed = self._renewed(tables, former, is_whole=items is None)
            tables.consents.add(renewed)
            for item in tables.consent_items.of(consent_id=consent_id):
                if items is None or item.id in items:
                    tables.consent_items.add(self._row_anew(item, renewed.id))
        self._announcer.announce("consent")
        return renewed

    def _renewed(self, tables: Tables, former: Consent, *, is_whole: bool) -> Consent:
        offered = self.offered(tables, former.case_id, former.kind)
        renewed = replace(
            offered,
            renews_id=former.id if is_whole else None,
            aim=former.aim,
            purpose=former.purpose,
            scope=former.scope,
            explained_by=former.explained_by,
            language=former.language,
            interpreter=former.interpreter,
            aids=former.aids,
        )
        if former.template_version not in ("", offered.template_version):
            return renewed  # the consequences are those that the new template names
        return replace(
            renewed,
            consequences_agree=former.consequences_agree,
            consequences_refuse=former.consequences_refuse,
            consequences_withdraw=former.consequences_withdraw,
        )

    def _row_anew(self, item: ConsentItem, consent_id: ConsentId) -> ConsentItem:
        return replace(
            item,
            id=ConsentItemId(self._clock.new_id()),
            consent_id=consent_id,
            renews_id=item.id,
            valid_from=None,
            valid_until=None,
            decision=Decision.OPEN,
            withdrawn_on=None,
            withdrawal_note="",
        )

    def with_recipient(self, consent_id: ConsentId, party_id: PartyId) -> Consent:
        """Store a new draft with the words of a declaration, for one recipient more.

        It stands beside the former one; both count.
        """
        with self._database.write("consent.renew", consent_id) as tables:
            former = tables.consents.get(consent_id)
            made = self._renewed(tables, former, is_whole=False)
            tables.consents.add(made)
            tables.consent_items.add(self.new_item(made, party_id))
        self._announcer.announce("consent")
        return made

    def states(self, case_id: CaseId) -> Mapping[ConsentId, ConsentState]:
        """Return where each declaration of a case stands today."""
        today = self._clock.today()
        with self._database.read() as tables:
            consents = tables.consents.of(case_id=case_id)
            printed = {
                each.id: _printed_on(tables.document_parts, each.id)
                for each in consents
            }
        since = superseded_days(consents)
        return {
            each.id: each.state_on(
                today, printed_on=printed[each.id], superseded_on=since.get(each.id)
            )
            for each in consents
        }

    def reasons(self, case_id: CaseId) -> list[Reason]:
        """Return why declarations of a case should be asked for again."""
        with self._database.read() as tables:
            return reasons_to_renew(
                tables.consents.of(case_id=case_id),
                tables.consent_items.of(case_id=case_id),
                read_circumstances(tables, case_id),
                self._clock.today(),
            )

    def new_item(self, consent: Consent, party_id: PartyId) -> ConsentItem:
        """Return a recipient for a declaration; it is not stored yet.

        Whoever learns something learns whom it is about: so much is always offered.
        """
        return ConsentItem(
            id=ConsentItemId(self._clock.new_id()),
            case_id=consent.case_id,
            consent_id=consent.id,
            party_id=party_id,
            categories=(DataCategory.IDENTITY,),
        )


def offered_texts(kind: ConsentKind, form: FormTemplate) -> dict[str, str]:
    """Return the texts with which a new declaration begins, by field."""
    defaults = form.defaults
    scope = "mandate_scope" if kind is ConsentKind.AGREEMENT else "scope"
    places = {
        "purpose": "purpose",
        "scope": scope,
        "consequences_agree": "consequences_agree",
        "consequences_refuse": "consequences_refuse",
        "consequences_withdraw": "consequences_withdraw",
    }
    return {field: defaults.get(place, "").strip() for field, place in places.items()}


def _printed_on(parts: DocumentPartTable, consent_id: ConsentId) -> date | None:
    at = parts.printed_at(consent_id)
    return None if at is None else at.astimezone().date()
