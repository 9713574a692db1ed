"""Before an inspection card ends the officer, the head and an administrator are told, each once."""

from datetime import timedelta

import pytest

from backend.core import clock, database
from backend.core.database import transaction
from backend.force.accounts import card_reminding
from backend.force.accounts import service as accounts
from schemas.core.ids import new_id
from schemas.force import acts
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("app")


async def only(people: People, days: int) -> None:
    """Give an one card that ends in so many days, and no other."""
    until = clock.today() + timedelta(days=days)
    held = await database.fetch(
        "SELECT id FROM inspection_cards WHERE officer_id = $1 AND revoked_on IS NULL", people.an.id
    )
    async with transaction():
        for row in held:
            gone = acts.CardRevoked(card_id=row["id"], revoked_on=clock.today(), reason="Đổi thẻ.")
            await accounts.change(people.my.actor("cli"), people.an.id, gone)
        issued = until - timedelta(days=1800)
        card = acts.CardIssued(
            card_id=new_id(), number=f"QLTT-{days}", issued_on=issued, expires_on=until
        )
        await accounts.change(people.my.actor("cli"), people.an.id, card)


async def told(people: People) -> list[tuple[str, str]]:
    names = {people.an.id: "an", people.giang.id: "giang", people.hai.id: "hai", people.my.id: "my"}
    found = await database.fetch(
        "SELECT officer_id, text_key FROM notices WHERE text_key LIKE 'person.card%' AND record_id = $1",
        people.an.id,
    )
    return sorted((names[row["officer_id"]], row["text_key"]) for row in found)


async def run() -> None:
    for _ in range(3):
        await card_reminding.remind()


@pytest.mark.parametrize(
    ("days", "key"),
    [(90, "ends"), (31, "ends"), (30, "ends"), (0, "ends"), (-1, "over"), (91, None), (-31, None)],
)
async def test_each_is_told_once_of_a_card_that_ends(
    people: People, days: int, key: str | None
) -> None:
    await only(people, days)
    await run()
    whom = {one for one, _ in await told(people)}
    assert await told(people) == (
        [(one, f"person.card_{key}") for one in sorted(whom)] if key else []
    )
    assert (key is None) == (whom == set())
    if key:
        assert {"an", "my"} < whom


async def test_the_day_is_written_day_first_in_both_languages(people: People) -> None:
    await only(people, 30)
    await run()
    said = await database.fetch("SELECT numbers FROM notices WHERE text_key = 'person.card_ends'")
    day = clock.today() + timedelta(days=30)
    assert said
    for row in said:
        assert f"{day:%d/%m/%Y}" in str(row["numbers"])
        assert day.isoformat() not in str(row["numbers"])


async def test_thirty_days_before_it_is_told_again_and_after_its_end_once_more(
    people: People,
) -> None:
    await only(people, 60)
    await run()
    first = await told(people)
    for days in (20, -2):
        until = clock.today() + timedelta(days=days)
        await database.execute(
            "UPDATE inspection_cards SET issued_on = $2, expires_on = $3 WHERE officer_id = $1 AND revoked_on IS NULL",
            people.an.id,
            until - timedelta(days=1800),
            until,
        )
        await run()
    assert len(await told(people)) == 3 * len(first)


async def test_who_has_a_newer_card_or_left_is_not_told(people: People) -> None:
    await only(people, 10)
    async with transaction():
        until = clock.today() + timedelta(days=1500)
        card = acts.CardIssued(
            card_id=new_id(), number="QLTT-new", issued_on=clock.today(), expires_on=until
        )
        await accounts.change(people.my.actor("cli"), people.an.id, card)
    await run()
    assert await told(people) == []
