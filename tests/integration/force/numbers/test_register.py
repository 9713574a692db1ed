"""The register has no gap and no double, whoever asks at once and whatever is rolled back."""

import asyncio
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from backend.core import database
from backend.core.database import transaction
from backend.core.errors import Conflict
from backend.force.numbers import service as numbering
from backend.force.numbers.service import Issuer, NumberNotVoidable
from schemas.core.ids import new_id
from tests.support.people import People
from tests.support.sampling import Sample

pytestmark = pytest.mark.usefixtures("pool")
FORM, YEAR = "QĐ-KT", 2026


class PaperFell(Exception):
    """The paper did not stand after its number was taken."""


async def issue(issuer: Issuer, paper: UUID, falls: bool = False) -> int:
    async with transaction():
        taken = await numbering.take(issuer, FORM, YEAR, paper)
        if falls:
            raise PaperFell
    return taken.number


async def test_of_32_issuers_at_once_none_skips_and_none_doubles(people: People) -> None:
    unit = Issuer(kind="unit", id=people.giang.unit.unit_id)
    outcomes = await asyncio.gather(
        *(issue(unit, uuid4(), falls=turn % 4 == 0) for turn in range(32)), return_exceptions=True
    )
    numbers = [found for found in outcomes if isinstance(found, int)]
    assert sum(isinstance(found, PaperFell) for found in outcomes) == 8
    assert sorted(numbers) == list(range(1, 25))
    assert await numbering.missing_numbers(unit, FORM, YEAR) == []


async def test_a_paper_keeps_the_number_it_has_and_gets_no_second(people: People) -> None:
    unit, paper = Issuer(kind="unit", id=people.giang.unit.unit_id), uuid4()
    assert await issue(unit, paper) == await issue(unit, paper) == 1
    with pytest.raises(Conflict) as refused:
        await issue(Issuer(kind="unit", id=people.ho.unit.unit_id), paper)
    assert refused.value.problem_code == "document_numbered"


async def test_the_register_itself_refuses_to_go_back(people: People) -> None:
    unit = Issuer(kind="unit", id=people.giang.unit.unit_id)
    await issue(unit, uuid4())
    for change in (
        "UPDATE document_numbers SET document_id = gen_random_uuid()",
        "UPDATE document_numbers SET state = 'reserved', document_id = NULL",
        "DELETE FROM document_numbers",
        "UPDATE document_numbers SET number = 7",
    ):
        with pytest.raises((asyncpg.RestrictViolationError, asyncpg.InsufficientPrivilegeError)):
            await database.execute(change)
    async with transaction():
        await numbering.void(unit, FORM, YEAR, 1, "viết nhầm biểu mẫu")
        await numbering.void(unit, FORM, YEAR, 1, "viết nhầm biểu mẫu")
    for number, reason in ((1, "lý do khác"), (2, "chưa cấp")):
        with pytest.raises(NumberNotVoidable):
            async with transaction():
                await numbering.void(unit, FORM, YEAR, number, reason)
    with pytest.raises(asyncpg.RestrictViolationError):
        await database.execute(
            "UPDATE document_numbers SET state = 'used', document_id = gen_random_uuid()"
        )


class Register(RuleBasedStateMachine):
    """An officer who takes numbers at the desk and on two phones, against a plain model of the register."""

    loop: asyncio.AbstractEventLoop
    bridge: Any
    people: People
    phones: tuple[UUID, UUID]

    def __init__(self) -> None:
        super().__init__()
        self.form = f"T{uuid4().hex[:12]}"  # a register of its own each run
        self.issuer = Issuer(kind="officer", id=self.people.an.id)
        self.model: dict[int, tuple[str, UUID | None]] = {}
        self.by_hand: set[int] = set()
        self.blocks: dict[UUID, tuple[UUID, list[int], bool]] = {}

    def run(self, work: Any) -> Any:
        async def joined() -> Any:
            async with transaction():
                return await work

        return asyncio.run_coroutine_threadsafe(joined(), self.loop).result(timeout=30)

    @rule()
    def take(self) -> None:
        paper = uuid4()
        taken = self.run(numbering.take(self.issuer, self.form, YEAR, paper))
        assert taken.number == len(self.model) + 1
        self.model[taken.number] = ("used", paper)

    @rule(phone=st.integers(0, 1), size=st.integers(1, 6))
    def reserve(self, phone: int, size: int) -> None:
        device = self.phones[phone]
        block = self.run(numbering.reserve_block(self.people.an.id, device, self.form, YEAR, size))
        if block.id not in self.blocks:
            assert block.first == len(self.model) + 1
            numbers = list(range(block.first, block.last + 1))
            self.blocks[block.id] = (device, numbers, True)
            self.model |= dict.fromkeys(numbers, ("reserved", None))
        else:
            assert self.blocks[block.id][0] == device
            free = [n for n in self.blocks[block.id][1] if self.model[n][0] == "reserved"]
            assert 2 * len(free) >= size

    @precondition(lambda self: self.model)
    @rule(data=st.data(), phone=st.integers(0, 1))
    def use(self, data: st.DataObject, phone: int) -> None:
        number = data.draw(st.integers(1, len(self.model) + 1))
        paper, device = uuid4(), self.phones[phone]
        fault = self.run(
            numbering.use_reserved(self.people.an.id, device, self.form, YEAR, number, paper)
        )
        lent = any(number in nums and of == device for of, nums, _ in self.blocks.values())
        state, document = self.model.get(number, ("", None))
        late = state == "void" and document is None and number not in self.by_hand
        assert (fault is None) == (lent and (state == "reserved" or late))
        if fault is None:
            self.model[number] = ("used", paper)

    @precondition(lambda self: self.model)
    @rule(data=st.data())
    def void(self, data: st.DataObject) -> None:
        number = data.draw(st.integers(1, len(self.model)))
        if self.model[number][0] == "void":
            return
        self.run(numbering.void(self.issuer, self.form, YEAR, number, "hỏng"))
        self.model[number] = ("void", self.model[number][1])
        self.by_hand.add(number)

    @precondition(lambda self: any(is_open for *_, is_open in self.blocks.values()))
    @rule(data=st.data())
    def close(self, data: st.DataObject) -> None:
        chosen = data.draw(st.sampled_from(sorted(self.blocks, key=str)))
        device, numbers, _ = self.blocks[chosen]
        at = self.run(database.fetchval("SELECT now()"))
        self.run(numbering.close_block(chosen, "hết năm", new_id(), at))
        self.blocks[chosen] = (device, numbers, False)
        for number in numbers:
            if self.model[number][0] == "reserved":
                self.model[number] = ("void", None)

    @invariant()
    def every_number_is_used_void_or_lent(self) -> None:
        rows = self.run(
            database.fetch(
                "SELECT number, state, document_id FROM document_numbers WHERE form = $1"
                " ORDER BY number",
                self.form,
            )
        )
        found = {row["number"]: (row["state"], row["document_id"]) for row in rows}
        assert found == self.model
        assert self.run(numbering.missing_numbers(self.issuer, self.form, YEAR)) == []


async def test_whatever_is_taken_lent_used_voided_or_closed_the_register_stays_whole(
    people: People, sample: Sample
) -> None:
    phones = (uuid4(), uuid4())
    for phone in phones:
        await database.execute(
            "INSERT INTO devices (id, enrolled_by, unit_id, unit_1, unit_2, unit_3, unit_4, name, public_key)"
            " VALUES ($1, $2, $3, $4, $5, $6, $7, 'máy thử', '{}')",
            phone,
            people.an.id,
            people.an.unit.unit_id,
            *people.an.unit.as_tuple(),
        )
    machine = type(
        "Played",
        (Register,),
        {"loop": asyncio.get_running_loop(), "people": people, "phones": phones},
    )
    played = machine.TestCase
    played.settings = settings(
        max_examples=25 if sample.whole else 6,
        stateful_step_count=25,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    await asyncio.to_thread(played().runTest)
