"""A version of one behaviour edits what the decree provides: drivers, additional penalties, remedies."""

from datetime import date
from functools import partial
from urllib.parse import urlsplit

import pytest

from admin_ui.law.catalogue import provisions_form
from admin_ui.shell.forms import Form
from admin_ui.shell.words import say
from backend.law import books
from backend.law.catalogue import edition_files, service
from backend.law.rules import provisions
from schemas.law.provisions import RemedyKind
from tests.support.people import People
from tests.support.publishers import second_publisher
from tests.support.readers import Reader, Readers

CODE = "ND98-23-4-b"
"""Confiscation of goods and of means, a licence for 1–3 months, no driver."""
RIGHT = {"valid_from": "2026-01-01", "source": "Công báo số 1", "note": "Đã đối chiếu bản gốc"}


async def opened(readers: Readers, people: People) -> Reader:
    desk = await readers.of(people.lan)
    await desk.open(f"/desk/catalogue/{CODE}/publish")
    return desk


async def test_the_confirmer_sees_in_words_what_a_version_provides_instead_and_it_then_counts(
    readers: Readers, people: People
) -> None:
    before = edition_files.drafts(books.newest())[CODE]
    desk = await opened(readers, people)
    form = desk.form("/publish")
    kinds = [form.find(f"extra.{n}.kind").value for n in range(3)]
    assert kinds == ["confiscation:goods", "confiscation:means", "licence_suspension"]
    form.fill("extra.2.least", "6")
    assert await desk.press("/publish", "more_provided_remedies") == 200
    added = len(before.provided_remedies)
    changed = {
        **RIGHT,
        "extra.2.least": "6",
        f"provided_remedies.{added}.kind": "destroy",
        f"provided_remedies.{added}.when": "harmful_goods",
    }
    assert await desk.press("/publish", "", **changed) == 422, "6 to 3 months"
    assert "«Đến (tháng)» không được nhỏ hơn «Từ (tháng)»" in desk.page.text
    assert await desk.press("/publish", "", **{"extra.2.least": "2", "extra.2.most": "6"}) == 200
    for shown in ("1–3 tháng", "2–6 tháng", "hàng gây hại"):
        assert shown in desk.page.text
    assert await desk.press("/publish") == 200
    address = urlsplit(str(desk.page.url)).path
    assert "/proposals/" in address

    second = await readers.of(await second_publisher(people))
    await second.open(address)
    assert "1–3 tháng" in second.page.text
    assert "2–6 tháng" in second.page.text
    assert await second.press("/confirm", looked="yes") == 200
    row = await service.version_at(CODE, date(2026, 5, 1))
    licence = row.extra[2][0]
    assert (row.version, licence.months_least, licence.months_most) == (1, 2, 6)
    assert row.provided_remedies[:-1] == before.provided_remedies
    assert [one.kind for one in row.provided_remedies[-1]] == [RemedyKind.DESTROY]
    assert (row.doublings, row.statute_years) == (before.doublings, before.statute_years)


async def test_a_row_is_left_out_or_offered_instead_of_another(
    readers: Readers, people: People
) -> None:
    desk = await opened(readers, people)
    changed = {**RIGHT, "extra.1.kind": "", "extra.2.join": "or"}
    assert await desk.press("/publish", "", **changed) == 200
    assert "Tịch thu tang vật hoặc Tước quyền sử dụng giấy phép" in desk.page.text
    assert await desk.press("/publish") == 200
    second = await readers.of(await second_publisher(people))
    await second.open(str(desk.page.url).split("?")[0])
    assert await second.press("/confirm", looked="yes") == 200
    row = await service.version_at(CODE, date(2026, 5, 1))
    assert [len(group) for group in row.extra] == [2]


VI = partial(say, "vi")
SUSPENSION = {"extra_rows": ["1"], "extra.0.kind": ["licence_suspension"]}


@pytest.mark.parametrize(
    ("typed", "at", "said"),
    [
        ({"extra.0.least": "1", "extra.0.most": "25"}, "extra.0.most", "từ 1 đến 24"),
        ({"extra.0.least": "6", "extra.0.most": "3"}, "extra.0.most", "không được nhỏ hơn"),
        ({"extra.0.least": "một", "extra.0.most": "3"}, "extra.0.least", "từ 1 đến 24"),
        ({"extra.0.least": "", "extra.0.most": ""}, "extra.0.kind", "cần số tháng từ 1 đến 24"),
        (
            {"extra.0.least": "1", "extra.0.most": "3", "extra.0.value_from": "1.5"},
            "extra.0.value_from",
            "số đồng nguyên",
        ),
    ],
)
def test_what_is_wrong_in_a_row_is_said_at_its_field(
    typed: dict[str, str], at: str, said: str
) -> None:
    """Law on Handling Administrative Violations Art 25: a licence is suspended for 1 to 24 months."""
    form = Form(SUSPENSION | {name: [value] for name, value in typed.items()})
    _, errors = provisions_form.read(form, VI)
    assert list(errors) == [at]
    assert said in errors[at]


def test_every_row_of_the_edition_is_shown_and_read_again_as_it_is() -> None:
    for code, row in edition_files.drafts(books.newest()).items():
        assert provisions.fault(row) is None, code
        form = Form(provisions_form.first(row))
        read, errors = provisions_form.read(form, lambda word, **_: word)
        assert not errors, code
        assert read == (row.drivers, row.extra, row.provided_remedies), code
