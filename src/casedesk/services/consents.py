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
    SignedWordsStay,
    check_change,
    check_consent,
    proposed_end,
    superseded_days,
)
from casedesk.domain.data_category import DataCategory
from casedesk.domain.form import FormKind
from casedesk.domain.renewal import reasons_to_renew
from casedesk.domain.signing import (
    SignatureForm,
    check_signers,
    proposed_signer,
    roles_of,
)
from casedesk.domain.withdrawal_notice import WithdrawalNotice, WithdrawalNoticeId
from casedesk.services.circumstances import read_circumstances
from casedesk.services.form_texts import form_in_use

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date

    from casedesk.domain.case import CaseId, PartyId
    from casedesk.domain.consent import ConsentState
    from casedesk.domain.data_category import CategoryId
    from casedesk.domain.renewal import Reason
    from casedesk.domain.representation import Representation
    from casedesk.domain.signing import SignerRole
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
        signer = proposed_signer(
            _valid_representations(tables, case_id, today),
            capacity=None,
            age=client.born.age_on(today) if client.born else None,
            country=practice.country,
        )
        blank = Consent(
            id=ConsentId(self._clock.new_id()),
            case_id=case_id,
            kind=kind,
            template_version=form.version,
            explained_by=practice.holder_name,
            language=client.languages,
            interpreter=client.interpreter_note if client.needs_interpreter else "",
            signer=signer,
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
        """
        with self._database.read() as tables:
            before = tables.consents.get(consent_id)
            after = _as_signed(tables, before, replace(before, **values))
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

    def sign(
        self,
        consent_id: ConsentId,
        *,
        signed_on: date,
        signed_by: tuple[SignerRole, ...],
        signed_at: str = "",
        struck: Collection[ConsentItemId] = (),
        form: SignatureForm = SignatureForm.INK,
    ) -> Consent:
        """Note a signature, and for every row whether it was granted or struck.

        Raises the `RuleBroken` that forbids it, such as `SignedBeforeExplained`.
        """
        with self._database.write("consent.sign", consent_id) as tables:
            before = tables.consents.get(consent_id)
            if before.signed_on is not None and not before.missing_signers():
                raise SignedWordsStay
            signed = replace(
                before,
                signed_on=signed_on,
                signed_by=signed_by,
                signed_at=signed_at or before.signed_at,
                signature_form=form,
            )
            after = _as_signed(tables, before, signed)
            check_consent(after)
            tables.consents.update(after)
            for item in tables.consent_items.of(consent_id=consent_id):
                said = Decision.STRUCK if item.id in struck else Decision.GRANTED
                tables.consent_items.update(replace(item, decision=said))
            tables.drafts.drop(consent_id, "signed_on")
        self._announcer.announce("consent")
        return after

    def withdraw(
        self,
        consent_id: ConsentId,
        on: date,
        note: str = "",
        *,
        items: Collection[ConsentItemId] | None = None,
    ) -> list[WithdrawalNotice]:
        """Withdraw a declaration, or some of its rows alone, from a day on.

        Returns whom has to be told: those with whom something was exchanged under it.
        """
        with self._database.write("consent.withdraw", consent_id) as tables:
            consent = tables.consents.get(consent_id)
            whole = replace(consent, withdrawn_on=on, withdrawal_note=note)
            check_consent(whole)
            rows = [
                row
                for row in tables.consent_items.of(consent_id=consent_id)
                if row.withdrawn_on is None and (items is None or row.id in items)
            ]
            if items is None:
                tables.consents.update(whole)
            else:
                for row in rows:
                    tables.consent_items.update(
                        replace(row, withdrawn_on=on, withdrawal_note=note)
                    )
            notices = self._notices(tables, consent, rows, on)
            for notice in notices:
                tables.withdrawal_notices.add(notice)
        self._announcer.announce("consent")
        return notices

    def _notices(
        self, tables: Tables, consent: Consent, rows: Iterable[ConsentItem], on: date
    ) -> list[WithdrawalNotice]:
        """Return a notice for each recipient of something under one of these rows."""
        ids = {row.id for row in rows}
        told: dict[PartyId, dict[CategoryId, None]] = {}
        for line in tables.disclosures.of(case_id=consent.case_id):
            if line.party_id is not None and ids.intersection(line.item_ids):
                told.setdefault(line.party_id, {}).update(
                    dict.fromkeys(line.categories)
                )
        return [
            WithdrawalNotice(
                id=WithdrawalNoticeId(self._clock.new_id()),
                case_id=consent.case_id,
                consent_id=consent.id,
                party_id=party_id,
                categories=tuple(categories),
                withdrawn_on=on,
            )
            for party_id, categories in told.items()
        ]

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


def _as_signed(tables: Tables, before: Consent, after: Consent) -> Consent:
    """Return a declaration with what its first signature brings along.

    That is an end of validity, where none was agreed; who signed, where that is not
    said; and what stood in the case that day. Raises `NobodyRepresents` or
    `BeyondAuthority` if a representative signs who may not.
    """
    signed_on = after.signed_on
    if signed_on is None:
        return replace(after, signed_by=())
    if (before.signed_on, before.signed_by) != (after.signed_on, after.signed_by):
        after = replace(after, signed_by=after.signed_by or roles_of(after.signer))
        valid = _valid_representations(tables, after.case_id, signed_on)
        items = tables.consent_items.of(consent_id=after.id)
        about = {category for item in items for category in item.categories}
        check_signers(after.signed_by, valid, about)
    if before.signed_on is not None:
        return after
    now = read_circumstances(tables, after.case_id)
    return replace(
        after,
        valid_until=after.valid_until or proposed_end(signed_on),
        at_signing_payers=now.payers,
        at_signing_employers=now.employers,
        at_signing_representations=tuple(
            each.id for each in now.representations if each.is_valid_on(signed_on)
        ),
        at_signing_mandate=now.mandate,
        at_signing_purpose=now.purpose,
    )


def _valid_representations(
    tables: Tables, case_id: CaseId, day: date
) -> list[Representation]:
    client_id = tables.cases.get(case_id).client_id
    found = tables.representations.of(client_id=client_id)
    return [each for each in found if not each.is_empty and each.is_valid_on(day)]
