"""The search finds and counts what its reader may see, and never who informed."""

import itertools

import pytest

from backend.core import database
from backend.core.errors import NotAllowed
from backend.insight.search import service
from schemas.insight.search import Sought
from schemas.intake.words import Nature
from tests.integration.insight.test_search import WAYS, counted, followed, found
from tests.support import cases_made
from tests.support import informations as made
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


@pytest.mark.long
async def test_others_find_and_count_nothing_of_a_case(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    await cases_made.sanctioned(people)
    await followed()
    for way in WAYS.values():
        with monkeypatch.context() as patch:
            way(patch)
            for reader in (people.an, people.chi, people.giang, people.khanh, people.phuc):
                assert (await found(reader, "tran mau"))[Sought.CASE] == ["Trần Văn Mẫu"]
                assert await counted(reader, Sought.CASE, "tran mau") == 1
                assert await counted(reader, Sought.INSPECTION, "tran mau") == 1
            for reader in (people.ho, people.duyen, people.dung, people.em):
                assert not {Sought.CASE, Sought.INSPECTION, Sought.PAPER} & set(
                    await found(reader, "tran mau")
                )
                assert await counted(reader, Sought.CASE, "tran mau") == 0
                assert await counted(reader, Sought.PAPER, "tran mau") == 0
            clerk = await found(people.nga, "tran mau")
            assert set(clerk) == {Sought.CASE, Sought.PAPER}


async def test_who_only_administers_finds_people_and_behaviours(people: People) -> None:
    await cases_made.sanctioned(people)
    await followed()
    assert not await found(people.lan, "tran van mau")
    assert (await found(people.lan, "hoai an"))[Sought.PERSON] == ["Nguyễn Hoài An"]
    assert Sought.PERSON not in await found(people.my, "viet dung")
    with pytest.raises(NotAllowed):
        await service.page(people.lan.actor("desk"), Sought.CASE, service.Wanted(text="mau"))
    with pytest.raises(NotAllowed):
        await service.page(people.nga.actor("desk"), Sought.INSPECTION, service.Wanted(text="mau"))


@pytest.mark.parametrize("nature", [Nature.TIP, Nature.DENUNCIATION])
async def test_nobody_finds_who_informed(people: People, nature: Nature) -> None:
    about = [people.an.id] if nature is Nature.DENUNCIATION else []
    await made.registered(people.nga, nature=nature, named_officers=about)
    await followed()
    readers = (people.nga, people.giang, people.khanh)
    assert Sought.INFORMATION in await found(people.khanh, "ruou khong nhan")
    for reader, planted in itertools.product(readers, (*made.PLANTED, "Mai Hoa", "54321", "gieng")):
        assert Sought.INFORMATION not in await found(reader, planted), (reader.username, planted)
    assert await counted(people.khanh, Sought.INFORMATION, "quach") == 0
    for table in ("information_words", "case_words", "paper_words", "search_waiting"):
        kept = await database.fetch(f"SELECT t::text AS kept FROM {table} t")
        for planted in ("Quách", "quach", "987654", "Giếng", "gieng", "đối diện"):
            assert not any(planted in row["kept"] for row in kept), (table, planted)


async def test_whom_a_tip_is_about_neither_finds_nor_counts_it(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    await made.registered(people.nga, named_officers=[people.giang.id])
    await followed()
    for way in WAYS.values():
        with monkeypatch.context() as patch:
            way(patch)
            assert Sought.INFORMATION not in await found(people.giang, "minh phat ruou")
            assert await counted(people.giang, Sought.INFORMATION, "minh phat ruou") == 0
            assert Sought.INFORMATION not in await found(people.chi, "minh phat ruou")
            assert Sought.INFORMATION in await found(people.khanh, "minh phat ruou")
            assert await counted(people.khanh, Sought.INFORMATION, "minh phat ruou") == 1


async def test_what_was_looked_for_is_on_the_log(people: People) -> None:
    await found(people.giang, "rượu Minh Phát")
    await service.page(people.giang.actor("desk"), Sought.CASE, service.Wanted(text="gạo"))
    kept = await database.fetch(
        "SELECT kind, detail::text AS detail FROM access_log WHERE action = 'everything.searched' ORDER BY at"
    )
    assert [row["kind"] for row in kept] == ["search", "search"]
    assert "rượu Minh Phát" in kept[0]["detail"]
