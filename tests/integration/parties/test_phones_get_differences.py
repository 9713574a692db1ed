"""A phone gets a party anew when what it keeps of it was corrected, and not for what it does not keep."""

import msgspec

from backend.core.database import transaction
from backend.ledger import service as ledger
from backend.ledger.opened import mark_of
from backend.parties import recording
from schemas.parties import acts
from tests.support import parties_made
from tests.support.offline_data import pack
from tests.support.parties_made import SHOP
from tests.support.people import People
from tests.support.phone import Phones


async def test_a_correction_reaches_phones_and_an_area_officer_does_not(
    phones: Phones, people: People
) -> None:
    party_id = await parties_made.registered(people.chi)
    mine = await pack(phones, people.an)
    await mine.pull()
    assert mine.business(party_id)["name"] == SHOP.name
    await parties_made.done(people.chi, party_id, acts.AreaOfficerSet(officer_id=people.binh.id))
    assert [entry for page in await mine.pull() for entry in page["entries"]] == []
    renamed = msgspec.structs.replace(SHOP, name="Công ty TNHH Sen Vàng")
    async with transaction():
        outcome = await recording.correct(
            party_id,
            acts.PartyCorrected(party=renamed),
            mark_of(SHOP),
            people.chi.actor(),
        )
    ledger.unwrap(outcome)
    told = [entry["id"] for page in await mine.pull() for entry in page["entries"]]
    assert told == [str(party_id)]
    assert mine.business(party_id)["name"] == renamed.name
