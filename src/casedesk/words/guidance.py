"""What to think of in each domain of life, and what to ask about it in an area."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.case import Area
from casedesk.domain.life_domain import LifeDomain

if TYPE_CHECKING:
    from collections.abc import Callable


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

_QUESTIONS = {
    LifeDomain.PHYSICAL_HEALTH: _("What troubles your body, and what does it good?"),
    LifeDomain.MENTAL_HEALTH: _("How have you felt lately? What weighs on you?"),
    LifeDomain.ADDICTION: _(
        "What do you take or do to relax, and would you like to change that?"
    ),
    LifeDomain.LEARNING: _("How do you best take things in: read, heard, shown?"),
    LifeDomain.MOBILITY: _("Where can you go alone, where with help, where not?"),
    LifeDomain.SELF_CARE: _("What do you do yourself in a day, and what with help?"),
    LifeDomain.HOUSING: _("Do you feel at home where you live? What is in the way?"),
    LifeDomain.FAMILY: _("Who is close to you, and who carries how much?"),
    LifeDomain.SOCIAL_NETWORK: _("Whom do you like to meet? Whom do you miss?"),
    LifeDomain.WORK: _("What fills your day? What would you like to do again?"),
    LifeDomain.FINANCES: _("Does the money last? What worries you about it?"),
    LifeDomain.BENEFITS: _("What have you applied for, and what is still open?"),
    LifeDomain.SAFETY: _("Is there anything that you are afraid of?"),
    LifeDomain.STRENGTHS: _("What has helped you through hard times before?"),
    LifeDomain.WISHES: _("What should be different in a year?"),
    LifeDomain.SUPPORT_SYSTEM: _("Who does what for you, and do they know each other?"),
}

_IN_AREA = {
    Area.HEALTH_CARE: {
        LifeDomain.PHYSICAL_HEALTH: _(
            "Which treatments run, who prescribes what, and do the lists agree?"
        ),
        LifeDomain.MENTAL_HEALTH: _("What does the illness do to mood and courage?"),
        LifeDomain.ADDICTION: _("Do medicines and alcohol get in each other's way?"),
        LifeDomain.LEARNING: _("Is the diagnosis understood, in the client's words?"),
        LifeDomain.MOBILITY: _("How do you get to treatments, and back?"),
        LifeDomain.SELF_CARE: _("What has changed since the stay in hospital?"),
        LifeDomain.FAMILY: _("Who speaks with the doctors, and may they?"),
        LifeDomain.WORK: _("Since when are you unfit for work, and who was told?"),
        LifeDomain.SUPPORT_SYSTEM: _(
            "Who takes over after discharge, and from which day?"
        ),
        LifeDomain.WISHES: _("What should no treatment take from you?"),
    },
    Area.NURSING_CARE: {
        LifeDomain.PHYSICAL_HEALTH: _("Skin, nutrition, drinking, pain: what is new?"),
        LifeDomain.MENTAL_HEALTH: _(
            "Orientation, memory, restlessness: by day and by night?"
        ),
        LifeDomain.MOBILITY: _("Transfers, stairs, falls in the last six months?"),
        LifeDomain.SELF_CARE: _(
            "Who helps how often with washing, eating, toilet, also at night?"
        ),
        LifeDomain.HOUSING: _("Which aids and alterations would make care easier?"),
        LifeDomain.FAMILY: _("How is the caring person: sleep, back, work, days off?"),
        LifeDomain.SOCIAL_NETWORK: _("Who visits? Is day care or company wished for?"),
        LifeDomain.BENEFITS: _(
            "Level of care, relief and substitute care: used, refused, unknown?"
        ),
        LifeDomain.SAFETY: _("What happens if the caring person falls ill tomorrow?"),
        LifeDomain.WISHES: _("Where and by whom does the client want to be cared for?"),
        LifeDomain.SUPPORT_SYSTEM: _("Which hours are covered, which are not?"),
    },
    Area.SOCIAL_WORK: {
        LifeDomain.ADDICTION: _("What is the client's own aim: less, none, safer?"),
        LifeDomain.LEARNING: _("Which letters lie unopened, and what would help?"),
        LifeDomain.HOUSING: _(
            "Is the home at risk: arrears, notice, conflict? By which day?"
        ),
        LifeDomain.FAMILY: _("Are there children, and how are they?"),
        LifeDomain.SOCIAL_NETWORK: _("Who stands by the client when it gets hard?"),
        LifeDomain.WORK: _("What gives the week a shape?"),
        LifeDomain.FINANCES: _(
            "Income, arrears, debts, debt collection: what is due first?"
        ),
        LifeDomain.BENEFITS: _(
            "Which entitlements are not used, which deadlines run, residence status?"
        ),
        LifeDomain.SAFETY: _(
            "Violence, threats, self-harm; protection of children and adults?"
        ),
        LifeDomain.STRENGTHS: _("What did the client manage without any help?"),
        LifeDomain.SUPPORT_SYSTEM: _("Which services have given up, and why?"),
    },
    Area.REHABILITATION: {
        LifeDomain.PHYSICAL_HEALTH: _(
            "What can be borne for how long: sitting, standing, lifting, noise?"
        ),
        LifeDomain.MENTAL_HEALTH: _("Is there fear of the place, the task, a relapse?"),
        LifeDomain.LEARNING: _("Which skills and certificates count for new tasks?"),
        LifeDomain.MOBILITY: _("Is the way to work possible, also in rush hour?"),
        LifeDomain.FAMILY: _("What did the family take over, and until when?"),
        LifeDomain.WORK: _(
            "What does the employer offer, what does the certificate say, until when?"
        ),
        LifeDomain.FINANCES: _("Until when is the allowance paid, and what then?"),
        LifeDomain.BENEFITS: _(
            "Which insurer is responsible for what; registration and time limits?"
        ),
        LifeDomain.STRENGTHS: _("What was the client known for at work?"),
        LifeDomain.WISHES: _("What should a working day look like?"),
        LifeDomain.SUPPORT_SYSTEM: _("Who coordinates at work, at the insurer, here?"),
    },
}


def guidance(
    life_domain: LifeDomain, area: Area, translate: Callable[[str], str]
) -> str:
    """Return what belongs to a domain, and what to ask about it in an area."""
    messages = (
        _GUIDANCE[life_domain],
        _QUESTIONS[life_domain],
        _IN_AREA[area].get(life_domain, ""),
    )
    return " ".join(translate(message) for message in messages if message)
