"""An invented case with people, declarations and a plan, for papers and screens."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from casedesk.domain.assessment import NeedLevel
from casedesk.domain.case import Area, Party, PartyId, PartyRole
from casedesk.domain.client import Address, AddressId, Client, ClientId
from casedesk.domain.consent import Direction, Means
from casedesk.domain.data_category import DataCategory
from casedesk.domain.dates import PartialDate
from casedesk.domain.goal import Goal, GoalId
from casedesk.domain.life_domain import LifeDomain
from casedesk.domain.measure import Measure, MeasureId, MeasureState, Responsible
from casedesk.domain.network import Organisation, OrganisationId, Person, PersonId
from casedesk.domain.signing import SignerRole

if TYPE_CHECKING:
    from casedesk.domain.case import Case
    from casedesk.domain.consent import Consent, ConsentId, ConsentItem
    from casedesk.services.session import Session


@dataclass(frozen=True, slots=True)
class PaperCase:
    case: Case
    doctor: Party
    nurse: Party
    insurer: Party


def a_paper_case(
    session: Session, family_name: str = "Brunner", given_name: str = "Anna"
) -> PaperCase:
    new_id = session.clock.new_id
    client = Client(
        id=ClientId(new_id()),
        family_name=family_name,
        given_name=given_name,
        born=PartialDate(1951, 7, 4),
        languages="Deutsch",
        emergency_name="Lena Brunner",
        emergency_phone="079 000 11 22",
    )
    case = session.cases.open_for_new_client(client, Area.NURSING_CARE)
    session.addresses.add(
        Address(
            id=AddressId(new_id()),
            client_id=client.id,
            street="Lindenweg 14",
            postcode="3012",
            town="Bern",
        )
    )
    spitex = _organisation(session, "Spitex Aarelauf AG", "031 000 10 10")
    insurer = _organisation(session, "Krankenkasse Muster", "")
    doctor = a_person(session, "Ömer", "Şahin", "Hausarzt", None)
    nurse = a_person(session, "Claudia", "Weber", "Pflegefachfrau", spitex)
    return PaperCase(
        case,
        _party(session, case, PartyRole.PHYSICIAN, person_id=doctor),
        _party(session, case, PartyRole.CARE_SERVICE, person_id=nurse),
        _party(session, case, PartyRole.PAYER, organisation_id=insurer),
    )


def _organisation(session: Session, name: str, phone: str) -> OrganisationId:
    made = Organisation(
        id=OrganisationId(session.clock.new_id()),
        name=name,
        phone=phone,
        street="Spitalgasse 8",
        postcode="3011",
        town="Bern",
    )
    return session.organisations.add(made).id


def a_person(
    session: Session,
    given_name: str,
    family_name: str,
    function: str,
    organisation_id: OrganisationId | None,
) -> PersonId:
    made = Person(
        id=PersonId(session.clock.new_id()),
        given_name=given_name,
        family_name=family_name,
        function=function,
        organisation_id=organisation_id,
    )
    return session.persons.add(made).id


def _party(
    session: Session,
    case: Case,
    role: PartyRole,
    *,
    person_id: PersonId | None = None,
    organisation_id: OrganisationId | None = None,
) -> Party:
    return session.parties.add(
        Party(
            id=PartyId(session.clock.new_id()),
            case_id=case.id,
            person_id=person_id,
            organisation_id=organisation_id,
            roles=(role,),
        )
    )


def a_recipient(
    session: Session, consent: Consent, party: Party, direction: Direction
) -> ConsentItem:
    item = session.declarations.new_item(consent, party.id)
    return session.consent_items.add(
        replace(
            item,
            direction=direction,
            categories=(DataCategory.IDENTITY, DataCategory.MEDICATION),
            means=(Means.SPOKEN,),
        )
    )


def sign(session: Session, consent_id: ConsentId) -> Consent:
    declarations = session.declarations
    declarations.change(consent_id, explained_on=date(2026, 3, 10))
    return declarations.sign(
        consent_id, signed_on=date(2026, 3, 12), signed_by=(SignerRole.CLIENT,)
    )


def a_plan(session: Session, case: Case, *, goals: int = 2, measures: int = 2) -> None:
    new_id = session.clock.new_id
    [plan] = session.plans.of(case_id=case.id)
    session.plans.change(
        plan.id,
        situation="Nach dem Spital wieder zu Hause.",
        crisis_plan="Bei Sturz den Notrufknopf drücken.",
        not_covered="Fahrdienst am Wochenende",
        client_tasks="- Übungen täglich machen",
        dissent="Die Tochter hält ein Heim für besser.",
        next_review_on=date(2026, 6, 14),
    )
    [assessment] = session.assessments.of(case_id=case.id)
    session.assessments.change(assessment.id, wishes="Wieder selber einkaufen.")
    for entry in session.domain_entries.of(assessment_id=assessment.id):
        if entry.life_domain is LifeDomain.MOBILITY:
            session.domain_entries.change(
                entry.id,
                need="Sicheres Gehen draussen",
                need_level=NeedLevel.AT_ONCE,
                resources="War immer sportlich.",
            )
    for number in range(goals):
        goal = session.goals.add(
            Goal(
                id=GoalId(new_id()),
                case_id=case.id,
                position=number,
                life_domain=LifeDomain.HOUSING,
                wording=f"Ziel Nummer {number} in eigenen Worten",
                indicator="Vier Wochen ohne Hilfe",
                target_on=date(2026, 9, 30),
                importance=3,
                progress=4,
            )
        )
        for step in range(measures):
            session.measures.add(
                Measure(
                    id=MeasureId(new_id()),
                    case_id=case.id,
                    goal_id=goal.id,
                    position=step,
                    what=f"Schritt {number}-{step}",
                    responsible=Responsible.CLIENT,
                    starts_on=date(2026, 4, 1),
                    frequency="täglich",
                    state=MeasureState.RUNNING,
                    review_on=date(2026, 5, 1),
                )
            )
