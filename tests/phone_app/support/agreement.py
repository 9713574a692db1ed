"""Compares the end state on the phone's screen, on the desk's page and in the store."""

import re

import rfc8785

from tests.phone_app.support.office import Office
from tests.phone_app.support.phone import Phone

_PHOTO = re.compile(r'id="photo-([0-9a-f-]{36})"')


async def agree(phone: Phone, office: Office, *inspections: str) -> str:
    """Compare byte for byte everything of which these inspections consist. Returns what was
    counted.

    The phone's screen says that nothing waits, and its database is complete. The ledger holds its
    acts as the phone made them, each once, and no other act of that phone. Each original is in the
    object store, and the desk returns the same bytes. The desk's page shows exactly these
    photographs.
    """
    kept = await phone.kept()
    kept.is_sound()
    assert kept.device is not None
    assert kept.waiting() == []
    await phone.wait_until_stored()

    entries = await office.entries(kept.device)
    assert set(entries) == {one["id"] for one in kept.acts}
    for one in kept.acts:
        assert rfc8785.dumps(one["act"]).decode() == entries[one["id"]]["act"]

    count = 0
    for inspection in inspections:
        count += await _photographs_agree(phone, office, inspection)
        assert await phone.state_of(inspection) == await state_at_the_desk(office, inspection)
    return f"{len(entries)} acts and {count} photographs agree on the phone, the desk and the store"


async def _photographs_agree(phone: Phone, office: Office, inspection: str) -> int:
    photos = {one["id"]: one for one in (await phone.kept()).photos_of(inspection)}
    assert [one["id"] for one in photos.values() if one["state"] != "stored"] == []
    shown = _PHOTO.findall(await office.source_of(f"/desk/inspections/{inspection}"))
    assert sorted(shown) == sorted(photos)
    objects = await office.objects(list(photos))
    for photo_id, photo in photos.items():
        assert objects[photo_id] == (photo["sha256"], photo["size"])
        assert await office.original(photo_id) == photo["sha256"]
    return len(photos)


async def state_at_the_desk(office: Office, inspection: str) -> str:
    """The state of an inspection as the server has it."""
    async with office.database() as connection:
        state: str = await connection.fetchval(
            "SELECT state FROM inspections WHERE id = $1", inspection
        )
    return state
