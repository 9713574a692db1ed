"""An officer who wants to know who informed tries the desk's own pages (Circular 27/2020 Arts 27, 37)."""

from datetime import timedelta
from uuid import UUID

import msgspec
import pytest

from admin_ui.shell.words import CATALOGUES
from backend.core import clock, database, keys
from backend.core.database import transaction
from backend.core.settings import Settings
from backend.intake.informations import registering
from backend.intake.informations import service as informations
from backend.intake.opening.service import SealShut
from backend.intake.rules import line
from backend.intake.secrecy import sealing
from backend.ledger import service as ledger
from schemas.intake import acts
from schemas.intake.secrets import Account, Informant
from schemas.intake.words import Nature, SecretKind
from tests.support import exports, scans
from tests.support import informations as made
from tests.support.people import People, Person
from tests.support.readers import Readers

pytestmark = pytest.mark.usefixtures("pool")

PHONE = CATALOGUES["vi"]["infopage.why_phone"]
PICTURE = CATALOGUES["vi"]["infopage.why_picture"]
ELSEWHERE = made.matter(suspects=[], place=made.Place(address="Bến xe Gia Lâm", area_code="01"))
"""A matter that shares nothing with those of the other tests."""


async def trap(person: Person, phone: str, picture: bytes, **given: object) -> UUID:
    """Register a tip of one's own with a suspected person's telephone and photograph."""
    done = await made.registered(
        person, matter=ELSEWHERE, informant=Informant(phone=phone), account="", **given
    )
    async with transaction():
        sealed = [sealing.seal_attachment(picture, "image/jpeg")]
        outcome = await informations.supplement(
            done.id, sealed, "Ảnh kèm theo.", person.actor("desk")
        )
        ledger.unwrap(outcome)
    return done.id


async def test_nobody_learns_who_informed_from_a_tip_of_his_own_with_the_same_telephone(
    readers: Readers, people: People
) -> None:
    """Who is of the line of one information alone sees what both say openly, and nothing of what is sealed."""
    picture = b"\xff\xd8 the photograph that the informant also sent elsewhere"
    real = await made.registered(people.an)
    async with transaction():
        sealed = [sealing.seal_attachment(picture, "image/jpeg")]
        ledger.unwrap(
            await informations.supplement(real.id, sealed, "Ảnh.", people.an.actor("desk"))
        )
    bait = await trap(people.binh, "+84 987.654.321", picture)
    wrong = await trap(people.binh, "0911 000 111", b"\xff\xd8 another")
    await database.execute(  # he was among its verifiers once: it is in his sight
        "UPDATE informations SET readers = readers || $2 WHERE id = $1", real.id, [people.binh.id]
    )
    binh = await readers.of(people.binh)
    await binh.open(f"/desk/informations/{real.id}")
    shown = []
    for own in (bait, wrong):
        await binh.open(f"/desk/informations/{own}")
        assert PHONE not in binh.page.text
        assert PICTURE not in binh.page.text
        shown.append(real.number in binh.html.split("<main", 1)[1])
    assert shown == [False, False], "a right guess looks like a wrong one"
    await binh.open(f"/desk/informations/{real.id}")
    assert str(bait) not in binh.html.split("<main", 1)[1], "nor from the other side"
    chi = await readers.of(people.chi)
    await chi.open(f"/desk/informations/{bait}")
    assert PHONE in chi.page.text, (
        "who heads the unit may open both, and finds what belongs together"
    )
    assert PICTURE in chi.page.text
    assert real.number in chi.html


async def test_what_both_say_openly_is_still_suggested_without_the_telephone(
    readers: Readers, people: People
) -> None:
    await made.registered(people.an)
    own = await made.registered(people.binh)
    giang = await readers.of(people.giang)
    await giang.open(f"/desk/informations/{own.id}")
    assert CATALOGUES["vi"]["infopage.why_subject"] in giang.page.text
    assert PHONE not in giang.page.text, (
        "a head above is not of the line of a team that has its own"
    )


async def hashes(information_id: UUID) -> set[str]:
    """The keyed hashes that the acts of an information bear."""
    found = await database.fetch(
        "SELECT act FROM ledger_entries WHERE record_id = $1", information_id
    )
    contents = [msgspec.json.decode(one["act"])["content"] for one in found]
    return {one["hash"] for content in contents for one in content.get("sealed", [])}


async def test_a_guess_that_is_right_bears_no_hash_of_the_act_that_it_guesses(
    people: People,
) -> None:
    """Acts are in packages, backups and proofs: equal hashes would tell whoever registers a guess that it is right."""
    real, guess = await made.registered(people.an), await made.registered(people.dung)
    assert len(await hashes(real.id)) == 2, "who informed, and the account"
    assert (await hashes(real.id)).isdisjoint(await hashes(guess.id))


async def test_what_was_sealed_before_its_hash_was_of_the_ciphertext_still_opens(
    people: People,
) -> None:
    done = await made.registered(people.an)
    told = Account(text="Hôm qua lại thấy xe tải.")
    older = msgspec.structs.replace(
        sealing.seal_account(told),
        hash=keys.current().informants.hash("told", msgspec.json.encode(told)),
    )
    async with transaction():
        actor = people.an.actor("desk")
        content = acts.Supplemented(sealed=[sealing.ref(older)], reason="Báo thêm.")
        ledger.unwrap(await informations.act(done.id, content, actor))
        await registering.keep(done.id, [older], actor)
    assert await made.account(people.chi, done.id) == [made.ACCOUNT, told.text]


async def test_who_divides_an_information_has_not_heard_the_informant(people: People) -> None:
    """A superior who decides on it is not of its line, and does not become so by splitting it."""
    done = await made.registered(people.an)
    with pytest.raises(SealShut):
        await made.informant(people.hai, done.id)
    parts = [made.matter(summary="Rượu không nhãn."), made.matter(summary="Cân sai.")]
    async with transaction():
        outcome, ids = await informations.split(
            done.id, parts, "Hai việc.", people.hai.actor("desk")
        )
        ledger.unwrap(outcome)
    for part in ids:
        for look in (made.informant, made.account):
            with pytest.raises(SealShut):
                await look(people.hai, part)
        assert await made.informant(people.chi, part) == made.WHO, "the head of the unit"


async def test_an_auditor_whom_a_tip_is_about_does_not_find_it_in_the_log(
    readers: Readers, people: People, settings: Settings
) -> None:
    """Who looked at it before it named him is told to those who see it, and not to him."""
    done = await made.registered(people.an)
    chi = await readers.of(people.chi)
    await chi.open(f"/desk/informations/{done.id}")
    await made.informant(people.chi, done.id)
    khanh = await readers.of(people.khanh)
    await khanh.open("/desk/log")
    assert f"đã mở trang của thông tin {done.number}" in khanh.page.text, "an ordinary tip is"
    async with transaction():
        outcome = await informations.classify(
            done.id,
            Nature.TIP,
            "Người cung cấp nói về một công chức.",
            people.chi.actor("desk"),
            named_officers=[people.khanh.id],
        )
        ledger.unwrap(outcome)
    view = await database.fetchval("SELECT number FROM informations WHERE id = $1", done.id)
    file = await exports.taken(khanh, settings, "list=log&officer=chi", file="csv")
    for trace in (view, done.number, str(done.id), "người cung cấp thông tin"):
        assert trace not in str(file.rows), trace
    for address in ("/desk/log", f"/desk/log?record={done.id}"):
        await khanh.look(address)
        for trace in (view, done.number, "người cung cấp thông tin"):
            assert trace not in khanh.html, (address, trace)
        if "record=" not in address:
            assert str(done.id) not in khanh.html, address


async def test_a_photograph_as_it_came_is_opened_as_who_informed(
    readers: Readers, people: People
) -> None:
    """It often says with whose phone it was taken: by its line alone, with a second factor."""
    done = await made.registered(people.an, unit_id=people.giang.actor("desk").unit.unit_id)
    picture = sealing.seal_attachment(b"\xff\xd8 as it is shown", "image/jpeg")
    original = sealing.seal_attachment(b"\xff\xd8 as it came", f"{line.ORIGINAL}image/jpeg")
    async with transaction():
        outcome = await informations.supplement(
            done.id, [picture, original], "Ảnh.", people.giang.actor("desk")
        )
        ledger.unwrap(outcome)
    verifier = acts.Verifier(officer_id=people.em.id, full_name="Em")
    until = clock.today() + timedelta(days=5)
    assigned = acts.Assigned(officers=[verifier], due_on=until, instructions="", document_id=None)
    await made.did(people.giang, done.id, assigned)
    place = f"/desk/informations/{done.id}/open/attachment"
    em, giang = await readers.of(people.em), await readers.of(people.giang)
    assert await em.look(f"{place}/{picture.id}") == 200
    assert await em.look(f"{place}/{original.id}") == 403
    assert await giang.look(f"{place}/{original.id}") == 200
    assert "được ghi lại" in giang.page.text
    await database.execute("UPDATE desk_sessions SET confirmed_until = NULL")
    codes = "SELECT count(*) FROM access_log WHERE action = 'step_up.code'"
    await giang.look(f"{place}/{picture.id}")
    assert await database.fetchval(codes) == 0
    await giang.look(f"{place}/{original.id}")
    assert await database.fetchval(codes) == 1, "a second factor was asked for first"


async def test_a_scanned_letter_is_opened_as_who_informed_unless_it_is_said_not_to_name_them(
    readers: Readers, people: People
) -> None:
    """The letter has the name and the signature: verifiers do not open it (Circular 27/2020 Arts 27, 37).

    A form that came back without its answer says no less than one that was answered with yes.
    """
    done = await made.registered(people.an, unit_id=people.giang.actor("desk").unit.unit_id)
    one = f"/desk/informations/{done.id}"
    giang, em = await readers.of(people.giang), await readers.of(people.em)
    for answers in (["yes"], [], ["no"]):
        await giang.open(f"{one}/more")
        form = giang.form("/more")
        form.fill("reason", "Bản quét đơn")
        form.fill("names_informant", *answers)
        await giang.send_file(form, "scan", "don.pdf", scans.pdf())
    verifier = acts.Verifier(officer_id=people.em.id, full_name="Em")
    until = clock.today() + timedelta(days=5)
    assigned = acts.Assigned(officers=[verifier], due_on=until, instructions="", document_id=None)
    await made.did(people.giang, done.id, assigned)
    letter, unanswered, drawing = [
        one.id
        for one in (await made.seen(people.giang, done.id)).secrets
        if one.kind is SecretKind.ATTACHMENT
    ]
    await em.open(one)
    for closed in (letter, unanswered):
        assert f"/open/attachment/{closed}" not in em.html
        assert await em.look(f"{one}/open/attachment/{closed}") == 403
    assert await em.look(f"{one}/open/attachment/{drawing}") == 200
    await giang.open(f"{one}/open/attachment/{letter}")
    form = giang.form("/open/attachment/")
    answer = await giang._ask("POST", form.action, form.sent(form.buttons[0]))
    assert answer.content == scans.pdf()
    looks = "SELECT action FROM access_log WHERE record_id = $1 AND action LIKE 'information.i%'"
    assert await database.fetchval(looks, done.id) == "information.informant"
