"""What the rules of consent and disclosure forbid, in words that say what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain import consent as c
from casedesk.domain.disclosure import AboveProfile, LogStays, NotConfirmed, NotCovered
from casedesk.domain.drawn_signature import NothingDrawn
from casedesk.domain.handing import ForClientAlone
from casedesk.domain.own_form import FormHasFaults, TextInUseStays
from casedesk.domain.signing import BeyondAuthority, NobodyRepresents
from casedesk.domain.statute import ReasonMissing, StatuteNotNamed
from casedesk.domain.withdrawal_notice import ToldAlready, ToldBeforeWithdrawn
from casedesk.domain.withholding import LiftedBeforeSaid
from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from casedesk.domain.problems import Problem


def consent_problems() -> dict[type[Problem], str]:
    """Return the sentence for each of these problems."""
    return {
        TextInUseStays: _(
            "A text that papers have taken stays as it is. Make a new own text from it."
        ),
        FormHasFaults: _(
            "Something is missing in this text. Mend what is named first, then use it."
        ),
        c.SignedBeforeExplained: _(
            "A signature counts only after the explanation. Note first on which day "
            "you explained aim, purpose and consequences."
        ),
        c.WithdrawnBeforeSigned: _(
            "Only what was declared can be withdrawn, on its day or later."
        ),
        c.SignedWordsStay: _(
            "The words of a signed declaration stay as they were signed. Renew it to "
            "change them."
        ),
        c.EndsBeforeSigned: _("The validity would end before the signature."),
        c.EndsBeforeItBegins: _("The validity would end before it begins."),
        c.OralWithoutWitness: _(
            "What is declared by word of mouth needs a witness. Note first who heard "
            "it."
        ),
        NobodyRepresents: _(
            "On this day nobody represents the client. Note the representation on the "
            "client's page first, with the days from and until which it is valid."
        ),
        BeyondAuthority: _(
            "The representation does not cover all of this information. The client "
            "has to sign as well, or the row has to go."
        ),
        NotCovered: _(
            "No consent in force and no rule of law covers this. It was not passed on "
            "and not recorded as passed on."
        ),
        AboveProfile: _(
            "Somebody in this role never gets this, not even by law or with a release. "
            "Leave it out, or make an excerpt for them."
        ),
        ForClientAlone: _(
            "This paper is for the client or the own file alone. Nobody else gets it."
        ),
        NotConfirmed: _(
            "Confirm that this goes without the client's consent, or let it be."
        ),
        LogStays: _(
            "What was disclosed stays in the log as it was written. Write what has to "
            "be put right into the addendum."
        ),
        ReasonMissing: _(
            "Without the client's consent, the reason has to be written down."
        ),
        StatuteNotNamed: _("Name the rule of law on which this rests."),
        NothingDrawn: _("Somebody who signs on the screen has not drawn a signature."),
        ToldAlready: _(
            "It is noted already that they were told. The log keeps that line."
        ),
        ToldBeforeWithdrawn: _("Nobody can be told before the day of the withdrawal."),
        LiftedBeforeSaid: _("The wish cannot be lifted before the day it was said."),
    }
