"""Each role sees every page to which it is led, and nothing else: every link from the first page on, every form."""

import msgspec
import pytest

from backend.core.database import transaction
from backend.fieldwork.decision_papers import service as decision_papers
from backend.ledger import service as ledger
from schemas.intake.acts import Suspect
from tests.support import factories, informations, page_worlds, plans_made
from tests.support.crawling import Crawl
from tests.support.people import People
from tests.support.readers import Readers

THERE = "Hộ kinh doanh Ngoài Tầm Mắt"
"""A party of Đà Nẵng's, whom nobody of Hà Nội may find anywhere."""
NATION = ("khanh",)
"""Who reads both departments."""
OF_DA_NANG = ("ho",)
NO_BYTES = ("/dossier", "/export", "/signed.pdf")
"""Photographs and signed papers of these records are rows alone: who asks for their bytes is told to come later."""
NEEDS_A_CODE = ("/verify/full", "/verify/full/file")
"""Pages of papers, which are opened with the second code that is typed."""
NO_CONTENT = ("lan", "my")
"""Administrators read no case, no inspection and no information."""
OF_HA_NOI = ("an", "chi", "giang", "phuc", "nga")


async def _world(people: People) -> tuple[set[str], set[str]]:
    """Records of all kinds in Hà Nội, some in Đà Nẵng; what nobody of the other department may read of them."""
    pages = {}
    for world in (
        page_worlds.of_a_case,
        page_worlds.of_inspections,
        page_worlds.of_an_information,
        page_worlds.of_a_plan,
        page_worlds.of_a_report,
    ):
        pages |= await world(people)
    here = {
        address.rsplit("/", 1)[-1]
        for _, address in pages.values()
        if address.startswith(("/desk/cases/", "/desk/documents/", "/desk/inspections/"))
    }
    suspect = Suspect(
        subject_id=None,
        kind=informations.matter().suspects[0].kind,
        name=THERE,
        tax_code="0401234567",
        address="Số 7 Bạch Đằng, Đà Nẵng",
    )
    told = await informations.registered(
        people.dung, matter=informations.matter(suspects=[suspect])
    )
    order = factories.order(people.duyen, [people.dung])
    named = msgspec.structs.replace(order.subject, name=THERE)
    async with transaction():
        paper, outcome = await decision_papers.draft(
            msgspec.structs.replace(order, subject=named), people.dung.actor("desk")
        )
        ledger.unwrap(outcome)
    item = plans_made.item(people.ho.unit.unit_id, THERE)
    plan = await plans_made.drafted(people.ho, [item])
    return here, {str(told.id), str(paper), str(plan), THERE}


@pytest.mark.long
@pytest.mark.parametrize("name", [*OF_HA_NOI, *OF_DA_NANG, *NO_CONTENT, *NATION])
async def test_each_role_sees_every_page_it_is_led_to_and_nothing_else(
    people: People, readers: Readers, name: str
) -> None:
    here, there = await _world(people)
    crawl = Crawl(await readers.of(getattr(people, name)))
    await crawl.follow_all(but=NO_BYTES[2:])
    assert crawl.dead == []
    assert len(crawl.pages) > 40
    hidden = {
        **dict.fromkeys(OF_HA_NOI, there),
        **dict.fromkeys(OF_DA_NANG, here),
        **dict.fromkeys(NO_CONTENT, here | there),
    }.get(name, set())
    told = [
        f"{word} on {page}" for page, html in crawl.pages.items() for word in hidden if word in html
    ]
    assert told == []
    assert await crawl.send_all(but=(*NO_BYTES, *NEEDS_A_CODE)) == []


@pytest.mark.long
async def test_who_is_nobody_sees_every_public_page_and_nothing_of_any_record(
    people: People, readers: Readers
) -> None:
    here, there = await _world(people)
    crawl = Crawl(readers.stranger())
    await crawl.follow_all("/", "/desk/sign-in", "/verify", "/phan-anh/", "/desk/cases")
    assert crawl.dead == []
    assert not any(word in html for html in crawl.pages.values() for word in here | there)
