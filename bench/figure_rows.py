"""Rows of cases for bench.figures, as COPY reads them: pure, and the same for the same seed.

Cases come in blocks of BLOCK, each drawn by a chance of its own, so it does not matter who makes which. Every case is a
copy of a variant (figure_lives) that begins on another day, in another team, about another party. One in FULL has its
acts; of one in DAY of these the last two are the acts of the newest day, which nobody has counted.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from uuid import UUID

from bench.figure_lives import Act, Variant
from schemas.insight.figures import CountedEvent, CountedParty

BLOCK = 5000
FULL = 25
DAY = 16
NEWEST = 2
"""Acts of a case that are of the newest day."""
FIRST = date(2022, 12, 15)
DAYS = 1400
"""Cases begin on one of these days."""
_BEFORE = 60
"""What an act names may lie before the beginning of its case, by no more days than this."""
DEPARTMENTS, TEAMS = 34, 12
_KINDS = (
    (0.7, CountedParty.INDIVIDUAL),
    (0.9, CountedParty.HOUSEHOLD),
    (1.0, CountedParty.ORGANISATION),
)
_ANNULLED = 0.01
_WORDS = ("Bình Minh", "Hoa Gạo", "Phù Sa", "Cát Vàng", "Sương Mai", "Nguyễn Văn", "Trần Thị")
_WHOLE = frozenset({CountedEvent.DECISIONS_TIMED, CountedEvent.CASES_PENDING})
"""Their amounts are no money."""
_DECIDED = frozenset(
    {
        CountedEvent.DECISIONS_ISSUED,
        CountedEvent.DECISIONS_WITH,
        CountedEvent.BEHAVIOURS_SANCTIONED,
        CountedEvent.CASES_SANCTIONED,
    }
)
TABLES = {
    "counted_events": "record_id, entry, ordinal, cell_id, place_id, happened_on, entered_on, annulled_on, counted,"
    " amount, party",
    "cases": "id, number, unit_id, unit_1, unit_2, unit_3, state, rule_set, opened_at, updated_at, lead_id, subject_id,"
    " subject_name, subject_fold, subject_identity, subject_address, subject_address_fold, behaviours, recorded_at,"
    " sanctioned_on, fine_total_vnd, paid_total_vnd, exhibits_held, executed_at, archived_at, sheets",
    "ledger_entries": "record_id, number, record_kind, act_id, act_type, officer_id, made_at, received_at, act,"
    " act_hash, previous_hash, entry_hash, key_id, receipt_signature, verdicts",
    "ledger_heads": "record_id, record_kind, last_number, last_hash",
}
"""What is copied into, by its columns. The newest day's entries come apart, under `newest`."""


@dataclass(frozen=True)
class Ground:
    """What all blocks share: the variants, and the ids that the database gave."""

    seed: int
    parties: int
    variants: list[Variant]
    teams: list[tuple[UUID, UUID, UUID]]
    """Path of each team."""
    places: list[int]
    """Place of each team, as events name it."""
    codes: list[tuple[str, str]]
    """Behaviours with their fields."""
    cells: dict[tuple[str, str, int, str], int]
    """Id by event, detail, number of the behaviour (-1: none) and kind of party."""


@dataclass
class Rows:
    """Lines by table."""

    lines: dict[str, list[str]] = field(
        default_factory=lambda: {name: [] for name in (*TABLES, "newest")}
    )


def case_id(number: int) -> UUID:
    """Return the id of a case: ids rise with the numbers, as UUIDv7 do with time."""
    return UUID(int=(0x01900000 << 96) | (0x7000 << 64) | (0x8000 << 48) | number)


def party_id(number: int) -> UUID:
    """Return the id of a party."""
    return UUID(int=(0x01800000 << 96) | (0x7000 << 64) | (0x8000 << 48) | number)


def _act_id(case: int, number: int) -> UUID:
    return UUID(int=(0x01910000 << 96) | (0x7000 << 64) | (0x8000 << 48) | (case * 256 + number))


def blocks(first: int, last: int) -> Iterator[int]:
    """Yield the blocks of cases from `first` up to and without `last`."""
    yield from range(first // BLOCK, -(-last // BLOCK))


def block(ground: Ground, number: int, last: int) -> Rows:
    """Make the rows of a block, of cases before `last`."""
    chance = Random(f"{ground.seed}/{number}")
    first = FIRST - timedelta(_BEFORE)
    days = [(first + timedelta(one)).isoformat() for one in range(_BEFORE + DAYS + 400)]
    made = Rows()
    for case in range(number * BLOCK, (number + 1) * BLOCK):
        copy = _Copy(ground, case, chance, days)
        if case < last:
            copy.write(made.lines)
    return made


class _Copy:
    """One case: what is drawn for it, in an order that never changes."""

    def __init__(self, ground: Ground, case: int, chance: Random, days: list[str]) -> None:
        self.ground, self.case, self.days = ground, case, days
        self.variant = ground.variants[chance.randrange(len(ground.variants))]
        department = int(chance.random() ** 1.7 * DEPARTMENTS)
        self.team = department * TEAMS + chance.randrange(TEAMS)
        self.start = _BEFORE + chance.randrange(DAYS)
        self.party = int(chance.random() ** 1.5 * ground.parties)
        self.behaviour = int(chance.random() ** 2 * len(ground.codes))
        drawn = chance.random()
        self.kind = next(kind for most, kind in _KINDS if drawn < most)
        self.times = chance.randrange(1, 20)
        self.annulled = chance.random() < _ANNULLED
        self.full = case % FULL == 0
        self.fresh = self.full and case // FULL % DAY == 0
        self.id = str(case_id(case))

    def write(self, lines: dict[str, list[str]]) -> None:
        if self.full:
            self._own()
            self._acts(lines)
        self._events(lines["counted_events"])
        lines["cases"].append(self._case())

    def _own(self) -> None:
        """A case with acts has what its acts say, whatever was drawn."""
        self.times, self.annulled = 1, False

    def _events(self, lines: list[str]) -> None:
        ground, days, start = self.ground, self.days, self.start
        counted = self._counted()
        party, place = party_id(self.party), ground.places[self.team]
        for one, happened, entered in self.variant.events:
            if one.entry > counted:
                continue
            cell = one.cell
            if self.full:
                code = ground.codes.index((cell.behaviour, cell.field)) if cell.behaviour else -1
                kind: str = cell.party
            else:
                code, kind = (
                    self.behaviour if cell.behaviour else -1,
                    self.kind if cell.party else "",
                )
            gone = self.annulled and cell.event in _DECIDED
            amount = one.amount if cell.event in _WHOLE else one.amount * self.times
            lines.append(
                f"{self.id}\t{one.entry}\t{one.ordinal}\t{ground.cells[cell.event, cell.detail, code, kind]}"
                f"\t{place}\t{days[start + happened]}\t{days[start + entered]}"
                f"\t{days[start + happened + 60] if gone else N}\t{one.count}\t{amount}"
                f"\t{party if one.party_key else N}\n"
            )

    def _counted(self) -> int:
        """Return the number of the last act that was counted before the newest day."""
        return len(self.variant.acts) - (NEWEST if self.fresh else 0)

    def _case(self) -> str:
        row, days, start = self.variant.case, self.days, self.start
        path = self.ground.teams[self.team]
        name = f"{_WORDS[self.party % len(_WORDS)]} {self.party}"
        address = f"Số {self.party % 900} đường {_WORDS[self.team % len(_WORDS)]}"
        at = {key: N if by is None else days[start + by] for key, by in self.variant.days.items()}
        recorded = N if at["recorded_at"] == N else f"{at['recorded_at']} 09:00+07"
        values = (
            *(self.id, f"BENCH-{self.case}", path[2], *path, row["state"], row["rule_set"]),
            *(f"{days[start]} 08:00+07", f"{at['updated_at']} 16:00+07", row["lead_id"]),
            *(
                party_id(self.party),
                name,
                name.casefold(),
                f"{self.party:012}",
                address,
                address.casefold(),
            ),
            *(f'["{self.ground.codes[self.behaviour][0]}"]', recorded, at["sanctioned_on"]),
            *(
                row["fine_total_vnd"] * self.times,
                row["paid_total_vnd"] * self.times,
                row["exhibits_held"],
            ),
            *(at["executed_at"], at["archived_at"], row["sheets"]),
        )
        return "\t".join(map(str, values)) + "\n"

    def _acts(self, lines: dict[str, list[str]]) -> None:
        before: bytes | None = None
        counted = self._counted()
        for number, act in enumerate(self.variant.acts, 1):
            entry, text = act.entry, self._text(act, number)
            made, received = self._moment(act.made), self._moment(act.received)
            # COPY's escapes are not part of what is hashed.
            hashed = hashlib.sha256(text.replace("\\\\", "\\").encode()).digest()
            own = hashlib.sha256(hashed + (before or b"")).digest()
            values = (
                *(
                    self.id,
                    number,
                    entry["record_kind"],
                    _act_id(self.case, number),
                    entry["act_type"],
                ),
                *(entry["officer_id"], made, received, text),
                *(
                    f"\\\\x{hashed.hex()}",
                    N if before is None else f"\\\\x{before.hex()}",
                    f"\\\\x{own.hex()}",
                ),
                *(entry["key_id"], f"\\\\x{entry['receipt_signature'].hex()}", "{}"),
            )
            where = "newest" if number > counted else "ledger_entries"
            lines[where].append("\t".join(map(str, values)) + "\n")
            before = own
        assert before is not None
        lines["ledger_heads"].append(
            f"{self.id}\tcase\t{len(self.variant.acts)}\t\\\\x{before.hex()}\n"
        )

    def _moment(self, at: tuple[int, str]) -> str:
        return self.days[self.start + at[0]] + at[1]

    def _text(self, act: Act, number: int) -> str:
        told = {
            "record": self.id,
            "act": str(_act_id(self.case, number)),
            "party": f'"subject_id":"{party_id(self.party)}"',
            "unit": str(self.ground.teams[self.team][2]),
        }
        said = [act.pieces[0]]
        for (kind, by), piece in zip(act.slots, act.pieces[1:], strict=True):
            said.append(self.days[self.start + by] if kind == "day" else told[kind])
            said.append(piece)
        return "".join(said)


N = "\\N"
"""COPY's null."""


def parties(count: int, unit: tuple[UUID, UUID, UUID]) -> Iterator[str]:
    """Yield the lines of the register."""
    for number in range(count):
        name = f"{_WORDS[number % len(_WORDS)]} {number}"
        yield (
            f"{party_id(number)}\t{unit[1]}\t{unit[0]}\t{unit[1]}\thousehold\t{name}"
            f"\tSố {number % 900} đường Mẫu Đơn\n"
        )
