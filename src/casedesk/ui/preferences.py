"""What the user chose for the program on this computer. Nothing here tells of cases."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QStandardPaths

if TYPE_CHECKING:
    from collections.abc import Mapping

Scheme = Literal["system", "light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("system", "light", "dark")
TEXT_PERCENTS = (100, 115, 130, 150, 175, 200)
LOCK_AFTER_MINUTES = 5
LONGEST_MINUTES = 60
MOST_RECENT = 6
_FILE = "preferences.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """The choices themselves; texts, numbers and paths of vaults only."""

    language: str = ""  # none means that of the system
    scheme: Scheme = "system"
    text_percent: int = 100
    lock_after_minutes: int = LOCK_AFTER_MINUTES
    remembers_vaults: bool = True
    hides_from_capture: bool = True  # where the system can
    recent_vaults: tuple[str, ...] = ()
    windows: Mapping[str, str] = field(default_factory=dict)


class Preferences:
    """The choices in a small file. A file that cannot be used is no hindrance."""

    def __init__(self, folder: Path | None = None) -> None:
        """Read the choices; they lie in the user's own folder unless one is given."""
        self._path = (folder or _own_folder()) / _FILE
        self.chosen = _sound(_read(self._path))

    def folder(self) -> Path:
        """Return where the file lies, and others of its kind."""
        return self._path.parent

    # Any: each value has the type of its field.
    def change(self, **values: Any) -> None:
        """Choose something else and keep it."""
        chosen = _sound({**asdict(self.chosen), **values})
        if not chosen.remembers_vaults:
            chosen = replace(chosen, recent_vaults=())
        if chosen != self.chosen:
            self.chosen = chosen
            _write(self._path, asdict(chosen))

    def recent_vaults(self) -> list[Path]:
        """Return the vaults opened lately, latest first."""
        return [Path(path) for path in self.chosen.recent_vaults]

    def remember_vault(self, path: Path) -> None:
        """Put a vault first among those opened lately, if that is wanted."""
        if self.chosen.remembers_vaults:
            others = [each for each in self.chosen.recent_vaults if each != str(path)]
            self.change(recent_vaults=(str(path), *others)[:MOST_RECENT])

    def forget_vault(self, path: Path) -> None:
        """Take a vault out of those opened lately."""
        others = [each for each in self.chosen.recent_vaults if each != str(path)]
        self.change(recent_vaults=tuple(others))

    def geometry(self, window: str) -> bytes:
        """Return where a window was, or no bytes."""
        try:
            return bytes.fromhex(self.chosen.windows.get(window, ""))
        except ValueError:
            return b""

    def keep_geometry(self, window: str, geometry: bytes) -> None:
        """Remember where a window is."""
        self.change(windows={**self.chosen.windows, window: geometry.hex()})


def _own_folder() -> Path:
    place = QStandardPaths.StandardLocation.GenericConfigLocation
    return Path(QStandardPaths.writableLocation(place), "CaseDesk")


def _read(path: Path) -> dict[str, Any]:
    try:
        values = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}


# Any: what stands in the file may be anything.
def _sound(values: Mapping[str, Any]) -> Choices:
    """Take over what makes sense; for the rest stands what is usual."""
    usual = Choices()
    return Choices(
        language=_text(values.get("language")),
        scheme=values["scheme"] if values.get("scheme") in SCHEMES else usual.scheme,
        text_percent=_number(
            values.get("text_percent"), usual.text_percent, 100, TEXT_PERCENTS[-1]
        ),
        lock_after_minutes=_number(
            values.get("lock_after_minutes"),
            usual.lock_after_minutes,
            1,
            LONGEST_MINUTES,
        ),
        remembers_vaults=values.get("remembers_vaults") is not False,
        hides_from_capture=values.get("hides_from_capture") is not False,
        recent_vaults=_texts(values.get("recent_vaults"))[:MOST_RECENT],
        windows=_windows(values.get("windows")),
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _number(value: object, usual: int, least: int, most: int) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return min(max(value, least), most)
    return usual


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, (list, tuple)):
        return ()
    return tuple(each for each in value if isinstance(each, str))


def _windows(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        return {}
    return {str(name): each for name, each in value.items() if isinstance(each, str)}


def _write(path: Path, values: Mapping[str, Any]) -> None:
    # Where nothing can be written, the choices hold until the program ends.
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        unfinished = path.with_suffix(".json-unfinished")
        unfinished.write_text(json.dumps(values, indent=2), "utf-8")
        unfinished.replace(path)
    except OSError:
        return
