"""What stands around every page: what is begun, the first steps, the help, about the system."""

import re

import pytest

from admin_ui.shell.areas import AREAS, AT_MY_WORK_ALONE, IN_THE_BAR, WORK, Module, areas, creations
from admin_ui.shell.help import tours
from backend.core import database
from backend.force.seen import service as seen
from backend.insight.my_work import service as my_work
from tests.support import factories
from tests.support.desk import Desks
from tests.support.people import People

EVERY_ROLE = ("an", "chi", "giang", "khanh", "my", "nga", "phuc")
_SUMMARY = re.compile(r'<ul class="desk-menu-body">(.*?)</ul>', re.DOTALL)
_HREF = re.compile(r'<a href="([^"]+)"')


@pytest.mark.parametrize("name", EVERY_ROLE)
async def test_what_the_rail_and_tao_moi_offer_opens(
    people: People, desks: Desks, name: str
) -> None:
    person = getattr(people, name)
    actor, desk = person.actor(), await desks.of(person)
    begun = _SUMMARY.search((await desk.fetch("/desk/")).text)
    offered = _HREF.findall(begun[1]) if begun else []
    assert offered == [one.href for one in creations(actor)]
    rail = [one.href for one in areas(actor) if one.href != IN_THE_BAR]
    for address in [*offered, *rail]:
        assert (await desk.fetch(address)).status_code == 200, address


async def test_who_begins_nothing_has_no_button_for_it(people: People, desks: Desks) -> None:
    page = await (await desks.of(people.khanh)).open("/desk/")
    assert page.text.count("Tạo mới") == (2 if creations(people.khanh.actor()) else 0)


async def test_the_first_steps_are_put_away_for_good_and_come_back_when_asked_for(
    people: People, desks: Desks
) -> None:
    desk = await desks.of(people.nga)
    title = "Bắt đầu công việc của bạn"
    page = await desk.open("/desk/")
    assert title in page.text
    assert "Sổ đăng ký văn bản đi" in page.text
    html = (await desk.fetch("/desk/")).text
    assert 'class="card check tour-card" open>' in html, "nothing waits for this clerk"
    page = await desk.submit(desk.form("/desk/help"))
    assert title not in page.text
    assert title not in (await (await desks.of(people.nga)).open("/desk/")).text, "a new session"
    assert title in (await (await desks.of(people.oanh)).open("/desk/")).text, "another clerk"
    page = await desk.open("/desk/help")
    assert title in page.text
    page = await desk.submit(desk.form("/desk/help"))
    assert "Các bước đã hiện lại" in page.text
    assert title in (await desk.open("/desk/")).text


@pytest.mark.parametrize("name", EVERY_ROLE)
def test_every_role_has_first_steps_on_pages_of_its_own(people: People, name: str) -> None:
    tour = tours.of(getattr(people, name).actor())
    assert tour is not None
    assert len(tour.steps) >= 3
    assert len(tour.steps) == len(tours.TOURS[tour.role]), "no step is on a page that is not there"


async def test_an_officer_without_a_role_has_help_and_no_first_steps(
    people: People, desks: Desks
) -> None:
    desk = await desks.of(people.nga)
    await database.execute("DELETE FROM officer_roles WHERE officer_id = $1", people.nga.id)
    for address in ("/desk/", "/desk/help", "/desk/about", "/desk/style"):
        answer = await desk.fetch(address)
        assert answer.status_code == 200, address
        assert "Bắt đầu công việc của bạn" not in answer.text


async def test_an_officer_reads_which_version_runs_if_it_works_and_whom_to_call(
    people: People, desks: Desks
) -> None:
    page = (await (await desks.of(people.an)).open("/desk/about")).text
    assert "0.2.0" in page
    assert people.my.full_name in page
    assert page.index(people.my.full_name) < page.index(people.lan.full_name), "the nearest first"
    other = (await (await desks.of(people.dung)).open("/desk/about")).text
    assert people.my.full_name not in other, "an administrator of another department"
    assert people.lan.full_name in other


async def test_a_record_that_is_out_of_sight_leaves_the_list_of_those_seen_lately(
    people: People, desks: Desks
) -> None:
    work = await factories.submitted(people)
    desk = await desks.of(people.giang)
    record = f"/desk/inspections/{work.id}"
    await desk.open(record)
    assert f'href="{record}"' in (await desk.fetch("/desk/help")).text
    await seen.opened(people.ho.actor(), record, "Một hồ sơ từng thấy")  # before it was moved
    foreign = await desks.of(people.ho)
    assert f'href="{record}"' in (await foreign.fetch("/desk/help")).text
    assert (await foreign.fetch(record)).status_code == 404
    assert f'href="{record}"' not in (await foreign.fetch("/desk/help")).text


async def test_a_record_of_a_kind_that_is_closed_to_its_reader_leaves_it_too(
    people: People, desks: Desks
) -> None:
    record = f"/desk/people/{people.an.id}"
    await seen.opened(people.giang.actor(), record, people.an.full_name)  # as an administrator
    desk = await desks.of(people.giang)
    assert f'href="{record}"' in (await desk.fetch("/desk/help")).text
    assert (await desk.fetch(record)).status_code == 403
    assert f'href="{record}"' not in (await desk.fetch("/desk/help")).text


def test_every_kind_of_work_is_counted_at_an_area_or_at_my_work_alone() -> None:
    assert set(WORK) | AT_MY_WORK_ALONE == set(my_work.KINDS)
    assert not set(WORK) & AT_MY_WORK_ALONE
    assert {one for one in WORK.values() if isinstance(one, str) and one not in set(Module)} <= {
        one.href for one in AREAS
    }


async def test_the_rail_counts_what_waits_at_each_of_its_entries(
    people: People, desks: Desks
) -> None:
    await factories.submitted(people, photos=1)
    desk = await desks.of(people.giang)
    await desk.open("/desk/")  # which counts
    rail = (await desk.fetch("/desk/help")).text
    rail = rail[rail.index('class="rail-entries"') :]
    entry = rail[rail.index("Kiểm tra</span>") :]
    assert "1 việc chờ bạn" in entry[: entry.index("</summary>")]
