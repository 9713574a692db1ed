"""A list is taken away by whoever sees its page, and by nobody else."""

from collections.abc import Iterator
from urllib.parse import urlencode

import pytest

from admin_ui.exported_lists import LISTS
from backend.core.settings import Settings
from tests.support import cases_made, exports, samples
from tests.support.case_rows import case_of
from tests.support.people import People, Person
from tests.support.readers import Readers


def some(people: People) -> Iterator[Person]:
    """One person of each role, and one of another unit."""
    yield from (people.an, people.chi, people.giang, people.khanh, people.lan)
    yield from (people.nga, people.phuc, people.ho)


def asked_of(name: str, sample_id: object) -> dict[str, str]:
    """What the lists are asked for with that show nothing otherwise."""
    of = {"behind": {"figure": "decisions"}, "sample_records": {"sample": str(sample_id)}}
    return of.get(name, {})


@pytest.mark.long
async def test_each_list_is_taken_by_the_readers_of_its_page_and_by_nobody_else(
    people: People, readers: Readers
) -> None:
    await case_of(people.an, "VV-1")
    sample_id = await samples.drawn(people.khanh, unit_id=people.khanh.unit.unit_id)
    wrong: list[str] = []
    for person in some(people):
        reader = await readers.of(person)
        for one in LISTS:
            query = asked_of(one.name, sample_id)
            shown = await reader.look(one.address(query))
            asked = await reader.look(f"/desk/exports/new?list={one.name}&{urlencode(query)}")
            if asked != shown and not (one.name == "inspections" and (shown, asked) == (200, 403)):
                wrong.append(f"{person.username} {one.name}: page {shown}, export {asked}")
    assert wrong == []


@pytest.mark.long
async def test_every_list_is_written_whole_in_both_languages_and_both_formats(
    people: People, readers: Readers, settings: Settings
) -> None:
    await cases_made.sanctioned(people)
    sample_id = await samples.drawn(people.khanh, unit_id=people.khanh.unit.unit_id)
    written: set[str] = set()
    for person, language in ((people.khanh, "vi"), (people.giang, "en"), (people.lan, "vi")):
        reader = await readers.of(person)
        assert await reader.look("/desk/exports") == 200
        if language == "en":
            await reader.press("/desk/language")
        for one in LISTS:
            query = urlencode({"list": one.name, **asked_of(one.name, sample_id)})
            if await reader.look(f"/desk/exports/new?{query}") in (403, 404):
                continue  # who may: the test above
            written.add(one.name)
            for file in ("xlsx", "csv"):
                taken = await exports.taken(reader, settings, query, file=file)
                assert len(set(taken.headings)) == len(taken.headings), one.name
                assert all(len(row) == len(taken.headings) for row in taken.rows), one.name
                rows = taken.marks["Số dòng" if language == "vi" else "Rows"]
                assert int(rows) >= len(taken.rows), "a dashboard has more sheets than this one"
                assert rows == f"{len(taken.rows)}" or one.name == "dashboard", one.name
    assert written == {one.name for one in LISTS}
