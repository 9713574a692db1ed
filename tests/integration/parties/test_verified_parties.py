"""`verify` finds a party that was changed without an act."""

from datetime import date

import pytest

from backend.core import database
from schemas.core.ids import new_id
from schemas.parties import acts
from schemas.parties.words import LicenceKind
from tests.support import parties_made
from tests.support.people import People
from tests.support.verifying import verify


async def found() -> list[str]:
    report = await verify()
    return [one.what for one in report.findings if "party " in one.where]


@pytest.mark.usefixtures("app")
async def test_what_was_changed_without_an_act_is_found(people: People) -> None:
    party_id = await parties_made.registered(people.an)
    licence = acts.LicenceRecorded(
        licence_id=new_id(),
        kind=LicenceKind.ALCOHOL,
        title=None,
        number="12/GP",
        issuer=None,
        issued_on=None,
        valid_from=None,
        valid_to=date(2031, 1, 4),
    )
    await parties_made.done(people.an, party_id, licence)
    await parties_made.done(people.an, party_id, acts.AreaOfficerSet(officer_id=people.binh.id))
    assert await found() == []
    for change, back, said in (
        (
            "UPDATE subjects SET name = 'Khác' WHERE id = $1",
            "UPDATE subjects SET name = 'Công ty TNHH Hoa Sen' WHERE id = $1",
            "name is not what its acts say",
        ),
        (
            "UPDATE subjects SET area_officer_id = NULL WHERE id = $1",
            f"UPDATE subjects SET area_officer_id = '{people.binh.id}' WHERE id = $1",
            "area_officer_id is not what its acts say",
        ),
        (
            "UPDATE party_licences SET valid_to = '2032-01-04' WHERE party_id = $1",
            "UPDATE party_licences SET valid_to = '2031-01-04' WHERE party_id = $1",
            "its licences are not what its acts say",
        ),
        (
            "DELETE FROM party_identifiers WHERE party_id = $1",
            "INSERT INTO party_identifiers VALUES ($1, 'enterprise_code', '0100109106')",
            "its numbers are not what its last correction says",
        ),
    ):
        await database.execute(change, party_id)
        assert await found() == [said]
        await database.execute(back, party_id)
    assert await found() == []


@pytest.mark.usefixtures("app")
async def test_a_merge_that_no_act_says_is_found(people: People) -> None:
    """A party that is merged into another is in no list: a row that says so hides it, with its sanctions."""
    one, other = [await parties_made.registered(people.an) for _ in range(2)]
    assert await found() == []
    hidden = "UPDATE subjects SET merged_into = $2 WHERE id = $1"
    await database.execute(hidden, other, one)
    assert await found() == ["which parties were merged into it is not what its acts say"]
