"""The search finds and counts what its reader may see, and never who informed."""

import itertools

import pytest

from backend.core import database
from backend.core.database import transaction
from backend.core.errors import NotAllowed
from backend.insight.queries import search_lists
from backend.insight.search import service
from backend.intake.informations import service as intake
from backend.ledger import service as ledger
from schemas.casework.words import InformationSource
from schemas.insight.search import Results, Sought
from schemas.intake.words import Nature
from tests.integration.insight.test_search import WAYS, counted, followed, found
from tests.integration.intake.test_what_comes_of_it import proposed
from tests.support import cases_made
from tests.support import informations as made
from tests.support.people import People, Person
from tests.support.readers import Readers, readers

__all__ = ["readers"]
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


@pytest.mark.parametrize("few", [0, 100])
async def test_a_number_of_a_case_is_found_by_who_sees_the_case_alone(
    people: People, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    case = await cases_made.sanctioned(people)
    await followed()
    monkeypatch.setattr(search_lists, "FEW", few)
    for reader in (people.an, people.giang, people.khanh):
        assert (await found(reader, "999000"))[Sought.CASE] == ["Trần Văn Mẫu"]
        assert await counted(reader, Sought.CASE, "999000") == 1
    for reader in (people.ho, people.duyen, people.dung, people.em):
        assert Sought.CASE not in await found(reader, "999000")
        assert await counted(reader, Sought.CASE, "999000") == 0
    # Who works on it sees it, whatever its unit; nobody else of that officer's unit does.
    await database.execute(
        "INSERT INTO case_officers (case_id, officer_id, role) VALUES ($1, $2, 'member')",
        case.id,
        people.dung.id,
    )
    assert (await found(people.dung, "999000"))[Sought.CASE] == ["Trần Văn Mẫu"]
    assert Sought.CASE not in await found(people.em, "999000")


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


async def turned_into_one_about(people: People, officer: Person, information_id: object) -> None:
    """The head of the team finds that it is about an officer of the force: it is hidden from that officer."""
    async with transaction():
        ledger.unwrap(
            await intake.classify(
                information_id,  # type: ignore[arg-type]  # the id of a record that was made
                Nature.TIP,
                "Người cung cấp nói về một công chức.",
                people.chi.actor("desk"),
                named_officers=[officer.id],
            )
        )


@pytest.mark.long
async def test_a_case_is_called_by_the_words_of_its_tip_only_before_who_may_see_the_tip(
    people: People, readers: Readers
) -> None:
    """In lists, box, results, records seen last, fields that search; at once when it becomes one about the reader."""
    words, typed = "Kho rượu lậu sau chợ Bưởi", "kho ruou cho buoi"
    tip = await made.registered(
        people.an, source=InformationSource.OFFICER, matter=made.matter(summary=words)
    )
    case_id = await proposed(people.an, tip.id)
    await database.execute("UPDATE cases SET subject_name = NULL WHERE id = $1", case_id)
    await followed()
    an, giang = await readers.of(people.an), await readers.of(people.giang)
    for reader in (an, giang):
        await reader.open("/desk/cases")
        assert words in reader.html, "nobody knows the party, so the tip names the case"
        await reader.open(f"/desk/cases/{case_id}")
        await reader.open(f"/desk/informations/{tip.id}")
        await reader.open("/desk/find?q=" + typed.replace(" ", "+"))
        assert f"/desk/informations/{tip.id}" in reader.html
    # Intake takes no such act any more once a case rests on it: the row alone keeps it from view.
    await database.execute(
        "UPDATE informations SET named_officers = ARRAY[$2::uuid] WHERE id = $1",
        tip.id,
        people.an.id,
    )
    for again in (False, True):
        if again:
            await followed()
        for address in (
            "/desk/",
            "/desk/cases",
            f"/desk/cases/{case_id}",
            "/desk/find?q=" + typed.replace(" ", "+"),
            "/desk/search?q=" + typed.replace(" ", "+"),
            f"/desk/search?kind=information&q={typed.replace(' ', '+')}",
            "/desk/search?kind=case&q=VV",
            "/desk/choose/parties?q=minh+phat",
        ):
            assert await an.look(address) == 200, address
            for one in ("chợ Bưởi", "Bưởi</mark>"):
                assert one not in an.html, (address, one)
            assert "/find" not in address or str(tip.id) not in an.html
        assert await counted(people.an, Sought.INFORMATION, typed) == 0
        await giang.open("/desk/cases")
        assert words in giang.html
        assert await counted(people.giang, Sought.INFORMATION, typed) == 1


async def test_a_hidden_tip_leaves_no_count_no_page_and_no_other_try(people: People) -> None:
    """Whom it is about is answered as if it were not there: the words whole, their beginnings, and page by page."""
    for about in ([], [people.giang.id]):
        await made.registered(people.nga, named_officers=about)
    await made.registered(
        people.nga, named_officers=[people.giang.id], matter=made.matter(goods="Thuốc nổ")
    )
    await followed()

    async def first(who: Person, text: str) -> Results:
        wanted = service.Wanted(text=text)
        return await service.page(who.actor("desk"), Sought.INFORMATION, wanted, limit=1)

    page = await first(people.giang, "minh phat ruou ")
    assert (len(page.hits), page.count, page.next) == (1, 1, None)
    assert (await first(people.khanh, "minh phat ruou ")).count == 3
    # What only a hidden one says, whole or begun, is answered as what nothing says.
    for text in ("thuoc no ", "thuo n"):
        assert await first(people.giang, text) == await first(people.giang, "qwxyz ")
        assert Sought.INFORMATION not in await found(people.giang, text)
    assert (await first(people.khanh, "thuoc no ")).count == 1
