"""The second version of the minutes' forms says "Tổ chức, cá nhân được kiểm tra".

What begins now has these words. What was begun on the first version keeps its own, is completed and printed, however
long ago the second one came.
"""

from typing import Any

import asyncpg
import msgspec
import pytest

from backend.core import database
from backend.core.database import transaction
from backend.fieldwork.inspections import service as inspections
from backend.ledger.service import Accepted
from backend.operations.migrations import files, run
from deploy.demo import contents, minutes
from tests.support import factories, nonexecution
from tests.support.databases import Database
from tests.support.factories import Work
from tests.support.people import People
from tests.support.phone import Phones
from tests.support.readers import Readers
from tests.unit.documents.papers.specimens import pages, squeezed

pytestmark = pytest.mark.usefixtures("pool")

OLD, NEW = "Bên được kiểm tra", "Tổ chức, cá nhân được kiểm tra"
BOTH = ("BB-KT", "BB-KKT")
FILL = {"BB-KT": minutes.fill, "BB-KKT": nonexecution.fill}
SIGNERS = {"BB-KT": ("leader", "subject"), "BB-KKT": ("leader", "authority")}


@pytest.fixture
async def long_after(database: Database) -> None:
    """Make this installation one that has had the second versions for a year."""
    owner = await asyncpg.connect(database.owner_dsn)
    await owner.execute("UPDATE form_releases SET released_at = now() - interval '1 year'")
    await owner.close()


async def written(work: Work, form: str, version: int, **changed: Any) -> None:
    """Write minutes on a version of their form, which must take effect."""
    row = await database.fetchval("SELECT decision FROM inspections WHERE id = $1", work.id)
    fields = FILL[form](msgspec.json.decode(row), "Đội số 1 thử", **changed)
    if version < 3:
        del fields["subject_kind"]  # which is asked since the third version
    content = {"form": form, "form_version": version, "fields": fields}
    outcome = await work.act("minutes.written", content)
    assert isinstance(outcome, Accepted)
    assert outcome.quarantine is None
    work.minutes, work.signatures = work.pen.log[-1]["id"], []


async def signed(work: Work, form: str) -> None:
    for role in SIGNERS[form]:
        await work.act("person.signed", contents.signed(work.minutes, role, f"Người ký {role}"))
        work.signatures.append(work.pen.log[-1]["id"])


async def printed(readers: Readers, people: People, work: Work) -> str:
    desk = await readers.of(people.giang)
    assert await desk.look(f"/desk/inspections/{work.id}") == 200
    answer = await desk.fetch(f"/desk/inspections/{work.id}/minutes.pdf")
    again = await desk.fetch(f"/desk/inspections/{work.id}/minutes.pdf")
    assert answer.content == again.content
    return squeezed("".join(pages(answer.content)))


@pytest.mark.usefixtures("long_after")
@pytest.mark.parametrize("form", BOTH)
async def test_minutes_begun_on_the_first_version_are_corrected_signed_submitted_and_approved(
    people: People, form: str
) -> None:
    work = await factories.announced(people) if form == "BB-KT" else await factories.opened(people)
    await written(work, form, 1)
    await written(work, form, 1, team_opinion="Đề nghị nhắc nhở cơ sở.")
    await signed(work, form)
    assert isinstance(await factories.submit(work), Accepted)
    async with transaction():
        outcome = await inspections.approve(work.id, work.revision, people.giang.actor("desk"))
    assert isinstance(outcome, Accepted)
    view = await inspections.inspection_view(work.id, people.giang.actor("desk"))
    assert view.state == "approved"
    assert view.minutes is not None
    assert (view.minutes.form, view.minutes.form_version) == (form, 1)


@pytest.mark.usefixtures("long_after")
@pytest.mark.parametrize(("version", "said", "not_said"), [(1, OLD, NEW), (2, NEW, OLD)])
async def test_a_reader_gets_the_paper_in_the_words_that_were_read_to_those_who_signed(
    people: People, readers: Readers, version: int, said: str, not_said: str
) -> None:
    work = await factories.opened(people)
    await written(work, "BB-KKT", version)
    await signed(work, "BB-KKT")
    await factories.submit(work)
    text = await printed(readers, people, work)
    assert squeezed(said) in text
    assert squeezed(not_said) not in text


async def test_a_phone_that_synced_before_learns_of_the_new_words_and_keeps_the_old_form(
    phones: Phones, people: People, database: Database
) -> None:
    phone = await phones.of(people.an)
    for form in BOTH:
        phone.held.pop(("form", f"{form}/2"))
    [migration] = [one for one in files.known() if one.id == "0135_words_of_minutes"]
    owner = await asyncpg.connect(database.owner_dsn)
    await owner.execute("DELETE FROM form_releases WHERE form = ANY($1)", BOTH)
    await owner.execute(migration.sql)
    await owner.close()
    await phone.sync()
    for form in BOTH:
        assert [words_of(phone.held[("form", f"{form}/{version}")]) for version in (1, 2)] == [
            OLD,
            NEW,
        ]


async def test_a_phone_learns_of_a_version_that_has_no_migration(
    phones: Phones, people: People, database: Database
) -> None:
    """The third versions are files alone: `migrate` finds them, once."""
    phone = await phones.of(people.an)
    for form in BOTH:
        phone.held.pop(("form", f"{form}/3"))
    owner = await asyncpg.connect(database.owner_dsn)
    await owner.execute("DELETE FROM form_releases WHERE form = ANY($1) AND version = 3", BOTH)
    told = "SELECT count(*) FROM changes WHERE kind = 'form'"
    before = await owner.fetchval(told)
    assert await run.migrate(database.owner_dsn) == []
    once = await owner.fetchval(told)
    assert await run.migrate(database.owner_dsn) == []
    assert await owner.fetchval(told) == once > before
    await owner.close()
    await phone.sync()
    for form in BOTH:
        assert ("form", f"{form}/3") in phone.held


def words_of(held: dict[str, Any]) -> str:
    """Return what a form on a phone calls the party."""
    [group] = [group for group in held["schema"]["x-groups"] if group["key"] == "subject"]
    return str(group["label"]["vi"])
