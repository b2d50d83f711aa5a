"""The words of the record of a period, whole or cut for its reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.domain.content import ANYTHING, PlanPart, kinds_in_entry, kinds_in_part
from casedesk.domain.data_category import DataCategory
from casedesk.domain.entry import EntryKind
from casedesk.domain.happening import Event
from casedesk.pdf.blocks import Fact
from casedesk.pdf.record_extract import Line, RecordExtractPaper
from casedesk.pdf.section import Section
from casedesk.services.paper_words.imprint import sheet
from casedesk.words.happenings import said_of
from casedesk.words.phrases import amount

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from casedesk.domain.addendum import Addendum
    from casedesk.domain.case import PartyId
    from casedesk.domain.data_category import CategoryId
    from casedesk.domain.entry import Entry
    from casedesk.domain.happening import Happening, Narrowing
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.services.paper_words.excerpt import Excerpt
    from casedesk.services.paper_words.imprint import Imprint
    from casedesk.words.catalog import Words

EXTRACT_TEMPLATE = "2026-11"


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """What of a record is printed: which things, and whether the internal texts."""

    narrowing: Narrowing
    with_internal: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractRecords:
    """What the paper is made of, oldest first."""

    extract: Extract
    happenings: tuple[Happening, ...]
    entries: Mapping[str, Entry]
    addenda: Mapping[str, Sequence[Addendum]]

    @property
    def printed(self) -> list[Entry]:
        """The entries that are printed."""
        found = (self.entries.get(h.subject_id) for h in self.happenings if h.is_entry)
        return [entry for entry in found if entry is not None]


def kinds_in_extract(
    records: ExtractRecords, excerpt: Excerpt | None = None, *, for_reader: bool = False
) -> tuple[CategoryId, ...]:
    """Return which kinds of information stand in the paper.

    What came by itself may tell anything; it is printed for nobody else.
    """
    is_whole = not for_reader and any(not h.is_entry for h in records.happenings)
    if is_whole:
        return ANYTHING
    told: set[CategoryId] = {DataCategory.IDENTITY}
    for entry in records.printed:
        if _shows_text(records, entry, excerpt):
            told.update(kinds_in_entry(entry.life_domains))
        if entry.parties and _shows_names(excerpt):
            told.update(kinds_in_part(PlanPart.DISTRIBUTION))
    return tuple(kind for kind in DataCategory if kind in told)


def record_extract(
    imprint: Imprint,
    case: CaseRecords,
    records: ExtractRecords,
    words: Words,
    excerpt: Excerpt | None,
    *,
    for_reader: bool,
) -> RecordExtractPaper:
    """Compose the paper; what its reader may not know is left out beforehand."""
    composed = _Composition(case, records, words, excerpt, for_reader=for_reader)
    return RecordExtractPaper(
        sheet=sheet(imprint, case, words),
        title=words("Record of a period"),
        edition=imprint.edition(words, words.day(case.today)),
        facts=composed.facts(),
        opening=composed.opening(),
        lines=tuple(composed.lines()),
        nothing=words("Nothing of this kind is in the record of this period."),
        sums=composed.sums(),
    )


def _shows_text(records: ExtractRecords, entry: Entry, excerpt: Excerpt | None) -> bool:
    """Whether the internal text of an entry is printed for this reader."""
    if not records.extract.with_internal:
        return False
    if excerpt is None:
        return True
    return not excerpt.is_neutral and excerpt.shows(kinds_in_entry(entry.life_domains))


def _shows_names(excerpt: Excerpt | None) -> bool:
    """Whether it is printed who was there: it tells by whom somebody is treated."""
    return excerpt is None or excerpt.shows_part(PlanPart.DISTRIBUTION)


class _Composition:
    """Writes the record in one language."""

    def __init__(
        self,
        case: CaseRecords,
        records: ExtractRecords,
        words: Words,
        excerpt: Excerpt | None,
        *,
        for_reader: bool,
    ) -> None:
        self._case = case
        self._records = records
        self._words = words
        self._excerpt = excerpt
        self._for_reader = for_reader

    def facts(self) -> tuple[Fact, ...]:
        """Return whose record it is, and of which period and topics."""
        words, case = self._words, self._case
        narrowing = self._records.extract.narrowing
        kinds = sorted(words.label(kind) for kind in narrowing.kinds)
        return (
            Fact(label=words("Client"), value=case.client.full_name),
            Fact(label=words("Born"), value=words.partial_day(case.client.born)),
            Fact(label=words("Case number"), value=case.case.number),
            Fact(label=words("Case manager"), value=case.practice.holder_name),
            Fact(label=words("Period"), value=self._period()),
            Fact(label=words("What"), value=", ".join(kinds) or words("everything")),
            *(() if self._for_reader else self._topics()),
        )

    def _topics(self) -> tuple[Fact, ...]:
        """Return by what was chosen: it tells as much as the entries themselves."""
        words, case = self._words, self._case
        narrowing = self._records.extract.narrowing
        party = case.parties.get(narrowing.party_id) if narrowing.party_id else None
        domain = narrowing.life_domain
        return (
            *self._chosen(words("With"), party.name if party else ""),
            *self._chosen(
                words("Domain of life"),
                words.life_domain(domain, case.own_domains) if domain else "",
            ),
            *self._chosen(words("With the words"), narrowing.words),
        )

    def opening(self) -> str:
        """Say what was left out, and what the marks mean."""
        words = self._words
        if self._excerpt is not None:
            return words("What {name} may not know is left out of this paper.").format(
                name=self._excerpt.reader
            )
        if not self._records.extract.with_internal:
            return words("Internal texts are left out of this paper.")
        return ""

    def lines(self) -> Iterator[Line]:
        """Yield what happened, oldest first."""
        for happening in self._records.happenings:
            entry = self._records.entries.get(happening.subject_id)
            if happening.is_entry and entry is not None:
                yield self._entry(entry)
            elif self._is_told(happening):
                yield self._event(happening)

    def _is_told(self, happening: Happening) -> bool:
        """Whether a line that came by itself is printed.

        An addendum stands beneath its entry, if that is printed.
        """
        if happening.is_entry or self._for_reader:
            return False
        is_beneath = happening.subject_id in self._records.entries
        return happening.kind is not Event.ADDENDUM or not is_beneath

    def sums(self) -> Section:
        """Return how many entries there are, and the effort they name."""
        words, entries = self._words, self._records.printed
        country = self._case.practice.country
        cents = sum(entry.expense_cents or 0 for entry in entries)
        kilometres = sum(entry.kilometres or 0 for entry in entries)
        travel = sum(entry.travel_minutes or 0 for entry in entries)
        facts = (
            Fact(label=words("Entries"), value=str(len(entries))),
            Fact(
                label=words("Time"),
                value=words.hours(sum(entry.minutes or 0 for entry in entries)),
            ),
            *self._chosen(words("Travel time"), words.hours(travel) if travel else ""),
            *self._chosen(words("Kilometres"), str(kilometres or "")),
            *self._chosen(words("Expenses"), amount(cents, country) if cents else ""),
        )
        return Section(heading=words("Sum"), facts=facts if entries else ())

    def _period(self) -> str:
        words, narrowing = self._words, self._records.extract.narrowing
        days = [happening.day for happening in self._records.happenings]
        since = narrowing.since or min(days, default=None)
        until = narrowing.until or max(days, default=None)
        return " – ".join(filter(None, (words.day(since), words.day(until))))

    def _chosen(self, label: str, value: str) -> tuple[Fact, ...]:
        return (Fact(label=label, value=value),) if value else ()

    def _event(self, happening: Happening) -> Line:
        words = self._words
        said = said_of(happening, self._case.practice.standard, words)
        head = f"{words.day(happening.day)} · {said.title}"
        return Line(
            head=head, is_entry=False, texts=(said.detail,) if said.detail else ()
        )

    def _entry(self, entry: Entry) -> Line:
        is_told = _shows_text(self._records, entry, self._excerpt)
        neutral = entry.neutral_text.strip()
        own_words = self._quoted(entry.quote) if is_told else ""
        return Line(
            head=self._head(entry),
            texts=tuple(filter(None, (entry.text.strip(),))) if is_told else (),
            own_words=own_words,
            remarks=tuple(
                filter(
                    None,
                    (
                        self._neutral(neutral, is_told=is_told),
                        self._late(entry),
                        *self._addenda(entry, is_told=is_told),
                    ),
                )
            ),
        )

    def _head(self, entry: Entry) -> str:
        words = self._words
        begun = words.day(entry.happened_on)
        if entry.from_time is not None:
            begun += f" {entry.from_time:%H:%M}"
        if entry.until_time is not None:
            begun += f"–{entry.until_time:%H:%M}"
        parts = [begun, words.label(entry.kind), *self._names(entry.parties)]
        if entry.with_client:
            parts.append(words("with the client"))
        if entry.was_missed and entry.kind is not EntryKind.ATTEMPT:
            parts.append(words("not reached"))
        if entry.minutes:
            parts.append(words("{count} min").format(count=entry.minutes))
        return " · ".join(parts)

    def _names(self, parties: Sequence[PartyId]) -> list[str]:
        if not _shows_names(self._excerpt):
            return []
        known = self._case.parties
        return [known[each].name for each in parties if each in known]

    def _quoted(self, quote: str) -> str:
        text = quote.strip()
        return self._words("“{words}”").format(words=text) if text else ""

    def _neutral(self, neutral: str, *, is_told: bool) -> str:
        if not neutral or not is_told:
            return neutral
        return self._words("For the payer: {text}").format(text=neutral)

    def _late(self, entry: Entry) -> str:
        if not entry.days_late or entry.entered_at is None:
            return ""
        return self._words("entered later, on {moment}").format(
            moment=self._words.moment(entry.entered_at)
        )

    def _addenda(self, entry: Entry, *, is_told: bool) -> Iterator[str]:
        words = self._words
        for addendum in self._records.addenda.get(entry.id, ()):
            moment = words.moment(addendum.written_at)
            head = words("Addendum of {moment}").format(moment=moment)
            reason = addendum.reason.strip() if is_told else ""
            texts = (addendum.text,) if is_told else ()
            said = [t.strip() for t in (*texts, addendum.neutral_text) if t.strip()]
            if said or is_told:
                named = f"{head} ({reason})" if reason else head
                yield "\n".join((f"{named}:", *said))
