"""A list of steps is checked, rehearsed and carried out; an interrupted run goes on where it stood."""

import asyncio
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from litestar import Litestar

from backend.core import database
from backend.core.database import transaction
from backend.force.units import steps as service
from deploy import restructure
from schemas.force.restructuring import Step, Steps
from schemas.force.restructuring_acts import Ordered
from tests.support import cases_made, restructured, workbooks
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


def step(what: Any, code: str, to: str | None = None, **more: Any) -> Step:
    given: dict[str, Any] = {"valid_from": cases_made.today(), "decision": restructured.ORDER}
    return Step(what=what, code=code, to=to, **(given | more))


THREE_TO_TWO = Steps(
    steps=[
        step(
            "create", "91", "00", kind="industry_department", name_vi="Sở thử", name_en="Department"
        ),
        step("move", "01", "91"),
        step("merge", "48", "01"),
        step("rename", "4801", name_vi="Đội số 3 thử", name_en="Team 3", new_code="0103"),
        step("merge", "0102", "0101"),
    ]
)


async def run(steps: Steps, mode: restructure.Mode) -> tuple[int, list[str]]:
    lines: list[str] = []
    return await restructure.run(steps, mode, lines.append), lines


async def whole() -> list[list[Any]]:
    """All that a restructuring may change, and how long the ledger is."""
    units = await database.fetch("SELECT * FROM units ORDER BY id")
    people = await database.fetch("SELECT * FROM officers ORDER BY id")
    entries = await database.fetch("SELECT count(*) FROM ledger_entries")
    rewritten = await database.fetch("SELECT count(*) FROM path_rewrites")
    return [[tuple(row) for row in found] for found in (units, people, entries, rewritten)]


async def test_a_rehearsal_says_what_would_be_done_and_changes_nothing(
    app: Litestar, people: People
) -> None:
    await cases_made.recorded(people)
    before = await whole()
    code, told = await run(THREE_TO_TWO, "rehearse")
    assert code == 0
    assert await whole() == before
    code, done = await run(THREE_TO_TWO, "carry_out")
    assert code == 0
    assert counts(told) == counts(done)
    assert "cases 1" in done[2]
    assert "officers 3" in done[3]


def counts(lines: list[str]) -> list[str]:
    """The lines of steps, without how long each took."""
    return [line.rpartition(" (")[0] for line in lines if line[:1].isdigit()]


async def test_a_run_that_was_interrupted_goes_on_where_it_stood(
    app: Litestar, people: People
) -> None:
    actor = restructured.operator(people)
    async for one in service.carry_out(THREE_TO_TWO, actor):
        if one.number == 3:
            break
    entries = "SELECT count(*) FROM ledger_entries WHERE record_kind = 'unit'"
    assert await database.fetchval(entries) == 3
    code, lines = await run(THREE_TO_TWO, "carry_out")
    assert code == 0
    assert [("done before" in line) for line in lines if line[:1].isdigit()] == [True] * 3 + [
        False
    ] * 2
    assert await database.fetchval(entries) == 5
    code, lines = await run(THREE_TO_TWO, "carry_out")
    assert all("done before" in line for line in lines if line[:1].isdigit())
    assert await database.fetchval(entries) == 5


async def test_a_list_with_a_mistake_is_not_begun(app: Litestar, people: People) -> None:
    wrong = Steps(steps=[*THREE_TO_TWO.steps, step("merge", "0102", "0101")])
    before = await whole()
    for mode in ("check", "rehearse", "carry_out"):
        code, lines = await run(wrong, mode)  # type: ignore[arg-type]
        assert code == 1
        assert lines[0].startswith("bước / step 6 (merge 0102)")
    assert await whole() == before


async def test_what_was_written_at_a_former_place_meanwhile_is_put_right(
    app: Litestar, people: People
) -> None:
    case = await cases_made.recorded(people)
    two = Steps(steps=THREE_TO_TWO.steps[:2])
    code, _ = await run(two, "carry_out")
    assert code == 0
    path = people.units["0101"].as_tuple()
    await database.execute(
        "UPDATE cases SET unit_1 = $2, unit_2 = $3, unit_3 = $4, unit_4 = $5 WHERE id = $1",
        case.id,
        *path,
    )
    async with transaction():
        assert await service.settle(two, restructured.operator(people), _open) == 1
    where = "SELECT unit_4 FROM cases WHERE id = $1"
    assert await database.fetchval(where, case.id) == people.units["0101"].unit_id


_open = restructure._open_already


def test_a_workbook_says_the_same_as_a_file_of_json(tmp_path: Path) -> None:
    """Codes as text, days as typed here, the decision in columns of its own, pairs behind colons; no empty rows."""
    names = [
        *("what", "code", "to", "valid_from", "new_code", "name_vi", "name_en", "units", "officers", "areas"),
        *("decision_number", "decision_decided_on", "decision_by", "decision_scan"),
    ]  # fmt: skip
    said = ["40/2025/NĐ-CP", date(2025, 2, 26), "Chính phủ", "CV 12"]
    day = date(2025, 3, 1)
    pairs = ["010101:0103; 010102:0104", "an:0104", "00082:0104;00070:0103"]
    lines = [
        ["merge", "0102", "0101", day, None, None, None, None, None, None, *said],
        [None] * len(names),
        ["split", "0101", "0103", day, None, None, None, *pairs, *said],
        ["rename", "0104", None, day, "0199", "Đội 4", "Team 4", None, None, None, *said],
    ]
    file = tmp_path / "steps.xlsx"
    file.write_bytes(asyncio.run(workbooks.book(names, lines)))
    order = Ordered(number="40/2025/NĐ-CP", decided_on=date(2025, 2, 26), by="Chính phủ", scan="CV 12")  # fmt: skip
    given: dict[str, Any] = {"valid_from": day, "decision": order}
    assert restructure.read(file) == Steps(
        steps=[
            Step(what="merge", code="0102", to="0101", **given),
            Step(
                what="split",
                code="0101",
                to="0103",
                units={"010101": "0103", "010102": "0104"},
                officers={"an": "0104"},
                areas={"00082": "0104", "00070": "0103"},
                **given,
            ),
            Step(what="rename", code="0104", new_code="0199", name_vi="Đội 4", name_en="Team 4", **given),
        ]
    )  # fmt: skip
    wrong = ["sell", *lines[0][1:]]
    file.write_bytes(asyncio.run(workbooks.book(names, [wrong])))
    with pytest.raises(restructure.Failure, match="no list of steps"):
        restructure.read(file)


def test_a_list_is_read_from_json_and_its_mistakes_are_told(tmp_path: Path) -> None:
    file = tmp_path / "steps.json"
    said = {
        "what": "merge",
        "code": "0102",
        "to": "0101",
        "valid_from": "2025-03-01",
        "decision": {"number": "1", "decided_on": "2025-02-26", "by": "UBND"},
    }
    file.write_text(json.dumps({"steps": [said]}), encoding="utf-8")
    assert restructure.read(file).steps[0].to == "0101"
    file.write_text(json.dumps({"steps": [said | {"what": "sell"}]}), encoding="utf-8")
    with pytest.raises(restructure.Failure, match="no list of steps"):
        restructure.read(file)
