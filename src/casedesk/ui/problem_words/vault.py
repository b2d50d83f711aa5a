"""A vault that does not open, or may not be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain import problems as p
from casedesk.domain.salvage import SalvageStopped, StructureLost
from casedesk.ui.language import gettext as _
from casedesk.words.phrases import moment

if TYPE_CHECKING:
    from casedesk.domain.problems import Problem


def vault_problems(value: Problem) -> dict[type[Problem], str]:
    """Return the sentence for each of these problems."""
    return {
        **_place_problems(value),
        **_state_problems(),
        **_key_problems(value),
    }


def _place_problems(value: Problem) -> dict[type[Problem], str]:
    """Return what is wrong with where the vault lies."""
    return {
        p.VaultInUse: _(
            "The vault is open in another CaseDesk. Close it there, then try again."
        ),
        p.VaultLeftOpen: _(
            "This file was not closed in order; what was entered last lies in a "
            "journal beside it. Open it once as a vault and lock it, then try again."
        ),
        p.VaultHeldElsewhere: _held_elsewhere(value),
        p.VaultReadOnly: _(
            "The vault or its folder may not be changed. Move it to a folder of your "
            "own, or ask for the permission to write there."
        ),
        p.VaultMissing: _(
            "There is no vault at this place. Is the drive connected? Choose the file "
            "again."
        ),
        p.VaultExists: _(
            "There is already a file with this name. Choose another name; nothing is "
            "overwritten."
        ),
    }


def _state_problems() -> dict[type[Problem], str]:
    """Return what is wrong with the file itself."""
    return {
        p.NotAVault: _(
            "This file is not a CaseDesk vault. Choose a file that ends in .casedesk."
        ),
        p.VaultDamaged: _(
            "The passphrase is right, but the vault is damaged. Lock it and unlock it "
            "again: a backup and the saving of what can be read are offered then."
        ),
        p.LookStopped: _(
            "The check was stopped. The vault opens once it was checked; nothing in it "
            "was changed."
        ),
        p.VaultTooNew: _(
            "This vault was last used with a newer CaseDesk. Install the newest "
            "version, then open it again."
        ),
        p.VaultOpenToRead: _(
            "The vault is damaged and open to be read only. Nothing in it can be "
            "changed: restore a backup, or save what can be read into a new vault."
        ),
        SalvageStopped: _(
            "Saving was stopped; nothing was made, and the damaged vault is unchanged."
        ),
        StructureLost: _(
            "Not even the structure of this vault can be read, so nothing can be saved "
            "from it. Only a backup helps; also look on the drive outside."
        ),
    }


def _key_problems(value: Problem) -> dict[type[Problem], str]:
    """Return what is wrong with passphrase or recovery sheet."""
    return {
        p.WrongPassphrase: _(
            "This passphrase does not open the vault. Check the keyboard language and "
            "the Caps Lock key, then type it again."
        ),
        p.HeadChanged: _(
            "This file begins otherwise than when it was last open on this computer. "
            "If another file was put in its place, or its passphrase was changed "
            "elsewhere, type the passphrase that belongs to it. If not, the beginning "
            "of the file is damaged and no passphrase opens it: use the recovery sheet "
            "(“Forgot the passphrase?”) or restore a backup."
        ),
        p.EngineTooOld: _(
            "The database engine is older than is safe. Install CaseDesk anew."
        ),
        p.PassphraseTooWeak: _(
            "This passphrase could be guessed. Take a longer one, such as five words "
            "that do not belong together."
        ),
        p.PassphrasesDiffer: _(
            "The two passphrases differ. Type the second one again."
        ),
        p.WrongRecoveryLine: _(
            "Line {line} is not as it is printed. Compare it letter by letter."
        ).format(line=getattr(value, "line", "")),
        p.RecoverySheetIncomplete: _(
            "The sheet is not typed completely: each of its seven lines has 14 letters."
        ),
        p.RecoverySheetWrong: _(
            "Each line fits, but together they are no sheet. Do all lines come from "
            "the same sheet?"
        ),
        p.SheetOfAnotherVault: _(
            "This sheet does not open the vault: it belongs to another vault or to an "
            "earlier passphrase. With an earlier one it opens the backups from then."
        ),
    }


def _held_elsewhere(value: Problem) -> str:
    held = value if isinstance(value, p.VaultHeldElsewhere) else p.VaultHeldElsewhere()
    since = "–" if held.since is None else moment(held.since, _)
    return _(
        "The vault is open on the computer “{host}” since {moment}. Close it there "
        "first. If CaseDesk no longer runs there, remove the file that ends in "
        "“.casedesk.lock” beside the vault, then try again."
    ).format(host=held.host, moment=since)
