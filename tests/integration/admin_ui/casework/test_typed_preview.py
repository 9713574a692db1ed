"""The preview beside the editor shows what stands in the form, and saves nothing of it."""

from collections import Counter
from typing import Any

import pytest

from backend.core.buckets import Buckets
from backend.documents import previewing
from tests.integration.admin_ui.casework.test_papers import begun, button, form_to
from tests.support import cases_made
from tests.support.desk import Desks
from tests.support.people import People


async def laid_out(desk: Any, address: str, **typed: str) -> tuple[int, bytes]:
    """Press the preview's button with these fields changed: the status and the file."""
    await desk.open(address)
    form = form_to(desk.page, address.rsplit("/", 1)[1])
    for name, value in typed.items():
        form.fill(name, value)
    answer = await desk._ask("POST", f"{address}/preview", form.sent())
    return answer.status_code, answer.content


async def test_the_preview_shows_what_is_typed_and_saves_nothing(
    desks: Desks, people: People
) -> None:
    case = await cases_made.recorded(people)
    an = await desks.of(people.an)
    address = await begun(an, case, "MBB02")
    form = form_to(an.page, address.rsplit("/", 1)[1])
    await an.submit(form, button(form, "save"))
    saved = (await an.fetch(f"{address}/preview.pdf")).content
    before = len((await case.facts()).events)

    assert await laid_out(an, address) == (200, saved), "one path: the same words, the same bytes"
    status, typed = await laid_out(an, address, **{"/purpose": "xác minh nguồn gốc hàng hóa"})
    assert status == 200
    assert typed.startswith(b"%PDF")
    assert typed != saved
    status, wrong = await laid_out(
        an, address, **{"/copies": "không", "/started_at": "31/02", "/purpose": "#panic() \\ $x"}
    )
    assert status == 200, "what is typed wrongly is laid out as it is"
    assert wrong.startswith(b"%PDF")
    assert (await an.fetch(f"{address}/preview.pdf")).content == saved
    assert len((await case.facts()).events) == before, "no act was recorded"

    auditor = await desks.of(people.khanh)
    await auditor.open(f"/desk/cases/{case.id}")
    token = next(one.find("csrf_token") for one in auditor.page.forms if one.find("csrf_token"))
    pairs = [("/purpose", "khác"), ("csrf_token", token.value)]
    answer = await auditor._ask("POST", f"{address}/preview", pairs)
    own = (await auditor.fetch(f"{address}/preview.pdf")).content
    assert (answer.status_code, answer.content) == (200, own), "only its writer's words count"


@pytest.mark.long
async def test_an_officer_who_asks_without_end_is_told_to_wait_and_holds_nobody_else_up(
    desks: Desks, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await cases_made.recorded(people)
    an, giang = await desks.of(people.an), await desks.of(people.giang)
    address = await begun(an, case, "MBB02")
    monkeypatch.setattr(previewing._places, "buckets", Buckets(burst=2, per_minute=0.001))
    assert [(await laid_out(an, address))[0] for _ in range(2)] == [200, 200]
    status, said = await laid_out(an, address)
    assert status == 429
    assert "Chưa xem trước được ngay" in said.decode()
    assert (await an.fetch(f"{address}/preview.pdf")).status_code == 429, "one limit for both ways"
    assert (await giang.fetch(f"{address}/preview.pdf")).status_code == 200

    monkeypatch.setattr(previewing._places, "of", Counter({people.giang.id: 2}))
    assert (await giang.fetch(f"{address}/preview.pdf")).status_code == 429, "two are under way"
