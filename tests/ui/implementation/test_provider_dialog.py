from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from services.paper_case import PaperCase, a_paper_case

from casedesk.domain.provider import Service
from casedesk.ui.implementation.page import ImplementationPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from casedesk.ui.desk import Desk
    from casedesk.ui.implementation.provider_dialog import ProviderDialog


@pytest.fixture
def made(desk: Desk) -> PaperCase:
    return a_paper_case(desk.session)


@pytest.fixture
def page(desk: Desk, made: PaperCase, qtbot: QtBot) -> ImplementationPage:
    page = ImplementationPage(desk)
    qtbot.addWidget(page)
    page.show_case(made.case.id)
    page.show()
    return page


def opened(page: ImplementationPage, desk: Desk, made: PaperCase) -> ProviderDialog:
    spitex = next(
        each for each in desk.session.organisations.all() if "Spitex" in each.name
    )
    provider = desk.session.providing.describe(spitex)
    desk.session.providers.change(
        provider.id,
        services=(Service.HOME_NURSING,),
        regions=("Bern",),
        waiting_weeks=3,
        experience="Ruft zurück.",
    )
    referral = desk.session.provisions.refer(made.case.id)
    page.refresh()
    return page.provisions.referrals.choose_provider(referral.id)


def test_the_region_begins_with_where_the_client_lives(
    page: ImplementationPage, desk: Desk, made: PaperCase
) -> None:
    dialog = opened(page, desk, made)

    assert dialog.region.text() == "3012, Bern"
    assert dialog.wish().postcode == "3012"
    assert "Bern" in dialog.wish().places


def test_a_filter_leaves_who_offers_it_and_says_all_about_them(
    page: ImplementationPage, desk: Desk, made: PaperCase
) -> None:
    dialog = opened(page, desk, made)
    assert dialog.list.model().rowCount() > 1

    dialog.service.set_value(Service.HOME_NURSING)
    dialog.refresh()
    dialog.list.choose(next(iter(dialog._found)))
    dialog._show_chosen()

    assert dialog.list.model().rowCount() == 1
    assert "Nursing at home" in dialog.about.text()
    assert "Ruft zurück." in dialog.about.text()


def test_who_is_taken_becomes_a_party_and_the_addressee(
    page: ImplementationPage, desk: Desk, made: PaperCase
) -> None:
    dialog = opened(page, desk, made)
    dialog.service.set_value(Service.HOME_NURSING)
    dialog.refresh()
    dialog.list.choose(next(iter(dialog._found)))

    dialog.take()

    [referral] = desk.session.referrals.of(case_id=made.case.id)
    party = desk.session.parties.get(referral.party_id or "")
    assert party.organisation_id is not None
    assert party.case_id == made.case.id


def test_nobody_is_taken_before_somebody_is_chosen(
    page: ImplementationPage, desk: Desk, made: PaperCase
) -> None:
    dialog = opened(page, desk, made)

    dialog.service.set_value(Service.MEALS)
    dialog.refresh()

    assert not dialog.choose.isEnabled()
    assert dialog.list.model().rowCount() == 0
