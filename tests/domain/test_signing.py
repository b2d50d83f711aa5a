from __future__ import annotations

from datetime import date

import pytest

from casedesk.domain.client import ClientId
from casedesk.domain.data_category import DataCategory
from casedesk.domain.practice import Country
from casedesk.domain.representation import (
    Matter,
    Representation,
    RepresentationId,
    RepresentationKind,
)
from casedesk.domain.signing import (
    BeyondAuthority,
    Capacity,
    Ground,
    NobodyRepresents,
    Proposal,
    Signer,
    SignerRole,
    check_signers,
    proposal,
    roles_of,
)

PARENT = Representation(
    id=RepresentationId("r"),
    client_id=ClientId("c"),
    kind=RepresentationKind.PARENTS,
    valid_from=date(2020, 1, 1),
)
JOINT = Representation(id=RepresentationId("j"), client_id=ClientId("c"), is_joint=True)
FOR_MONEY = Representation(
    id=RepresentationId("m"), client_id=ClientId("c"), matters=(Matter.FINANCES,)
)


@pytest.mark.parametrize(
    ("representations", "capacity", "age", "country", "expected"),
    [
        pytest.param(
            (), None, 74, Country.DE, Proposal(Signer.CLIENT, Ground.ALONE), id="alone"
        ),
        pytest.param(
            (PARENT,),
            Capacity.GIVEN,
            74,
            Country.DE,
            Proposal(Signer.BOTH, Ground.REPRESENTED),
            id="represented and able: both",
        ),
        pytest.param(
            (JOINT,),
            None,
            74,
            Country.AT,
            Proposal(Signer.ALL, Ground.REPRESENTED, is_joint=True),
            id="represented jointly: all three",
        ),
        pytest.param(
            (JOINT,),
            Capacity.NOT_GIVEN,
            74,
            Country.AT,
            Proposal(Signer.JOINT, Ground.NO_CAPACITY, is_joint=True),
            id="not able, represented jointly",
        ),
        pytest.param(
            (PARENT,),
            None,
            15,
            Country.DE,
            Proposal(Signer.REPRESENTATIVE, Ground.TOO_YOUNG),
            id="fifteen in Germany",
        ),
        pytest.param(
            (PARENT,),
            None,
            16,
            Country.DE,
            Proposal(Signer.BOTH, Ground.REPRESENTED),
            id="sixteen in Germany",
        ),
        pytest.param(
            (PARENT,),
            None,
            14,
            Country.AT,
            Proposal(Signer.BOTH, Ground.REPRESENTED),
            id="fourteen in Austria",
        ),
        pytest.param(
            (PARENT,),
            None,
            9,
            Country.CH,
            Proposal(Signer.BOTH, Ground.REPRESENTED),
            id="Swiss law names no age",
        ),
        pytest.param(
            (),
            Capacity.NOT_GIVEN,
            74,
            Country.DE,
            Proposal(Signer.REPRESENTATIVE, Ground.NOBODY_NOTED),
            id="not able, and nobody is noted",
        ),
        pytest.param(
            (),
            None,
            13,
            Country.AT,
            Proposal(Signer.REPRESENTATIVE, Ground.NO_PARENT_NOTED),
            id="too young, and nobody is noted",
        ),
    ],
)
def test_who_should_sign_follows_from_law_age_and_capacity(
    representations: tuple[Representation, ...],
    capacity: Capacity | None,
    age: int,
    country: Country,
    expected: Proposal,
) -> None:
    found = proposal(representations, capacity=capacity, age=age, country=country)

    assert found == expected


def test_jointly_two_representatives_sign() -> None:
    assert roles_of(Signer.JOINT) == (
        SignerRole.REPRESENTATIVE,
        SignerRole.SECOND_REPRESENTATIVE,
    )


def test_a_representative_signs_only_where_somebody_represents() -> None:
    with pytest.raises(NobodyRepresents):
        check_signers((SignerRole.REPRESENTATIVE,), (), ())


def test_a_representative_for_money_does_not_release_diagnoses() -> None:
    with pytest.raises(BeyondAuthority):
        check_signers(
            (SignerRole.REPRESENTATIVE,), (FOR_MONEY,), (DataCategory.HEALTH,)
        )

    check_signers((SignerRole.REPRESENTATIVE,), (FOR_MONEY,), (DataCategory.FINANCES,))


def test_where_the_client_signs_too_the_authority_is_not_needed() -> None:
    roles = (SignerRole.CLIENT, SignerRole.REPRESENTATIVE)

    check_signers(roles, (FOR_MONEY,), (DataCategory.HEALTH,))
