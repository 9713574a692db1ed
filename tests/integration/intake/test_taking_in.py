"""Information is taken in: the head hears of it at once, and what tells who informed is sealed (Circular 27/2020)."""

from datetime import timedelta

import msgspec
import pytest

from backend.core import clock, database
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.intake.informations import registering
from backend.intake.informations import service as informations
from backend.intake.informations.registering import Received
from backend.intake.opening.service import SealBroken, SealShut
from backend.intake.secrecy import sealing
from backend.ledger import service as ledger
from backend.ledger.service import Refused
from backend.operations.log import service as log
from schemas.casework.words import InformationSource
from schemas.core.ids import new_id
from schemas.intake import acts, proceedings
from schemas.intake.secrets import Account, Informant
from schemas.intake.words import InformationAct, InformationState, Nature
from tests.support import informations as made
from tests.support.people import People, Person

pytestmark = pytest.mark.usefixtures("pool")


async def told(information_id: object) -> set[tuple[object, str]]:
    """Who was told what about it."""
    found = await database.fetch(
        "SELECT officer_id, text_key FROM notices WHERE record_id = $1", information_id
    )
    return {(one["officer_id"], one["text_key"]) for one in found}


async def listed(person: Person) -> set[object]:
    """What this person's list and board have."""
    actor = person.actor("desk")
    async with transaction():
        rows, _ = await informations.page(actor, informations.Filters())
        columns = await informations.board(actor)
    on_board = {row.id for one in columns for row in one.rows}
    assert sum(one.count for one in columns) == len(on_board)
    assert on_board <= {row.id for row in rows}
    return {row.id for row in rows}


async def test_a_tip_is_registered_listed_and_opened_by_its_head(people: People) -> None:
    done = await made.registered(people.nga)
    assert done.number == f"01000001/TT-{clock.today().year}" or "/TT-" in done.number
    assert await listed(people.giang) == {done.id}
    view = await made.seen(people.giang, done.id)
    assert view.written_report_due, "source e: the head is told in writing too (Art 9.1)"
    assert not view.grounds_directly, "source e is verified first (Art 8.3)"
    assert (people.giang.id, "information.registered") in await told(done.id)
    assert await made.informant(people.giang, done.id) == made.WHO
    assert await made.informant(people.nga, done.id) == made.WHO, "who took it in"
    assert await made.account(people.giang, done.id) == [made.ACCOUNT]


async def test_a_head_hears_that_it_cannot_wait_and_reads_why_on_its_page_alone(
    people: People,
) -> None:
    """Number and link (practice B16): why it cannot wait is of what it says."""
    why = "Hàng sắp được chở đi trong đêm nay"
    done = await made.registered(people.nga, matter=made.matter(urgent=why))
    assert (people.giang.id, "information.registered_urgent") in await told(done.id)
    other = await made.registered(people.nga)
    assert (people.giang.id, "information.registered") in await told(other.id)
    amended = acts.Amended(matter=made.matter(urgent=why), reason="Người dân gọi lại.")
    await made.did(people.nga, other.id, amended)
    await made.did(people.nga, other.id, amended)
    said = await database.fetch(
        "SELECT text_key, numbers::text AS words FROM notices WHERE record_id = ANY($1::uuid[])",
        [done.id, other.id],
    )
    keys = sorted(one["text_key"] for one in said if one["text_key"] != "information.registered")
    assert keys == ["information.registered_urgent", "information.urgent"], "once, when it is new"
    assert not any("chở đi" in one["words"] for one in said)
    assert (await made.seen(people.giang, other.id)).matter.urgent == why


async def test_nothing_of_who_informed_is_anywhere_but_where_it_is_sealed(people: People) -> None:
    """Every text of every table is searched, as somebody with the whole database would."""
    done = await made.registered(people.nga)
    await made.informant(people.giang, done.id)
    await made.account(people.giang, done.id)
    await made.did(
        people.giang,
        done.id,
        acts.Closed(reason="Đã kiểm tra tuần trước, không còn hàng."),
    )
    tables = await database.fetch(
        "SELECT c.relname FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace"
    )
    for table in tables:
        for word in made.PLANTED:
            found = await database.fetchval(
                f'SELECT count(*) FROM "{table["relname"]}" t WHERE t::text ILIKE $1', f"%{word}%"
            )
            assert found == 0, (table["relname"], word)
    entry = await database.fetchval(
        "SELECT act FROM ledger_entries WHERE record_id = $1 AND number = 1", done.id
    )
    assert '"hash"' in entry
    assert '"identity_known":true' in entry
    async with transaction():
        for word in made.PLANTED:
            filters = informations.Filters(text=word)
            rows, _ = await informations.page(people.giang.actor("desk"), filters)
            assert rows == [], "no search finds who informed"


async def test_who_is_not_of_the_line_opens_nothing_and_verifiers_open_the_account(
    people: People,
) -> None:
    done = await made.registered(people.an, unit_id=people.giang.actor("desk").unit.unit_id)
    with pytest.raises(NotFound):
        await made.informant(people.binh, done.id)
    verifiers = [acts.Verifier(officer_id=people.em.id, full_name="Em")]
    assigned = acts.Assigned(
        officers=verifiers,
        due_on=clock.today() + timedelta(days=5),
        instructions="Xem tại chỗ.",
        document_id=None,
    )
    await made.did(people.giang, done.id, assigned)
    assert await made.account(people.em, done.id) == [made.ACCOUNT]
    with pytest.raises(SealShut):
        await made.informant(people.em, done.id)
    with pytest.raises(SealShut):
        await made.informant(people.khanh, done.id)
    looks = await database.fetch(
        "SELECT officer_id, action FROM access_log WHERE record_id = $1 ORDER BY id", done.id
    )
    assert [tuple(one) for one in looks] == [(people.em.id, "information.account")]
    assert (people.giang.id, "information.looked") in await told(done.id)


async def test_a_second_look_within_minutes_is_recorded_and_not_told_again(people: People) -> None:
    done = await made.registered(people.nga)
    for _ in range(3):
        await made.informant(people.nga, done.id)
    looks = (
        "SELECT count(*) FROM access_log WHERE record_id = $1 AND action = 'information.informant'"
    )
    assert await database.fetchval(looks, done.id) == 3
    notices = (
        "SELECT count(*) FROM notices WHERE record_id = $1 AND text_key = 'information.looked'"
    )
    assert await database.fetchval(notices, done.id) == 1


async def test_outside_the_line_two_persons_open_who_informed(people: People) -> None:
    """Practice B6: asked with a reason, confirmed by a person of the line, for a day."""
    done = await made.registered(people.nga)
    asked = proceedings.IdentityAsked(reason="Kiểm tra khiếu nại về lộ thông tin.")
    await made.did(people.khanh, done.id, asked)
    assert (people.giang.id, "information.identity_asked") in await told(done.id)
    with pytest.raises(SealShut):
        await made.informant(people.khanh, done.id)
    async with transaction():
        ledger.unwrap(
            await informations.grant(done.id, people.khanh.id, people.giang.actor("desk"))
        )
    assert await made.informant(people.khanh, done.id) == made.WHO
    assert (people.khanh.id, "information.identity_granted") in await told(done.id)
    own = await made.tried(people.giang, done.id, asked)
    assert isinstance(own, Refused)
    assert own.code == "information_in_line"


async def test_nobody_of_the_officer_s_unit_learns_of_a_tip_about_him(people: People) -> None:
    """It goes to the head of the unit above; he and his colleagues find it nowhere."""
    done = await made.registered(people.binh, named_officers=[people.an.id])
    assert done.unit_id == people.giang.actor("desk").unit.unit_id
    assert await listed(people.giang) == {done.id}
    for person in (people.an, people.binh, people.chi, people.cuc, people.em, people.nga):
        assert await listed(person) == set(), person.username
        with pytest.raises(NotFound):
            await made.seen(person, done.id)
        with pytest.raises(NotFound):
            await made.informant(person, done.id)
    everybody = {who for who, _ in await told(done.id)}
    assert everybody == {people.giang.id}
    body = await database.fetchval("SELECT numbers FROM notices WHERE record_id = $1", done.id)
    assert people.binh.actor("desk").full_name not in str(body), "nor who told of a colleague"
    colleague = acts.Assigned(
        officers=[acts.Verifier(officer_id=people.binh.id, full_name="Bình")],
        due_on=clock.today() + timedelta(days=5),
        instructions="",
        document_id=None,
    )
    refused = await made.tried(people.giang, done.id, colleague)
    assert isinstance(refused, Refused)
    assert refused.code == "information_officers_unknown"


async def test_a_tip_about_the_head_of_a_department_is_the_national_office_s(
    people: People,
) -> None:
    done = await made.registered(people.nga, named_officers=[people.giang.id])
    for person in (people.giang, people.hai, people.nga, people.chi, people.an):
        assert await listed(person) == set(), person.username
    assert await listed(people.khanh) == {done.id}, "an auditor of the whole force"


async def test_about_somebody_of_the_national_office_only_its_auditors_learn(
    people: People,
) -> None:
    done = await made.registered(people.nga, named_officers=[people.oanh.id])
    assert await listed(people.khanh) == {done.id}
    assert await listed(people.oanh) == set()
    assert await made.informant(people.khanh, done.id) == made.WHO
    view = await made.seen(people.khanh, done.id)
    assert InformationAct.CLOSED in view.possible
    about_him = await made.registered(people.nga, named_officers=[people.khanh.id])
    assert about_him.id not in await listed(people.khanh), "nor he himself, wherever he sits"


async def test_a_citizen_s_report_is_taken_in_once_and_sealed_already(people: People) -> None:
    sealed = [
        sealing.seal_informant(Informant(phone="+84 987 654 321")),
        sealing.seal_account(Account(text=made.ACCOUNT)),
        sealing.seal_attachment(b"\xff\xd8 a photograph", "image/jpeg"),
    ]
    received = Received(
        id=new_id(),
        received_at=clock.now(),
        unit_id=people.giang.actor("desk").unit.unit_id,
        nature=Nature.TIP,
        matter=made.matter(suspects=[]),
        sealed=sealed,
        identity_known=True,
        wants_answer=True,
    )
    citizen = people.nga.actor("desk")

    citizen = msgspec.structs.replace(citizen, face="public", roles=frozenset())
    async with transaction():
        done = await registering.register_from_public(received, citizen)
    assert done is not None
    ledger.unwrap(done.outcome)
    async with transaction():
        assert await registering.register_from_public(received, citizen) is None
    assert await made.account(people.giang, done.id) == [made.ACCOUNT]
    same = await made.registered(people.nga, matter=made.matter(suspects=[]))
    async with transaction():
        found = await informations.suggestions(same.id, people.giang.actor("desk"))
    assert [one.id for one in found] == [done.id]
    assert "phone" in found[0].reasons, "the same telephone, which nobody sees"


async def test_a_secret_that_was_moved_to_another_record_is_not_shown(people: People) -> None:
    one, other = await made.registered(people.nga), await made.registered(people.nga)
    rows = await database.fetch(
        "SELECT id, sealed, recipient FROM information_secrets WHERE information_id = $1 AND kind = 'informant'",
        one.id,
    )
    await database.execute(
        "INSERT INTO information_secrets (id, information_id, kind, sealed, recipient, matches, sealed_by)"
        " VALUES ($1, $2, 'informant', $3, $4, '{}', $5)",
        new_id(),
        other.id,
        rows[0]["sealed"],
        rows[0]["recipient"],
        people.nga.id,
    )
    with pytest.raises(SealBroken):
        await made.informant(people.giang, other.id)


async def test_an_order_of_a_superior_needs_its_paper_and_a_collaborator_no_name(
    people: People,
) -> None:
    done = await made.attempted(people.nga, source=InformationSource.ORDER)
    assert isinstance(done.outcome, Refused)
    assert done.outcome.code == "information_order_needed"
    with pytest.raises(Exception, match="act_malformed"):
        await made.attempted(people.an, collaborator="Nguyễn Văn A")
    named = await made.registered(
        people.an, source=InformationSource.OFFICER, collaborator="CTV-017"
    )
    view = await made.seen(people.chi, named.id)
    assert view.collaborator == "CTV-017"
    assert view.state is InformationState.RECEIVED


async def test_auditors_read_in_plain_words_who_opened_what(people: People) -> None:
    done = await made.registered(people.nga)
    await made.informant(people.giang, done.id)
    await made.account(people.giang, done.id)
    async with transaction():
        page = await log.page(people.khanh.actor("desk"), log.Conditions(), None, None)
    said = [line.what.en for day in page.days for one in day.entries for line in one.lines]
    assert f"opened who gave information {done.number}" in said
    assert f"opened the account as it was told of information {done.number}" in said
