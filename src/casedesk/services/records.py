"""The deeds that every kind of record knows: add, change, remove, restore."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Protocol, TypeVar

from casedesk.domain.problems import StillUsed
from casedesk.services.closed_cases import GOES_ON, may_change

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casedesk.domain.change import Change
    from casedesk.services.announcer import Announcer
    from casedesk.store.database import Database
    from casedesk.store.rows import Rows
    from casedesk.store.tables import Tables


class _Dataclass(Protocol):
    __dataclass_fields__: ClassVar[dict[str, Any]]  # Any: as typeshed has it

    @property
    def id(self) -> str: ...


Record = TypeVar("Record", bound=_Dataclass)
# Looks at the vault within the deed: the record before it, and after. Any: of its kind.
Guard = Callable[["Tables", Any, Any], None]


class Records(Generic[Record]):
    """One kind of record. Every change obeys the rule of the kind and is remembered."""

    def __init__(
        self,
        database: Database,
        announcer: Announcer,
        noun: str,
        rows: Callable[[Tables], Rows[Record]],
        check: Callable[[Record], None] = lambda _: None,
        guard: Guard = lambda _tables, _before, _after: None,
        guard_restored: Guard | None = None,
    ) -> None:
        """Know the rules of a kind; `guard_restored` holds for what is taken back."""
        self._database = database
        self._announcer = announcer
        self.noun = noun
        self._rows = rows
        self._check = check
        self._guard = guard
        database.look_at_restored(rows, guard_restored or guard)

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be changed, because the vault is damaged."""
        return self._database.is_read_only

    def may_change(self, record: Record) -> bool:
        """Tell whether a record can be changed, and its case is not closed."""
        if self.is_read_only:
            return False
        with self._database.read() as tables:
            return may_change(tables, self._rows(tables).table, record)

    def ends_with_case(self) -> bool:
        """Tell whether records of this kind stay as they are once a case is closed."""
        with self._database.read() as tables:
            rows = self._rows(tables)
        named = {field.name for field in fields(rows.record_class)}
        return "case_id" in named and rows.table not in GOES_ON

    def get(self, record_id: str) -> Record:
        """Return a record, or raise `NotFound`."""
        with self._database.read() as tables:
            return self._rows(tables).get(record_id)

    def find(self, record_id: str) -> Record | None:
        """Return a record, or nothing."""
        with self._database.read() as tables:
            return self._rows(tables).find(record_id)

    def all(self) -> list[Record]:
        """Return all records in their order."""
        with self._database.read() as tables:
            return self._rows(tables).all()

    def of(self, **parents: str) -> list[Record]:
        """Return the records of these parents, such as `case_id=…`, in their order."""
        with self._database.read() as tables:
            return self._rows(tables).of(**parents)

    def among(self, ids: Iterable[str]) -> dict[str, Record]:
        """Return those of the given records that exist, by id."""
        with self._database.read() as tables:
            return {record.id: record for record in self._rows(tables).among(ids)}

    def add(self, record: Record) -> Record:
        """Store a new record."""
        self._check(record)
        with self._database.write(f"{self.noun}.add", record.id) as tables:
            self._guard(tables, None, record)
            self._rows(tables).add(record)
        self._announcer.announce(self.noun)
        return record

    # Any: each value has the type of its field.
    def change(
        self, record_id: str, *, sitting: str | None = None, **values: Any
    ) -> Record:
        """Change fields of a record, or raise the `RuleBroken` that forbids it.

        Changes of one `sitting`, one visit to a field, count as one in the history.
        A change that changes nothing is no deed.
        """
        before = self.get(record_id)
        after = replace(before, **values)
        if after == before:
            return before
        self._check(after)
        with self._database.write(
            f"{self.noun}.change", record_id, sitting=sitting
        ) as tables:
            self._guard(tables, before, after)
            self._rows(tables).update(after)
            for field in values:
                tables.drafts.drop(record_id, field)
        self._announcer.announce(self.noun)
        return after

    def remove(self, record_id: str) -> int:
        """Remove a record with what belongs to it; return the number of the deed.

        Raises `StillUsed` if other records need it.
        """
        with self._database.write(f"{self.noun}.remove", record_id) as tables:
            rows = self._rows(tables)
            if tables.references.hold(rows.table, record_id):
                raise StillUsed
            self._guard(tables, rows.get(record_id), None)
            rows.remove(record_id)
            deed = tables.deeds.latest()
        self._database.settle()  # what was removed leaves the file, too
        self._announcer.announce(self.noun)
        return deed

    def take_back(self, deed: int) -> None:
        """Bring back everything that a deed removed; what it added goes.

        Raises the `RuleBroken` of a kind if one of its records may not come back, or
        `ChangedSince` if something was written since in what would go.
        """
        self._database.take_back(f"{self.noun}.take_back", None, deed)
        self._announcer.announce(self.noun)

    def changes(self, record_id: str) -> list[Change]:
        """Return what happened to a record, newest first."""
        with self._database.read() as tables:
            rows = self._rows(tables)
            now = rows.find(record_id)
            return tables.history.of(
                record_id, None if now is None else rows.stored(now)
            )

    def read_change(self, change: Change) -> list[tuple[str, object, object]]:
        """Return the fields of a change, each with its value before and after."""
        before = {field.name: field.before for field in change.fields}
        after = {field.name: field.after for field in change.fields}
        with self._database.read() as tables:
            rows = self._rows(tables)
            old, new = rows.read_fields(before), rows.read_fields(after)
        return [(name, old[name], new[name]) for name in old]

    def restore(self, record_id: str, number: int) -> Record:
        """Put back the fields that a change had changed, and those alone.

        Raises `LinkGone` if one of them names a record that was removed since.
        """
        with self._database.write(f"{self.noun}.restore", record_id) as tables:
            rows = self._rows(tables)
            before = rows.get(record_id)
            changes = tables.history.of(record_id, rows.stored(before))
            [change] = [each for each in changes if each.number == number]
            stored = {field.name: field.before for field in change.fields}
            record = replace(before, **rows.read_fields(stored))
            self._check(record)
            self._guard(tables, before, record)
            rows.update(record)
        self._announcer.announce(self.noun)
        return record

    def drafts(self, record_id: str) -> dict[str, str]:
        """Return what was typed into fields of a record but makes no value yet."""
        with self._database.read() as tables:
            return tables.drafts.of(record_id)

    def keep_draft(self, record_id: str, field: str, text: str) -> None:
        """Keep what was typed into a field although it makes no value yet."""
        with self._database.note() as tables:
            # What was typed into a record that was removed belongs to nothing.
            if self._rows(tables).find(record_id) is not None:
                tables.drafts.keep(record_id, field, text)

    def drop_draft(self, record_id: str, field: str) -> None:
        """Forget what was typed into a field."""
        with self._database.note() as tables:
            tables.drafts.drop(record_id, field)
