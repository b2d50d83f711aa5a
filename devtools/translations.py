"""The translations: when they have to be built, and by what."""

from collections.abc import Sequence

from devtools.environment import PYTHON
from devtools.terminal import ROOT, must, start

CATALOGUES = ROOT / "resources" / "locale"


def build() -> None:
    """Compile the catalogues whose source is newer than what was built from it."""
    if _are_stale():
        must([PYTHON, "-m", "devtools.catalogues", "compile"])


def words(languages: Sequence[str]) -> int:
    """Take new words from the source into the catalogues and compile them."""
    return start([PYTHON, "-m", "devtools.catalogues", "update", *languages])


def _are_stale() -> bool:
    return any(
        not built.exists() or built.stat().st_mtime < source.stat().st_mtime
        for source in CATALOGUES.glob("*/LC_MESSAGES/*.po")
        for built in [source.with_suffix(".mo")]
    )
