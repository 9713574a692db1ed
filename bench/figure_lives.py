"""Lives of cases for bench.figures: a few are played through the one door, and all others are these on other days.

    lives = await played(people)
    kinds = variants(lives, random.Random(seed))

A variant is a life whose acts lie days apart: it knows what is counted of it, by the product's own counter, and where
in its acts the days and ids stand. So a copy is made by putting others there.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

import msgspec

from backend.core import database, rows
from backend.insight.figures import counting
from backend.insight.rules.counting.counted import Counted
from backend.ledger.rules.entries import RecordedAct
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.acts import parts as case_parts
from schemas.casework.words import CaseAct, DeliveryMode, PaymentKind
from schemas.core.ids import new_id
from schemas.core.vocabulary import SubjectKind
from tests.support import case_lives, cases_made, factories
from tests.support.cases_made import Case, today
from tests.support.people import People

_RECENT = timedelta(45)
"""A day within this of the playing is one of the life; others are those of laws and people."""
_TOKEN = re.compile(r'[0-9]{4}-[0-9]{2}-[0-9]{2}|"subject_id":null')
_GAPS: dict[str, tuple[int, int]] = {
    CaseAct.EXPLANATION_WAIVED: (1, 9),
    CaseAct.DECISION_DELIVERED: (1, 5),
    CaseAct.PAYMENT_RECEIVED: (1, 12),
    CaseAct.EXECUTION_COMPLETED: (1, 10),
    CaseAct.CASE_ARCHIVED: (1, 30),
}
"""How many days lie before an act of a kind, at least and at most."""

SHARES = (4, 6, 6, 12, 11, 1)
"""How many variants there are of each life that is played: by them a case has 13 events and 14 acts."""

Slot = tuple[str, int]
"""What stands between two pieces of an act's text: `day` with days after the beginning, or `party`, `unit`, `record`,
`act`."""


@dataclass(frozen=True)
class Life:
    """A case as it was played: its acts as the ledger has them, and its row."""

    acts: list[RecordedAct]
    entries: list[dict[str, Any]]
    """The same rows whole."""
    case: dict[str, Any]
    played_on: date


@dataclass(frozen=True)
class Act:
    """An act of a variant, cut where a copy differs from it."""

    entry: dict[str, Any]
    made: tuple[int, str]
    """The moment of its making: the UTC day, in days after the beginning of the case, and the rest as text."""
    received: tuple[int, str]
    pieces: list[str]
    slots: list[Slot]


@dataclass(frozen=True)
class Variant:
    """A life with its acts days apart."""

    acts: list[Act]
    events: list[tuple[Counted, int, int]]
    """What is counted of it; on which day after the beginning it happened, and was entered."""
    case: dict[str, Any]
    days: dict[str, int | None]
    """Days of the case's row, after the beginning."""


def _party(number: int, kind: SubjectKind) -> case_parts.Party:
    name = f"{'Công ty' if kind is SubjectKind.ORGANISATION else 'Hộ ông'} Trần Văn Mẫu {number}"
    if kind is SubjectKind.ORGANISATION:
        return cases_made.party(
            name=name,
            kind=kind,
            identity_number=None,
            birth_date=None,
            sex=None,
            occupation=None,
            tax_code=f"01{number:08}",
            registration_number=f"01{number:08}",
            representative="Trần Văn Mẫu",
            representative_title="Giám đốc",
        )
    # No number: by it copies of one life would be one party. The register's id is another in each copy.
    return cases_made.party(name=name, kind=kind, identity_number=None)


async def _case(people: People, party: case_parts.Party) -> Case:
    work = await factories.submitted(people, subject=cases_made.inspected_party(party))
    case = await cases_made.opened_from(people, work, against=party)
    await cases_made.approve(case)
    return case


async def _minuted(people: People, number: int) -> Case:
    party = _party(number, SubjectKind.INDIVIDUAL)
    case = await _case(people, party)
    content = await cases_made.minuted(case, party=party)
    await case.take(CaseAct.VIOLATION_RECORDED, content, people.an)
    return case


async def _decided(people: People, number: int) -> Case:
    case = await _minuted(people, number)
    await cases_made.waive(case)
    await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case))
    delivered = case_execution_acts.DecisionDelivered(
        document_id=case.papers["MQĐ02"],
        mode=DeliveryMode.DIRECT,
        delivered_on=today(),
        deemed=False,
        attempts=1,
        proof="Ký nhận",
        receiver="Trần Văn Mẫu",
        proof_document_id=None,
    )
    await case.take(CaseAct.DECISION_DELIVERED, delivered, people.an)
    return case


async def _paid(case: Case, amount: int) -> None:
    paid = case_execution_acts.PaymentReceived(
        payment_id=new_id(),
        kind=PaymentKind.FINE,
        amount=amount,
        paid_on=today(),
        receipt_number=f"KB-{case.id.hex[-8:]}-{amount}",
        place="Kho bạc",
    )
    await case.take(CaseAct.PAYMENT_RECEIVED, paid, case.worker)


async def _done(case: Case) -> None:
    await _paid(case, 3_000_000)
    done = case_execution_acts.ExecutionCompleted(completed_on=today())
    await case.take(CaseAct.EXECUTION_COMPLETED, done, case.people.chi)
    archived = case_execution_acts.CaseArchived(archived_on=today(), shelf="Kệ 3")
    await case.take(CaseAct.CASE_ARCHIVED, archived)


async def played(people: People) -> list[Life]:
    """Play six lives: most are paid and archived, some wait, one has goods and forty acts."""
    cases = [await _minuted(people, 1), await _decided(people, 2)]
    for number in (3, 4, 5):
        case = await _decided(people, number)
        await _paid(case, 2_000_000)
        if number > 3:
            await _done(case)
        cases.append(case)
    whole = await _case(people, _party(6, SubjectKind.INDIVIDUAL))
    await case_lives.whole_life(whole)
    return [await _read(case) for case in [*cases, whole]]


async def _read(case: Case) -> Life:
    entries = await database.fetch(
        "SELECT * FROM ledger_entries WHERE record_id = $1 ORDER BY number", case.id
    )
    found = await database.fetchrow("SELECT * FROM cases WHERE id = $1", case.id)
    acts = rows.many(
        RecordedAct, [{k: one[k] for k in RecordedAct.__struct_fields__} for one in entries]
    )
    return Life(acts, [dict(one) for one in entries], dict(found), today())


def variants(lives: Sequence[Life], chance: Random) -> list[Variant]:
    """Return variants of each life, as many as its share, with days drawn by `chance`: the same by the same."""
    shared = zip(lives, SHARES, strict=True)
    return [_variant(life, chance) for life, share in shared for _ in range(share)]


def _variant(life: Life, chance: Random) -> Variant:
    at, days = 0, []
    for act in life.acts:
        least, most = _GAPS.get(act.act_type, (0, 0))
        at += chance.randint(least, most)
        days.append(at)
    moved = [
        msgspec.structs.replace(
            act,
            act=_moved(act.act, life.played_on, by),
            made_at=act.made_at + timedelta(by),
            received_at=act.received_at + timedelta(by),
        )
        for act, by in zip(life.acts, days, strict=True)
    ]
    counted = counting.of_case(moved)
    return Variant(
        acts=[
            _act(one, entry, life.played_on, by)
            for one, entry, by in zip(moved, life.entries, days, strict=True)
        ],
        events=[
            (one, (one.happened_on - life.played_on).days, (one.entered_on - life.played_on).days)
            for one in counted
        ],
        case=life.case,
        days={
            "recorded_at": 0 if life.case["recorded_at"] else None,
            "sanctioned_on": _of(moved, days, CaseAct.SANCTION_IMPOSED),
            "executed_at": _of(moved, days, CaseAct.EXECUTION_COMPLETED),
            "archived_at": _of(moved, days, CaseAct.CASE_ARCHIVED),
            "updated_at": days[-1],
        },
    )


def _of(acts: Sequence[RecordedAct], days: Sequence[int], kind: str) -> int | None:
    return next((by for one, by in zip(acts, days, strict=True) if one.act_type == kind), None)


def _recent(text: str, played_on: date) -> date | None:
    """Return the day of a text if it is one of the life, or None: the first of all is midnight of Vietnam in UTC."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if abs(day - played_on) <= _RECENT else None


def _moved(text: str, played_on: date, by: int) -> str:
    def later(found: re.Match[str]) -> str:
        day = _recent(found[0], played_on)
        return found[0] if day is None else (day + timedelta(by)).isoformat()

    return _TOKEN.sub(later, text)


def _act(one: RecordedAct, entry: dict[str, Any], played_on: date, by: int) -> Act:
    """Cut an act's text at what a copy replaces. The pieces are escaped as COPY reads them."""
    ids = {str(entry["record_id"]): "record", str(one.act_id): "act"}
    if unit := (msgspec.json.decode(one.act)["content"].get("opening") or {}).get("unit_id"):
        ids[unit] = "unit"  # figures read from the acts who led a case
    token = re.compile("|".join([*ids, _TOKEN.pattern]))
    pieces, slots, end = [], [], 0
    for found in token.finditer(one.act):
        text = found[0]
        day = _recent(text, played_on + timedelta(by))
        slot: Slot | None = (ids[text], 0) if text in ids else None
        if day is not None:
            slot = ("day", (day - played_on).days)
        elif text.startswith('"'):
            slot = ("party", 0)
        if slot is not None:
            pieces.append(one.act[end : found.start()].replace("\\", "\\\\"))
            slots.append(slot)
            end = found.end()
    pieces.append(one.act[end:].replace("\\", "\\\\"))
    return Act(
        entry, _moment(one.made_at, played_on), _moment(one.received_at, played_on), pieces, slots
    )


def _moment(at: datetime, played_on: date) -> tuple[int, str]:
    at = at.astimezone(UTC)
    return (at.date() - played_on).days, at.isoformat()[10:]
