"""Days and numbers that are typed wrongly: told at their field with what to write instead, and never a broken page."""

import httpx
import pytest
from litestar import Litestar

from deploy.demo.pages import Page
from tests.support import cases_made
from tests.support.doors import Desk
from tests.support.people import People
from tests.support.readers import Readers


async def typed(desk: Desk, act: str, step: str, **changed: str) -> httpx.Response:
    """The act's form as it is filled from the minutes, with other values typed over it."""
    shown = Page((await desk.http.get(act)).text, f"https://desk.test{act}")
    form = next(one for one in shown.forms if act in one.action)
    pairs: dict[str, list[str]] = {}
    for name, value in form.sent(form.buttons[0]):
        pairs.setdefault(name, []).append(value)
    changed_pairs = {name: [value] for name, value in changed.items()} | {"step": [step]}
    return await desk.http.post(act, data=pairs | changed_pairs)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("violations.0.ended_on", "31/02/2026", "không phải ngày có thật"),
        ("detected_on", "1999", "không phải ngày có thật"),
        ("recorded_at", "2026-13-01T10:00", "không phải ngày giờ có thật"),
        ("party.birth_date", "hôm qua", "không phải ngày có thật"),
        ("violations.0.goods_value", "15,5", "số đồng nguyên"),
        ("violations.0.goods_value", "1.5", "số đồng nguyên"),
    ],
)
async def test_what_the_minutes_say_typed_over_wrongly_is_told_at_its_field(
    app: Litestar, people: People, field: str, value: str, said: str
) -> None:
    case = await cases_made.inspected(people)
    await cases_made.minuted(case)
    an = await Desk.of(app, people.an, people)
    act = f"/desk/cases/{case.id}/acts/violation.recorded"
    wrong = await typed(an, act, "record", **{field: value})
    assert wrong.status_code == 422
    assert said in wrong.text
    assert f'<input id="f-{field}"' in wrong.text, "it can be typed anew"
    assert (await typed(an, act, "correct", **{field: value})).status_code == 200
    await an.close()


@pytest.mark.parametrize("value", ["15.000.000", "15 000 000 đ", "15000000đồng"])
async def test_a_day_and_a_sum_are_taken_as_people_here_write_them(
    app: Litestar, people: People, value: str
) -> None:
    case = await cases_made.inspected(people)
    await cases_made.minuted(case)
    an = await Desk.of(app, people.an, people)
    act = f"/desk/cases/{case.id}/acts/violation.recorded"
    day = f"{cases_made.today():%d/%m/%Y}"
    changed = {"detected_on": day, "violations.0.goods_value": value}
    answer = await typed(an, act, "sure", **changed)
    assert answer.status_code == 303, Page(answer.text, "").text
    recorded = (await case.facts()).recorded
    assert recorded is not None
    assert recorded.detected_on == cases_made.today()
    await an.close()


async def test_an_organisation_s_birthday_is_refused_with_what_to_do_and_stays_typed(
    readers: Readers, people: People
) -> None:
    giang = await readers.of(people.giang)
    await giang.open("/desk/cases/new/file")
    party = {"kind": "organisation", "name": "Công ty Sao Mai", "birth_date": "1/2/1980"}
    typed = {f"party.{name}": value for name, value in party.items()}
    assert await giang.press("/desk/cases/new/file", "", **typed) == 422
    assert "«Ngày sinh» không ghi khi «Loại» là «tổ chức, doanh nghiệp»" in giang.page.text
    assert 'value="1/2/1980"' in giang.html
    assert 'value="Công ty Sao Mai"' in giang.html


async def test_a_scan_far_too_large_is_told_with_what_to_do(app: Litestar, people: People) -> None:
    case = await cases_made.inspected(people)
    document = await case.paper("BC", people.an)
    an = await Desk.of(app, people.an, people)
    token = {"csrf_token": await an.form_token()}
    answer = await an.http.post(
        f"/desk/documents/{document}/scan",
        data=token,
        files={"scan": ("a.pdf", b"%PDF-1.7\n" + bytes(25_000_000), "application/pdf")},
    )
    assert answer.status_code == 413
    assert "300 dpi" in answer.text
    await an.close()
