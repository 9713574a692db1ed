"""An officer searches from a phone as at the desk: the same answer, the same scope, the same limit."""

import pytest

from backend.core import database, looks
from backend.core.buckets import Buckets
from backend.insight.search import service
from tests.integration.insight.test_search import followed
from tests.integration.insight.test_search_in_sight import turned_into_one_about
from tests.support import cases_made
from tests.support import informations as made
from tests.support.assertions import is_problem
from tests.support.people import People, Person
from tests.support.phone import Phones

API = "/api/mobile/v1/search"
pytestmark = pytest.mark.usefixtures("app")


async def found(phones: Phones, who: Person, typed: str) -> dict[str, list[str]]:
    """What a phone of theirs is answered: ids by kind."""
    phone = await phones.of(who, sync=False)
    answer = await phone.call("GET", "/search", params={"q": typed})
    return {
        group["kind"]: [hit["id"] or hit["code"] for hit in group["hits"]]
        for group in answer["groups"]
    }


@pytest.mark.long
async def test_a_phone_is_answered_as_the_desk_in_the_officer_s_own_scope(
    people: People, phones: Phones
) -> None:
    case = await cases_made.sanctioned(people)
    await followed()
    for who in (people.an, people.chi, people.giang, people.ho, people.lan):
        desk = await service.typed(who.actor("desk"), "mau tran 900")
        of_desk = {
            str(group.kind): [str(hit.id or hit.code) for hit in group.hits]
            for group in desk.groups
        }
        assert await found(phones, who, "mau tran 900") == of_desk, who.username
    assert (await found(phones, people.an, "TRẦN mẫu"))["case"] == [str(case.id)]
    assert "case" not in await found(phones, people.ho, "tran mau")
    assert "paper" not in await found(phones, people.lan, "tran mau")
    phone = await phones.of(people.an, sync=False)
    answer = await phone.call("GET", "/search", params={"q": "mau cay da"})
    [hit] = next(one for one in answer["groups"] if one["kind"] == "case")["hits"]
    assert [piece["text"] for piece in hit["name"] if piece["hit"]] == ["Mẫu"]
    assert [piece["text"] for piece in hit["where"] if piece["hit"]][:1] == ["Cây Đa"]


async def test_no_phone_finds_who_informed_nor_a_tip_about_its_officer(
    people: People, phones: Phones
) -> None:
    tip = await made.registered(people.an)
    await followed()
    assert (await found(phones, people.an, "minh phat ruou"))["information"] == [str(tip.id)]
    assert "information" not in await found(phones, people.an, "quach mai hoa")
    assert "information" not in await found(phones, people.chi, "gieng mut")
    await turned_into_one_about(people, people.an, tip.id)
    assert "information" not in await found(phones, people.an, "minh phat ruou"), "at once"
    await followed()
    assert "information" not in await found(phones, people.an, "minh phat ruou")
    assert "information" in await found(phones, people.giang, "minh phat ruou")


async def test_what_is_no_question_and_what_comes_too_fast_is_a_problem(
    people: People, phones: Phones, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone = await phones.of(people.an, sync=False)
    for typed, code in (("%$#", "search_without_words"), ("gạo " * 90, "search_too_long")):
        answer = await phone.client.get(API, params={"q": typed})
        is_problem(answer, 422, code)
    assert await phone.call("GET", "/search") == {"groups": [], "behind": 0}
    monkeypatch.setattr(looks, "_buckets", Buckets(1, 0))
    await phone.call("GET", "/search", params={"q": "gao"})
    answer = await phone.client.get(API, params={"q": "gao"})
    assert is_problem(answer, 429, "too_many_looks")["retryable"]
    assert answer.headers["retry-after"] == "1"
    logged = await database.fetch(
        "SELECT detail::text AS detail FROM access_log WHERE action = 'everything.searched'"
    )
    assert [one["detail"] for one in logged if "gao" in one["detail"]], "each look is on the log"
