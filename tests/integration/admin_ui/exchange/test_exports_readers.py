"""A list is taken away by whoever sees its page, and by nobody else."""

from collections.abc import Iterator

import pytest

from admin_ui.exported_lists import LISTS
from backend.core.settings import Settings
from tests.support import cases_made, exports
from tests.support.people import People, Person
from tests.support.readers import Readers


def some(people: People) -> Iterator[Person]:
    """One person of each role, and one of another unit."""
    yield from (people.an, people.chi, people.giang, people.khanh, people.lan)
    yield from (people.nga, people.phuc, people.ho)


@pytest.mark.long
async def test_each_list_is_taken_by_the_readers_of_its_page_and_by_nobody_else(
    people: People, readers: Readers
) -> None:
    wrong: list[str] = []
    for person in some(people):
        reader = await readers.of(person)
        for one in LISTS:
            query = "?figure=decisions" if one.name == "behind" else ""
            shown = await reader.look(f"{one.place}{query}")
            asked = await reader.look(f"/desk/exports/new?list={one.name}&{query[1:]}")
            if asked != shown and not (one.name == "inspections" and (shown, asked) == (200, 403)):
                wrong.append(f"{person.username} {one.name}: page {shown}, export {asked}")
    assert wrong == []


@pytest.mark.long
async def test_every_list_is_written_whole_in_both_languages_and_both_formats(
    people: People, readers: Readers, settings: Settings
) -> None:
    await cases_made.sanctioned(people)
    for person, language in ((people.khanh, "vi"), (people.giang, "en")):
        reader = await readers.of(person)
        assert await reader.look("/desk/exports") == 200
        if language == "en":
            await reader.press("/desk/language")
        for one in LISTS:
            if person is people.giang and one.name in ("refusals", "log"):
                continue
            query = f"list={one.name}" + ("&figure=decisions" if one.name == "behind" else "")
            for file in ("xlsx", "csv"):
                taken = await exports.taken(reader, settings, query, file=file)
                assert len(set(taken.headings)) == len(taken.headings), one.name
                assert all(len(row) == len(taken.headings) for row in taken.rows), one.name
                rows = taken.marks["Số dòng" if language == "vi" else "Rows"]
                assert rows == f"{len(taken.rows)}", one.name
