"""What to think of in each domain of life."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.life_domain import LifeDomain
from casedesk.ui.language import gettext

if TYPE_CHECKING:
    from casedesk.domain.life_domain import DomainKey
    from casedesk.ui.assessment.domain_names import DomainNames


def _(message: str) -> str:
    """Mark a message for translation; it is translated when it is used."""
    return message


_GUIDANCE = {
    LifeDomain.PHYSICAL_HEALTH: _(
        "Reported diagnoses, pain, sleep, medication, treatment, aids, sight and "
        "hearing, nutrition."
    ),
    LifeDomain.MENTAL_HEALTH: _(
        "Mood, anxiety, orientation and memory, burdening experiences, thoughts of "
        "suicide, motivation."
    ),
    LifeDomain.ADDICTION: _(
        "Alcohol, tobacco, medicines and other substances, gambling, treatment."
    ),
    LifeDomain.LEARNING: _(
        "Reading and writing, languages, being understood, telephone and internet."
    ),
    LifeDomain.MOBILITY: _(
        "Walking, stairs, transfers, public transport, driving, getting to places."
    ),
    LifeDomain.SELF_CARE: _(
        "Washing, dressing, eating, toilet; level of care; who helps and how often."
    ),
    LifeDomain.HOUSING: _(
        "Tenancy, barriers in the home, household, neighbourhood, danger of losing "
        "the home."
    ),
    LifeDomain.FAMILY: _(
        "Who lives there, conflicts, care for children or parents, burden on those "
        "who care."
    ),
    LifeDomain.SOCIAL_NETWORK: _(
        "Contacts, loneliness, clubs, culture, faith, what is fun."
    ),
    LifeDomain.WORK: _(
        "Job, capacity for work, employer, school or training, how the day is filled."
    ),
    LifeDomain.FINANCES: _(
        "Income, budget, debts, debt collection, who looks after the money."
    ),
    LifeDomain.BENEFITS: _(
        "Insurers, entitlements, applications, proceedings, deadlines, residence "
        "status."
    ),
    LifeDomain.SAFETY: _(
        "Danger to oneself or others, violence, protection of children or adults, "
        "falls, fire, driving."
    ),
    LifeDomain.STRENGTHS: _(
        "What helped before, what succeeds, hobbies, allies, confidence."
    ),
    LifeDomain.WISHES: _(
        "What matters, what gives meaning, what should be different in a year; own "
        "words."
    ),
    LifeDomain.SUPPORT_SYSTEM: _(
        "Who does what how often, paid and unpaid; what is missing, what is done twice."
    ),
}


def guidance(life_domain: DomainKey, names: DomainNames) -> str:
    """Return a short reminder of what belongs to a domain of life."""
    if isinstance(life_domain, LifeDomain):
        return gettext(_GUIDANCE[life_domain])
    return names.guidance(life_domain)
