"""A decision that rests on a plan is that of its item, and no subject is inspected by plan twice in a year."""

from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urlsplit
from uuid import UUID

import msgspec
import pytest
from litestar import Litestar

from backend.core import clock
from backend.core.database import transaction
from backend.core.settings import Settings
from backend.documents.signing import service as signing
from backend.fieldwork.decision_papers import service as papers
from backend.fieldwork.inspections.issue import DecisionNotIssuable
from backend.planning.plans import reading
from schemas.planning.acts import PlanItem
from schemas.planning.words import ItemState, PlanKind
from tests.support import decision_papers, plans_made
from tests.support.people import People, Person
from tests.support.readers import Reader, Readers
from tests.support.signing import PASSPHRASE, Authority, authority


@pytest.fixture
def issuer(app: Litestar, settings: Settings, tmp_path: Path) -> Authority:
    """An authority that this process trusts."""
    del app
    made = authority(tmp_path)
    signing.start(msgspec.structs.replace(settings, demo_pki_dir=made.folder))
    return made


async def planned(people: People) -> tuple[UUID, PlanItem]:
    """An issued plan of this year with one item of the first team, which ends today."""
    today = clock.today()
    item = plans_made.item(
        people.chi.unit.unit_id,
        "Cửa hàng Lan",
        first_day=today - timedelta(days=today.timetuple().tm_yday - 1),
        last_day=today,
    )
    plan_id = await plans_made.in_force(
        people,
        [item],
        kind=PlanKind.THEMATIC,
        year=today.year,
        first_day=date(today.year, 1, 1),
        last_day=date(today.year, 12, 31),
    )
    return plan_id, item


async def save(desk: Reader, form_at: str, people: People, **said: str) -> str:
    """Fill the open form of a decision and save it; the address of its draft."""
    form = desk.form(form_at)
    for name, value in said.items():
        form.fill(name, value)
    form.fill("leader_id", str(people.chi.id))
    form.fill("member_ids", str(people.an.id), str(people.binh.id))
    form.find("no_conflict_declared").checked = True  # type: ignore[union-attr]
    button = next(one for one in form.buttons if one.value == "save")
    assert await desk.try_submit(form, button) == 200, desk.page.text
    return urlsplit(desk.page.url).path


async def refused(address: str, head: Person) -> list[str]:
    """The fields for which the head's signature is refused."""
    document_id, actor = UUID(address.rpartition("/")[2]), head.actor("desk")
    async with transaction():
        view = await papers.read(document_id, actor, None)
    with pytest.raises(DecisionNotIssuable) as why:
        await papers.sign(document_id, view.fields_hash, PASSPHRASE, actor)
    return [one.field for one in why.value.faults]


async def test_a_decision_with_other_contents_or_another_party_than_its_item_is_not_signed(
    people: People, readers: Readers, issuer: Authority
) -> None:
    """Ordinance 11/2016 Art 20.1: the inspection is the one that the plan has."""
    await decision_papers.certified(people.giang, issuer)
    plan_id, item = await planned(people)
    leader, head = await readers.of(people.chi), await readers.of(people.giang)
    await leader.open(f"/desk/plans/{plan_id}/items/{item.item_id}/decision")
    address = await save(leader, "/decision", people, contents="Nguồn gốc hàng hóa\nGiá")
    assert "phải đúng nội dung ấy" in leader.page.text, "it is shown with the draft"
    await head.open(address)
    assert f'action="{address}/sign"' not in head.html
    assert await refused(address, people.giang) == ["contents"]

    await leader.open(f"{address}/edit")
    await save(leader, "/edit", people, contents="nguồn gốc hàng hóa", subject_name="Cửa hàng Mai")
    assert await refused(address, people.giang) == ["subject"]
    await leader.open(f"{address}/edit")
    await save(leader, "/edit", people, subject_name="Cửa hàng Lan")
    await head.open(address)
    assert await head.press(f"{address}/sign", None, passphrase=PASSPHRASE) == 200, head.page.text
    async with transaction():
        seen = await reading.item(item.item_id, people.chi.actor("desk"))
    assert seen.row.state is ItemState.DECIDED


async def test_under_an_item_that_gives_a_criterion_nobody_is_inspected_before_the_plan_names_them(
    people: People, readers: Readers
) -> None:
    """Else a subject that another plan of the year has would be inspected by plan again, compared with nothing."""
    _, named = await planned(people)
    open_to_all = plans_made.changed(
        plans_made.item(
            people.chi.unit.unit_id, "", first_day=named.first_day, last_day=named.last_day
        ),
        subject=None,
        criterion="Cửa hàng xăng dầu",
        address="",
    )
    plan_id = await plans_made.in_force(
        people,
        [open_to_all],
        kind=PlanKind.THEMATIC,
        year=named.first_day.year,
        first_day=named.first_day,
        last_day=date(named.first_day.year, 12, 31),
        number="02/KH-QLTT",
    )
    leader = await readers.of(people.chi)
    await leader.open(f"/desk/plans/{plan_id}/items/{open_to_all.item_id}/decision")
    assert "ghi đối tượng rồi soạn quyết định" in leader.page.text
    assert "/decision" not in leader.page.url
    head = await readers.of(people.giang)
    await head.open(f"/desk/plans/{plan_id}/items/{open_to_all.item_id}/edit")
    assert "Tiêu chí" in head.page.text, "the head names the subject by an amendment"


async def test_a_subject_of_this_years_plan_is_not_inspected_by_plan_beside_its_item(
    people: People, readers: Readers, issuer: Authority
) -> None:
    """Practice B15; Resolution 198/2025/QH15."""
    await decision_papers.certified(people.giang, issuer)
    await planned(people)
    leader = await readers.of(people.chi)
    typed = {
        "ground": "planned",
        "proposal": "Kế hoạch năm của Đội",
        "subject_name": "Cửa hàng Lan",
        "subject_address": "12 phố Huế",
        "place": "Tầng 2",
        "contents": "Nhãn hàng hóa",
    }
    await leader.open("/desk/decisions/new")
    address = await save(leader, "/decisions/new", people, **typed)
    assert "đã có trong kế hoạch số 01/KH-QLTT" in leader.page.text
    assert await refused(address, people.giang) == ["ground"]
    await leader.open(f"{address}/edit")
    await save(leader, "/edit", people, subject_name="Cửa hàng Cúc")
    assert "đã có trong kế hoạch" not in leader.page.text
    await leader.open(f"{address}/edit")
    await save(leader, "/edit", people, subject_name="Cửa hàng Lan", ground="ad_hoc")
    assert "đã có trong kế hoạch" not in leader.page.text, "clear signs of a violation: ad hoc"
