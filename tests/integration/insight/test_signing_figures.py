"""The legal department signs what figures mean: one officer presents, another signs, each definition as it reads."""

from typing import Any

import pytest

from backend.core import clock, database
from backend.core.database import transaction
from backend.insight.figures import definitions
from backend.insight.rules import signing as rules
from backend.insight.rules.signing import Standing
from backend.insight.signing import service as signing
from backend.ledger.service import Refused
from schemas.insight.signing import (
    DefinitionShown,
    FigureObjected,
    FiguresPresented,
    FiguresSigned,
    ObjectionSettled,
)
from tests.support.people import People, Person
from tests.support.publishers import second_publisher
from tests.support.readers import Readers, readers

__all__ = ["readers"]
pytestmark = pytest.mark.usefixtures("app")


def shown(*codes: str) -> list[DefinitionShown]:
    """Definitions as they read today."""
    figures = definitions.in_force(clock.today())
    return [DefinitionShown(code=one, hash=rules.hash_of(figures[one])) for one in codes]


async def said(content: Any, who: Person) -> str:
    """Take an act; its refusal's code, or empty."""
    async with transaction():
        outcome = await signing.take(content, who.actor("desk"))
    return outcome.code if isinstance(outcome, Refused) else ""


async def standing(who: Person, code: str) -> Standing:
    found = await signing.defining(who.actor("desk"))
    return next(
        one.stand.standing for _, group in found.groups for one in group if one.figure.code == code
    )


async def test_a_definition_is_signed_by_another_legal_officer_than_presented_it(
    people: People,
) -> None:
    legal = await second_publisher(people)
    figures = shown("decisions", "fines_imposed")
    assert await said(FiguresSigned(figures=figures), legal) == "figures_not_presented"
    assert await said(FiguresPresented(figures=figures), people.lan) == ""
    assert await standing(people.an, "decisions") is Standing.PRESENTED
    assert await said(FiguresSigned(figures=figures), people.lan) == "figures_not_yours"
    assert await said(FiguresSigned(figures=figures), people.phuc) == "figures_not_yours"
    assert await said(FiguresSigned(figures=figures), legal) == ""
    assert await standing(people.an, "fines_imposed") is Standing.SIGNED
    assert await standing(people.an, "fines_collected") is Standing.NEW
    assert await said(FiguresSigned(figures=figures), legal) == "figures_not_presented", "twice"


async def test_who_presented_does_not_sign(people: People) -> None:
    legal = await second_publisher(people)
    figures = shown("decisions")
    assert await said(FiguresPresented(figures=figures), legal) == ""
    assert await said(FiguresSigned(figures=figures), legal) == "figures_two_persons"


async def test_what_is_signed_is_the_wording_that_was_read(people: People) -> None:
    other = [DefinitionShown(code="decisions", hash="0" * 64)]
    unknown = [DefinitionShown(code="no_such_figure", hash="0" * 64)]
    for figures in (other, unknown, shown("decisions", "decisions")):
        assert await said(FiguresPresented(figures=figures), people.lan) == "figures_other"


async def test_an_objection_holds_a_signature_until_it_is_settled(people: People) -> None:
    legal = await second_publisher(people)
    figures = shown("decisions")
    await said(FiguresPresented(figures=figures), people.lan)
    objection = FigureObjected(figure=figures[0], reason="Thiếu quyết định của Chủ tịch")
    assert await said(objection, people.an) == "figures_not_yours"
    assert await said(objection, legal) == ""
    assert await said(FiguresSigned(figures=figures), legal) == "figures_not_presented"
    found = await signing.defining(legal.actor("desk"))
    (waiting,) = [
        each for _, group in found.groups for one in group for each in one.stand.objections
    ]
    settled = ObjectionSettled(objection_id=waiting.act_id, reason="Đã có ở nhóm khác")
    assert await said(settled, legal) == ""
    assert await said(settled, legal) == "figures_no_objection"
    assert await said(FiguresSigned(figures=figures), legal) == ""


async def test_the_page_says_what_each_figure_means_and_who_signed_it(
    readers: Readers, people: People
) -> None:
    reader = await readers.of(people.an)
    await reader.open("/desk/figures")
    for one in definitions.in_force(clock.today()).values():
        assert one.name.vi in reader.html
    assert "/desk/figures/present" not in reader.html
    administrator = await readers.of(people.lan)
    await administrator.open("/desk/figures")
    assert await administrator.press("/present", reason="Xin ký trước 15/12") == 200
    assert "Đã trình pháp chế." in administrator.html
    legal = await readers.of(await second_publisher(people))
    await legal.open("/desk/figures")
    assert await legal.press("/figures/sign") == 422
    assert "Hãy xác nhận đã đọc." in legal.html
    assert await legal.press("/figures/sign", looked="yes") == 200
    await reader.open("/desk/figures")
    count = len(definitions.in_force(clock.today()))
    assert f"Pháp chế: {count} đã ký, 0 đang chờ ký" in reader.html


async def test_a_figure_is_found_by_a_word_of_its_name_and_stands_below_what_it_is_a_part_of(
    readers: Readers, people: People
) -> None:
    reader = await readers.of(people.an)
    await reader.open("/desk/figures?q=to+chuc")
    said = reader.page.text
    assert said.index("Số đối tượng bị xử phạt") < said.index("Trong đó: tổ chức")
    assert said.count("Số đối tượng bị xử phạt") == 1
    assert "Trong đó: cá nhân" not in said
    await reader.open("/desk/figures?q=khong+co+chi+tieu+nay")
    assert "0 chỉ tiêu phù hợp." in reader.page.text
    # Who presents or signs does so for all of them, so not where some are shown.
    administrator = await readers.of(people.lan)
    await administrator.open("/desk/figures?q=to+chuc")
    assert "/desk/figures/present" not in administrator.html


async def test_an_objection_without_a_reason_is_asked_for_one(
    readers: Readers, people: People
) -> None:
    legal = await readers.of(await second_publisher(people))
    await legal.open("/desk/figures")
    assert await legal.press("/object") == 422
    assert "Hãy ghi lý do" in legal.html
    hostile = "<script>alert(1)</script> =HYPERLINK(1)"
    assert await legal.press("/object", reason=hostile) == 200
    assert "&lt;script&gt;" in legal.html
    assert "<script>alert(1)" not in legal.html


async def test_an_objection_sent_twice_is_one_and_what_was_typed_is_never_lost(
    readers: Readers, people: People
) -> None:
    reader = await readers.of(await second_publisher(people))
    await reader.open("/desk/figures")
    form = reader.form("/object")
    form.fill("reason", "ab")
    assert await reader.try_submit(form, form.buttons[0]) == 422
    assert ">ab</textarea>" in reader.html
    assert reader.html.count("autofocus") == 1, "the page has many figures, and goes to the form"
    form = reader.form("/object")
    form.fill("reason", "Thiếu quyết định của Chủ tịch")
    for _ in range(2):  # the same form, as by the button "back"
        assert await reader.try_submit(form, form.buttons[0]) == 200
    told = "SELECT count(*) FROM ledger_entries WHERE record_kind = 'figures'"
    assert await database.fetchval(told) == 1
    # A definition that reads otherwise by now is refused, and its note stands again in the form.
    administrator = await readers.of(people.lan)
    await administrator.open("/desk/figures")
    form = administrator.form("/present")
    form.fill("figure", f"decisions:{'0' * 64}")
    form.fill("reason", "Xin ký trước 15/12")
    assert await administrator.try_submit(form, form.buttons[0]) == 409
    assert ">\nXin ký trước 15/12</textarea>" in administrator.html
