"""The words for the choices around consent and disclosure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.consent import (
    ConsentKind,
    ConsentState,
    Decision,
    Direction,
    Means,
    Point,
)
from casedesk.domain.data_category import DataCategory
from casedesk.domain.disclosure import Basis
from casedesk.domain.handing import Whom
from casedesk.domain.permission import Channel, Verdict
from casedesk.domain.renewal import Trigger
from casedesk.domain.signing import (
    Assent,
    Capacity,
    SignatureForm,
    Signer,
    SignerRole,
)
from casedesk.domain.statute import Statute

if TYPE_CHECKING:
    from enum import StrEnum


def _(message: str) -> str:
    """Mark a message for translation; it is translated when it is used."""
    return message


CONSENT_LABELS: dict[type[StrEnum], dict[StrEnum, str]] = {
    ConsentKind: {
        ConsentKind.AGREEMENT: _("Case management agreement"),
        ConsentKind.POWER_OF_ATTORNEY: _("Power of attorney"),
        ConsentKind.RELEASE: _("Release from confidentiality"),
        ConsentKind.DATA_PROTECTION: _("Data protection consent"),
    },
    ConsentState: {
        ConsentState.DRAFT: _("draft"),
        ConsentState.EXPLAINED: _("explained, not signed"),
        ConsentState.PRINTED: _("printed"),
        ConsentState.ORAL: _("by word of mouth"),
        ConsentState.INCOMPLETE: _("signature missing"),
        ConsentState.NOT_YET: _("signed, not in force yet"),
        ConsentState.IN_FORCE: _("in force"),
        ConsentState.DUE: _("ends soon"),
        ConsentState.EXPIRED: _("expired"),
        ConsentState.WITHDRAWN: _("withdrawn"),
        ConsentState.SUPERSEDED: _("replaced by a newer one"),
    },
    Direction: {
        Direction.OBTAIN: _("obtain"),
        Direction.PASS_ON: _("pass on"),
        Direction.BOTH: _("both ways"),
    },
    DataCategory: {
        DataCategory.IDENTITY: _("Identity and contact"),
        DataCategory.HEALTH: _("Diagnoses and findings"),
        DataCategory.MEDICATION: _("Medication"),
        DataCategory.CARE_NEEDS: _("Care needs"),
        DataCategory.WORK_CAPACITY: _("Capacity for work"),
        DataCategory.REPORTS: _("Reports"),
        DataCategory.FINANCES: _("Finances"),
        DataCategory.HOUSING_FAMILY: _("Housing and family"),
        DataCategory.EDUCATION_WORK: _("Education and work"),
        DataCategory.BENEFITS: _("Social benefits"),
        DataCategory.ADDICTION: _("Addiction"),
        DataCategory.LEGAL_PROCEEDINGS: _("Legal proceedings"),
    },
    Means: {
        Means.SPOKEN: _("spoken"),
        Means.WRITTEN: _("in writing"),
        Means.ENCRYPTED_MAIL: _("encrypted mail"),
        Means.CONFERENCE: _("in a conference"),
    },
    Capacity: {
        Capacity.GIVEN: _("given"),
        Capacity.DOUBTFUL: _("doubtful"),
        Capacity.NOT_GIVEN: _("not given"),
    },
    Signer: {
        Signer.CLIENT: _("the client"),
        Signer.REPRESENTATIVE: _("the legal representative"),
        Signer.BOTH: _("client and legal representative"),
        Signer.JOINT: _("two representatives jointly"),
        Signer.ALL: _("client and two representatives jointly"),
    },
    SignerRole: {
        SignerRole.CLIENT: _("the client"),
        SignerRole.REPRESENTATIVE: _("the legal representative"),
        SignerRole.SECOND_REPRESENTATIVE: _("the second legal representative"),
        SignerRole.WITNESS: _("a witness"),
    },
    SignatureForm: {
        SignatureForm.INK: _("by hand on paper"),
        SignatureForm.ON_SCREEN: _("on the screen (simple electronic signature)"),
    },
    Assent: {
        Assent.AGREES: _("agrees"),
        Assent.OBJECTS: _("objects"),
        Assent.NOT_KNOWN: _("could not be found out"),
    },
    Point: {
        Point.AIM: _("the aim"),
        Point.PURPOSE: _("the purpose"),
        Point.AGREE: _("what follows from agreeing"),
        Point.REFUSE: _("what follows from refusing"),
        Point.WITHDRAW: _("withdrawing, and what follows from it"),
    },
    Decision: {
        Decision.OPEN: _("not said yet"),
        Decision.GRANTED: _("yes"),
        Decision.STRUCK: _("struck"),
    },
    Channel: {
        Channel.IN_PERSON: _("in person"),
        Channel.PHONE: _("by telephone"),
        Channel.VIDEO: _("by video"),
        Channel.CONFERENCE: _("in a conference"),
        Channel.LETTER: _("by letter"),
        Channel.HANDED_OVER: _("handed over"),
        Channel.FAX: _("by fax"),
        Channel.ENCRYPTED_MAIL: _("by encrypted e-mail"),
        Channel.MAIL: _("by e-mail without encryption"),
    },
    Verdict: {
        Verdict.ALLOWED: _("allowed"),
        Verdict.ENDS_SOON: _("allowed, ends soon"),
        Verdict.STATUTORY: _("by law"),
        Verdict.NOT_ALLOWED: _("not allowed"),
        Verdict.ABOVE_PROFILE: _("more than this recipient may get"),
        Verdict.WITHHELD: _("withheld at the client's wish"),
    },
    Whom: {
        Whom.CLIENT: _("for the client"),
        Whom.OWN_FILE: _("for the own file"),
        Whom.PARTY: _("for somebody of the case"),
    },
    Basis: {
        Basis.CONSENT: _("consent of the client"),
        Basis.STATUTE: _("rule of law"),
        Basis.OWN_NOTICE: _("notice of a withdrawal"),
    },
    Statute: {
        Statute.DE_NECESSITY: _("Necessity (§ 34 StGB)"),
        Statute.DE_CHILD_PROTECTION: _("Protection of children (§ 4 KKG)"),
        Statute.DE_DUTY_TO_REPORT: _("Duty to report planned crimes (§ 138 StGB)"),
        Statute.CH_CHILD_PROTECTION: _("Notice for a child (Art. 314c ZGB)"),
        Statute.CH_ADULT_PROTECTION: _("Notice for an adult (Art. 443 ZGB)"),
        Statute.AT_CHILD_PROTECTION: _("Notice for a child (§ 37 B-KJHG)"),
        Statute.OTHER: _("Another rule of law, to be named"),
    },
    Trigger: {
        Trigger.NEW_RECIPIENT: _("Somebody has joined the case"),
        Trigger.NEW_PURPOSE: _("The purpose has changed"),
        Trigger.PAYER_CHANGED: _("The payer has changed"),
        Trigger.EMPLOYER_CHANGED: _("The employer has changed"),
        Trigger.REPRESENTATIVE_CHANGED: _("Somebody else represents the client"),
        Trigger.REPRESENTATION_ENDS: _("The representation has ended or ends soon"),
        Trigger.COMES_OF_AGE: _("The client comes of age"),
        Trigger.TEMPLATE_SUPERSEDED: _("There is a newer text of the form"),
        Trigger.ENDS: _("The validity has ended or ends soon"),
        Trigger.ROW_ENDS: _("A row has ended or ends soon"),
        Trigger.SILENCE: _("Nothing has happened for twelve months"),
        Trigger.MANDATE_CHANGED: _("The mandate has changed"),
        Trigger.ORAL_ONLY: _("Only declared by word of mouth"),
        Trigger.SIGNATURE_MISSING: _("A signature is missing"),
    },
}
