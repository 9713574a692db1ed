"""An auditor is told what nobody waits for: photographs that nobody opened, exceptions that nobody checked."""

from datetime import timedelta

import pytest

from backend.casework.exceptions.nobody_looked import nobody_looked
from backend.casework.queries import exceptions
from backend.core import access_log, clock, database
from backend.core.errors import NotAllowed
from schemas.core.ids import new_id
from tests.support import factories
from tests.support.people import People, Person

pytestmark = pytest.mark.usefixtures("pool")


async def opens(work: factories.Work, person: Person, action: str) -> None:
    """A person opens the first photograph of an inspection in this way."""
    photo_id = new_id()
    await access_log.record(
        person.actor("desk"), action, work.id, photo_id=photo_id, address="192.0.2.1"
    )


async def test_an_auditor_is_told_what_was_agreed_to_unseen_and_what_stayed_unchecked(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = await factories.announced(people, photos=1)
    now = clock.now()
    await exceptions.insert(
        act_id=new_id(),
        kind="self_signed",
        record_kind="inspection",
        record_id=work.id,
        officer_id=people.an.id,
        reason="Tự soạn, tự ký",
        at=now,
        check_by=now + timedelta(days=5),
    )
    auditor = people.khanh.actor("desk")
    before = await nobody_looked(auditor)
    assert before.files == []
    assert before.exceptions == [], "its term is not over"

    # Agreed to: what a head's ruling writes.
    await database.execute(
        "UPDATE inspections SET file_status = 'agreed', decided_at = now(), decided_by = $2 WHERE id = $1",
        work.id,
        people.giang.id,
    )
    later = now + timedelta(days=6)
    monkeypatch.setattr(clock, "now", lambda: later)
    await opens(work, people.giang, "photo.thumb")
    await opens(work, people.chi, "photo.view")
    found = await nobody_looked(auditor)
    (file,), (late,) = found.files, found.exceptions
    assert (file.id, file.agreed_by_name) == (work.id, people.giang.full_name)
    assert (late.record_id, late.officer_name) == (work.id, people.an.full_name)
    assert not found.more_files

    await opens(work, people.giang, "photo.view")
    assert (await nobody_looked(auditor)).files == [], "somebody outside the team looked"
    for person in (people.giang, people.phuc, people.lan):
        with pytest.raises(NotAllowed):
            await nobody_looked(person.actor("desk"))
