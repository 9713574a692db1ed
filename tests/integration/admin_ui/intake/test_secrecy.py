"""An officer who wants to know who informed tries the desk's own pages (Circular 27/2020 Arts 27, 37)."""

from uuid import UUID

from admin_ui.shell.words import CATALOGUES
from backend.core import database
from backend.core.database import transaction
from backend.intake.informations import service as informations
from backend.intake.secrecy import sealing
from backend.ledger import service as ledger
from schemas.intake.secrets import Informant
from tests.support import informations as made
from tests.support.people import People, Person
from tests.support.readers import Readers

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
        shown.append(real.number in binh.html)
    assert shown == [False, False], "a right guess looks like a wrong one"
    await binh.open(f"/desk/informations/{real.id}")
    assert str(bait) not in binh.html, "nor from the other side"
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
