"""Every form of the desk as its readers would never send it: no failure, nothing half done, what was typed stays."""

import random

import pytest

from tests.integration.admin_ui.shell.test_every_page_led_to import NO_BYTES, _world
from tests.integration.mobile_api.test_nonsense import SEED
from tests.support.crawling import Crawl
from tests.support.hostile_forms import Hostile
from tests.support.people import People
from tests.support.readers import Readers

WITHOUT_RECORDS = {
    "nga": ("/desk/absences", "/desk/informations/new", "/desk/delegations/new"),
    "khanh": ("/desk/informations/new", "/desk/account"),
    "lan": ("/desk/report-definitions/monthly/edit", "/desk/likeness", "/desk/seals"),
    "my": ("/desk/people/new", "/desk/units", "/desk/seals"),
    "chi": ("/desk/parties/register/new", "/desk/cases/new/file", "/desk/decisions/new"),
}
"""Forms that somebody is offered where nothing was recorded yet."""


async def test_no_form_breaks_over_what_somebody_sends_or_loses_what_was_typed(
    people: People, readers: Readers
) -> None:
    wrong = []
    for name, addresses in WITHOUT_RECORDS.items():
        crawl = Crawl(await readers.of(getattr(people, name)))
        for address in addresses:
            await crawl.open_alone(address)
        assert crawl.forms
        wrong += await Hostile(crawl, random.Random(f"{SEED} {name}"), tries=2).send_all()
    assert not wrong, "\n".join(wrong)


@pytest.mark.long
@pytest.mark.parametrize("name", ["nga", "lan"])
async def test_no_form_that_a_role_is_led_to_breaks_or_loses_what_was_typed(
    people: People, readers: Readers, name: str
) -> None:
    await _world(people)
    crawl = Crawl(await readers.of(getattr(people, name)))
    await crawl.follow_all(but=NO_BYTES[2:])
    hostile = Hostile(crawl, random.Random(f"{SEED} {name}"), tries=2, but=NO_BYTES)
    wrong = await hostile.send_all()
    assert hostile.statuses[422] > 10
    assert not wrong, "\n".join(wrong)
