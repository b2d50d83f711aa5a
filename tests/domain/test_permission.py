from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casedesk.domain.case import CaseId, PartyId, PartyRole
from casedesk.domain.consent import (
    ORAL_DAYS,
    Consent,
    ConsentId,
    ConsentItem,
    ConsentItemId,
    ConsentKind,
    Decision,
    Direction,
    Means,
)
from casedesk.domain.data_category import DataCategory
from casedesk.domain.disclosure import (
    AboveProfile,
    DisclosureId,
    Facts,
    Override,
    log_line,
)
from casedesk.domain.permission import (
    MAY_GO,
    Answer,
    Channel,
    Permissions,
    Question,
    Verdict,
    check,
    recipients_on,
)
from casedesk.domain.signing import Signer, SignerRole
from casedesk.domain.statute import Statute, StatutoryBasis, StatutoryBasisId
from casedesk.domain.withholding import Withholding, WithholdingId

Named = TypeVar("Named", Consent, ConsentItem)

DAY = date(2026, 3, 14)
CASE = CaseId("case")
DOCTOR, EMPLOYER = PartyId("doctor"), PartyId("employer")
EMPLOYERS = {
    DataCategory.IDENTITY,
    DataCategory.WORK_CAPACITY,
    DataCategory.EDUCATION_WORK,
}
FACTS = Facts(happened_at=datetime(2026, 3, 14, 9, 30, tzinfo=UTC))
HEALTH, WORK = DataCategory.HEALTH, DataCategory.WORK_CAPACITY
SIGNED = Consent(
    id=ConsentId("consent"),
    case_id=CASE,
    kind=ConsentKind.RELEASE,
    explained_on=DAY,
    signed_on=DAY,
    signed_by=(SignerRole.CLIENT,),
)
ROW = ConsentItem(
    id=ConsentItemId("row"),
    case_id=CASE,
    consent_id=SIGNED.id,
    party_id=DOCTOR,
    direction=Direction.BOTH,
    categories=(HEALTH, WORK),
    decision=Decision.GRANTED,
)
WISH = Withholding(id=WithholdingId("wish"), case_id=CASE, said_on=DAY)
BY_LAW = StatutoryBasis(
    id=StatutoryBasisId("law"),
    case_id=CASE,
    party_id=DOCTOR,
    direction=Direction.PASS_ON,
    categories=(HEALTH,),
    statute=Statute.DE_NECESSITY,
    reason="Gefahr für das Leben",
    valid_from=DAY,
    valid_until=DAY,
)
ROLES = {DOCTOR: (PartyRole.PHYSICIAN,), EMPLOYER: (PartyRole.EMPLOYER,)}


def the_permissions(
    *items: ConsentItem,
    consents: tuple[Consent, ...] = (SIGNED,),
    wishes: tuple[Withholding, ...] = (),
    by_law: tuple[StatutoryBasis, ...] = (),
) -> Permissions:
    return Permissions(
        consents=consents,
        items=items,
        withholdings=wishes,
        statutory=by_law,
        roles=ROLES,
    )


def asked(
    permissions: Permissions,
    category: DataCategory = HEALTH,
    *,
    party_id: PartyId = DOCTOR,
    direction: Direction = Direction.PASS_ON,
    day: date = DAY,
    channel: Channel | None = None,
) -> Answer:
    question = Question(
        party_id=party_id,
        direction=direction,
        categories=(category,),
        day=day,
        channel=channel,
    )
    return check(question, permissions)


@pytest.mark.parametrize("direction", list(Direction))
def test_a_row_for_both_ways_allows_each_way(direction: Direction) -> None:
    answer = asked(the_permissions(ROW), direction=direction)

    assert answer.is_covered
    assert answer.item_ids == (ROW.id,)


@pytest.mark.parametrize(
    ("consent", "row"),
    [
        pytest.param(SIGNED, replace(ROW, decision=Decision.OPEN), id="not said"),
        pytest.param(SIGNED, replace(ROW, decision=Decision.STRUCK), id="struck"),
        pytest.param(SIGNED, replace(ROW, withdrawn_on=DAY), id="row withdrawn"),
        pytest.param(
            SIGNED, replace(ROW, valid_until=DAY - timedelta(days=1)), id="row ended"
        ),
        pytest.param(
            SIGNED, replace(ROW, valid_from=DAY + timedelta(days=1)), id="row not begun"
        ),
        pytest.param(
            SIGNED, replace(ROW, direction=Direction.OBTAIN), id="other direction"
        ),
        pytest.param(SIGNED, replace(ROW, categories=(WORK,)), id="other information"),
        pytest.param(SIGNED, replace(ROW, party_id=EMPLOYER), id="somebody else"),
        pytest.param(replace(SIGNED, withdrawn_on=DAY), ROW, id="withdrawn"),
        pytest.param(replace(SIGNED, signed_on=None), ROW, id="unsigned"),
        pytest.param(
            replace(SIGNED, signer=Signer.ALL), ROW, id="a signature is missing"
        ),
        pytest.param(
            replace(SIGNED, valid_until=DAY - timedelta(days=1)), ROW, id="expired"
        ),
        pytest.param(
            replace(SIGNED, kind=ConsentKind.POWER_OF_ATTORNEY), ROW, id="no release"
        ),
    ],
)
def test_nothing_may_go_without_a_row_in_force(
    consent: Consent, row: ConsentItem
) -> None:
    permissions = the_permissions(row, consents=(consent,))

    [finding] = asked(permissions).findings

    assert finding.verdict is Verdict.NOT_ALLOWED


def test_recipients_are_those_to_whom_a_row_in_force_lets_something_go() -> None:
    elsewhere = replace(
        ROW,
        id=ConsentItemId("only asked"),
        party_id=EMPLOYER,
        direction=Direction.OBTAIN,
    )

    assert recipients_on(DAY, the_permissions(ROW, elsewhere)) == {DOCTOR}


def test_a_wish_to_withhold_wins_over_a_row_and_over_the_law() -> None:
    permissions = the_permissions(ROW, wishes=(WISH,), by_law=(BY_LAW,))

    [finding] = asked(permissions).findings

    assert finding.verdict is Verdict.WITHHELD
    assert finding.withholding_id == WISH.id


def test_a_wish_forbids_to_tell_and_not_to_listen() -> None:
    permissions = the_permissions(ROW, wishes=(WISH,))

    assert asked(permissions, direction=Direction.OBTAIN).is_covered
    assert not asked(permissions, direction=Direction.BOTH).is_covered


def test_a_wish_that_was_lifted_no_longer_forbids() -> None:
    permissions = the_permissions(ROW, wishes=(replace(WISH, lifted_on=DAY),))

    assert asked(permissions).is_covered


def test_a_wish_about_one_thing_leaves_the_rest() -> None:
    wish = replace(WISH, party_id=DOCTOR, categories=(HEALTH,))
    permissions = the_permissions(ROW, wishes=(wish,))

    assert not asked(permissions, HEALTH).is_covered
    assert asked(permissions, WORK).is_covered


def test_an_employer_never_gets_a_diagnosis_even_with_a_row() -> None:
    row = replace(ROW, party_id=EMPLOYER)
    permissions = the_permissions(row)

    [health] = asked(permissions, HEALTH, party_id=EMPLOYER).findings
    [work] = asked(permissions, WORK, party_id=EMPLOYER).findings

    assert health.verdict is Verdict.ABOVE_PROFILE
    assert work.verdict is Verdict.ALLOWED


@pytest.mark.parametrize(
    ("roles", "verdict"),
    [
        pytest.param((PartyRole.EMPLOYER,), Verdict.ABOVE_PROFILE, id="employer"),
        pytest.param(
            (PartyRole.EMPLOYER, PartyRole.PAYER),
            Verdict.ABOVE_PROFILE,
            id="an employer that pays",
        ),
        pytest.param(
            (PartyRole.INVOICE_RECIPIENT,), Verdict.ABOVE_PROFILE, id="invoice only"
        ),
        pytest.param((PartyRole.PAYER,), Verdict.STATUTORY, id="payer"),
        pytest.param((PartyRole.INSURER,), Verdict.STATUTORY, id="insurer"),
    ],
)
def test_a_standing_rule_of_law_lifts_the_profile_of_payers_and_insurers_alone(
    roles: tuple[PartyRole, ...], verdict: Verdict
) -> None:
    permissions = replace(the_permissions(by_law=(BY_LAW,)), roles={DOCTOR: roles})

    [finding] = asked(permissions).findings

    assert finding.verdict is verdict


def test_what_is_withheld_and_above_the_profile_is_both() -> None:
    wish = replace(WISH, party_id=EMPLOYER)
    answer = asked(the_permissions(wishes=(wish,)), HEALTH, party_id=EMPLOYER)

    assert answer.findings[0].verdict is Verdict.WITHHELD
    assert answer.above_profile == answer.findings


def test_what_an_employer_tells_may_be_heard() -> None:
    permissions = the_permissions(replace(ROW, party_id=EMPLOYER))

    answer = asked(permissions, HEALTH, party_id=EMPLOYER, direction=Direction.OBTAIN)

    assert answer.is_covered


def test_the_law_covers_what_no_row_does_on_its_days() -> None:
    permissions = the_permissions(by_law=(BY_LAW,))

    assert asked(permissions).findings[0].verdict is Verdict.STATUTORY
    assert asked(permissions).statutory_ids == (BY_LAW.id,)
    assert not asked(permissions, day=DAY + timedelta(days=1)).is_covered
    assert not asked(permissions, WORK).is_covered


def test_a_row_that_ends_soon_says_until_when() -> None:
    end = DAY + timedelta(days=10)
    permissions = the_permissions(replace(ROW, valid_until=end))

    [finding] = asked(permissions).findings

    assert finding.verdict is Verdict.ENDS_SOON
    assert finding.ends_on == end


@pytest.mark.parametrize(
    ("means", "channel", "is_covered"),
    [
        pytest.param((), Channel.PHONE, True, id="no means named"),
        pytest.param((), Channel.MAIL, False, id="open mail needs nobody's silence"),
        pytest.param((Means.SPOKEN,), Channel.PHONE, True, id="spoken"),
        pytest.param((Means.SPOKEN,), Channel.LETTER, False, id="not in writing"),
        pytest.param((Means.WRITTEN,), Channel.MAIL, False, id="open mail"),
    ],
)
def test_a_row_allows_the_means_that_it_names(
    means: tuple[Means, ...], channel: Channel, is_covered: bool
) -> None:
    permissions = the_permissions(replace(ROW, means=means))

    assert asked(permissions, channel=channel).is_covered is is_covered


def test_word_of_mouth_counts_for_some_days_and_is_marked() -> None:
    oral = replace(
        SIGNED, signed_on=None, signed_by=(), oral_on=DAY, oral_witness="Frau Frei"
    )
    permissions = the_permissions(ROW, consents=(oral,))

    [finding] = asked(permissions).findings

    assert finding.is_oral
    assert finding.verdict in MAY_GO
    assert not asked(permissions, day=DAY + timedelta(days=ORAL_DAYS + 1)).is_covered


def test_a_renewal_takes_the_place_of_the_former_even_where_it_strikes() -> None:
    later = DAY + timedelta(days=5)
    renewal = replace(SIGNED, id=ConsentId("new"), renews_id=SIGNED.id, signed_on=later)
    struck = replace(
        ROW,
        id=ConsentItemId("new row"),
        consent_id=renewal.id,
        decision=Decision.STRUCK,
    )
    permissions = the_permissions(ROW, struck, consents=(SIGNED, renewal))

    assert asked(permissions).is_covered
    assert not asked(permissions, day=later).is_covered


def test_a_row_renewed_alone_replaces_that_row_and_no_other() -> None:
    other = replace(ROW, id=ConsentItemId("other"), categories=(WORK,))
    row = replace(ROW, categories=(HEALTH,))
    renewal = replace(SIGNED, id=ConsentId("new"))
    struck = replace(
        row,
        id=ConsentItemId("new row"),
        consent_id=renewal.id,
        renews_id=row.id,
        decision=Decision.STRUCK,
    )
    permissions = the_permissions(row, other, struck, consents=(SIGNED, renewal))

    assert not asked(permissions, HEALTH).is_covered
    assert asked(permissions, WORK).is_covered


def test_nothing_is_never_covered() -> None:
    question = Question(
        party_id=DOCTOR, direction=Direction.BOTH, categories=(), day=DAY
    )

    assert not check(question, the_permissions(ROW)).is_covered


# --- whatever the situation

_days = st.integers(-40, 40).map(lambda days: DAY + timedelta(days=days))
_maybe = st.one_of(st.none(), _days)
_parties = st.sampled_from([DOCTOR, EMPLOYER])
_some = st.lists(st.sampled_from(list(DataCategory)), unique=True, max_size=4).map(
    tuple
)
_consents = st.builds(
    Consent,
    id=st.sampled_from([ConsentId("a"), ConsentId("b")]),
    case_id=st.just(CASE),
    kind=st.sampled_from(list(ConsentKind)),
    renews_id=st.sampled_from([None, None, ConsentId("a"), ConsentId("b")]),
    explained_on=st.just(DAY - timedelta(days=50)),
    oral_on=st.one_of(st.none(), st.none(), _days),
    signer=st.sampled_from(list(Signer)),
    signed_on=_maybe,
    signed_by=st.lists(st.sampled_from(list(SignerRole)), unique=True).map(tuple),
    valid_from=_maybe,
    valid_until=_maybe,
    withdrawn_on=_maybe,
)
_rows = st.builds(
    ConsentItem,
    id=st.sampled_from([ConsentItemId("1"), ConsentItemId("2"), ConsentItemId("3")]),
    case_id=st.just(CASE),
    consent_id=st.sampled_from([ConsentId("a"), ConsentId("b")]),
    party_id=_parties,
    renews_id=st.sampled_from([None, None, ConsentItemId("1"), ConsentItemId("2")]),
    direction=st.sampled_from(list(Direction)),
    categories=_some,
    means=st.lists(st.sampled_from(list(Means)), unique=True).map(tuple),
    valid_from=_maybe,
    valid_until=_maybe,
    decision=st.sampled_from(list(Decision)),
    withdrawn_on=_maybe,
)
_wishes = st.builds(
    Withholding,
    id=st.just(WithholdingId("wish")),
    case_id=st.just(CASE),
    party_id=st.one_of(st.none(), _parties),
    categories=_some,
    said_on=_days,
    lifted_on=_maybe,
)
_laws = st.builds(
    StatutoryBasis,
    id=st.just(StatutoryBasisId("law")),
    case_id=st.just(CASE),
    party_id=_parties,
    direction=st.sampled_from(list(Direction)),
    categories=_some,
    statute=st.sampled_from(list(Statute)),
    valid_from=_days,
    valid_until=_maybe,
)


def _told_apart(records: list[Named]) -> tuple[Named, ...]:
    return tuple({record.id: record for record in records}.values())


_situations = st.builds(
    Permissions,
    consents=st.lists(_consents, max_size=2).map(_told_apart),
    items=st.lists(_rows, max_size=3).map(_told_apart),
    withholdings=st.lists(_wishes, max_size=2).map(tuple),
    statutory=st.lists(_laws, max_size=2).map(tuple),
    roles=st.just(ROLES),
)
_questions = st.builds(
    Question,
    party_id=_parties,
    direction=st.sampled_from(list(Direction)),
    categories=_some,
    day=_days,
    channel=st.one_of(st.none(), st.sampled_from(list(Channel))),
)


@settings(max_examples=10_000, deadline=None)
@given(_situations, _questions)
def test_nothing_goes_that_no_row_and_no_law_covers(
    permissions: Permissions, question: Question
) -> None:
    for finding in check(question, permissions).findings:
        if finding.verdict not in MAY_GO:
            continue
        if question.direction is not Direction.OBTAIN:
            assert not any(
                wish.holds_on(question.day)
                and wish.concerns(question.party_id, finding.category)
                for wish in permissions.withholdings
            )
        if finding.verdict is Verdict.STATUTORY:
            assert any(
                law.covers(question.day)
                and law.party_id == question.party_id
                and finding.category in law.categories
                for law in permissions.statutory
            )
            continue
        assert finding.item_ids
        rows = {row.id: row for row in permissions.items}
        consents = {consent.id: consent for consent in permissions.consents}
        for row_id in finding.item_ids:
            row = rows[row_id]
            consent = consents[row.consent_id]
            assert row.party_id == question.party_id
            assert finding.category in row.categories
            assert row.direction in (question.direction, Direction.BOTH)
            assert row.decision is Decision.GRANTED
            assert_in_force(consent, question.day)
            for end in (row.valid_until, consent.valid_until):
                assert end is None or finding.is_oral or question.day <= end
            for withdrawn in (row.withdrawn_on, consent.withdrawn_on):
                assert withdrawn is None or question.day < withdrawn


def assert_in_force(consent: Consent, day: date) -> None:
    """A declaration counts if it was signed by all, or said within the last days."""
    is_signed = consent.signed_on is not None and consent.signed_on <= day
    if is_signed:
        assert not consent.missing_signers()
        return
    assert consent.oral_on is not None
    assert timedelta(0) <= day - consent.oral_on <= timedelta(days=ORAL_DAYS)


@settings(max_examples=1_000, deadline=None)
@given(_situations, _questions, st.integers(0, 2), _days)
def test_to_withdraw_one_row_never_changes_what_another_allows(
    permissions: Permissions, question: Question, which: int, withdrawn_on: date
) -> None:
    if which >= len(permissions.items):
        return
    chosen = permissions.items[which]
    items = tuple(
        replace(row, withdrawn_on=withdrawn_on) if row is chosen else row
        for row in permissions.items
    )

    before = check(question, permissions)
    after = check(question, replace(permissions, items=items))

    for old, new in zip(before.findings, after.findings, strict=True):
        kept = set(old.item_ids) - {chosen.id}
        assert kept <= set(new.item_ids)
        if chosen.id not in old.item_ids and question.day >= withdrawn_on:
            assert new == old


@settings(max_examples=2_000, deadline=None)
@given(_situations, _questions, _some)
def test_to_withhold_always_wins(
    permissions: Permissions, question: Question, categories: tuple[DataCategory, ...]
) -> None:
    wish = replace(WISH, categories=categories, said_on=question.day)
    withheld = replace(permissions, withholdings=(*permissions.withholdings, wish))

    if question.direction is Direction.OBTAIN:
        return
    for finding in check(question, withheld).findings:
        if not categories or finding.category in categories:
            assert finding.verdict is Verdict.WITHHELD


@settings(max_examples=3_000, deadline=None)
@given(_situations, _questions, st.sampled_from(list(Statute)))
def test_no_rule_of_law_tells_an_employer_more_than_identity_and_work(
    permissions: Permissions, question: Question, statute: Statute
) -> None:
    asked_for = replace(question, party_id=EMPLOYER)
    if question.direction is Direction.OBTAIN:
        asked_for = replace(asked_for, direction=Direction.BOTH)
    override = Override(
        statute=statute, named="Art. 1", reason="Gefahr", is_confirmed=True
    )
    answer = check(asked_for, permissions)
    more = set(asked_for.categories) - EMPLOYERS

    assert {each.category for each in answer.above_profile} == more
    assert all(each.verdict not in MAY_GO for each in answer.above_profile)
    if more:
        with pytest.raises(AboveProfile):
            log_line(DisclosureId("1"), CASE, answer, FACTS, override)
