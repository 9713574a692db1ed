"""Officers of one team write without a signal and come online in any order: what people signed stands, and nothing of
the others is lost or forgotten."""

from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.operations.verification import service as verification
from backend.operations.verification.findings import Verdict
from tests.support import orders
from tests.support.orders import Handset
from tests.support.people import People
from tests.support.sampling import examples

pytestmark = pytest.mark.usefixtures("pool")


async def leader_and_colleague(people: People) -> list[Handset]:
    """The colleague wrote minutes, and had them signed; the leader wrote his, collected two hands and submitted."""
    chi, an = await orders.visit(people, people.chi, people.an)
    colleague = an.minutes("an's")
    an.signatures("an's", colleague)
    leader = chi.minutes("chi's")
    chi.submission("submission", leader, chi.signatures("chi's", leader))
    return [chi, an]


async def test_a_colleagues_minutes_void_nothing_in_whatever_order_two_phones_come(
    people: People,
) -> None:
    """All 35 orders: the same screen for head and team, byte for byte."""
    screens = set()
    for order in orders.every((4, 3)):
        phones = await leader_and_colleague(people)
        assert await orders.arrive(phones, order) == [], order
        seen = await orders.shown(phones, people.giang)
        assert seen == await orders.shown(phones, people.giang)
        assert seen.minutes is not None
        assert (seen.state, phones[0].names[str(seen.minutes.id)]) == ("submitted", "chi's")
        assert [one.code in ("minutes_final", "minutes_not_owned") for one in seen.beside] == [True]
        screens.add(orders.screen(seen, phones))
    assert len(screens) == 1, screens
    report = await verification.in_snapshot(None, lambda *_: None)
    assert report.verdict is Verdict.OK, report.findings


async def test_whom_the_leader_names_submits_in_whatever_order_their_phones_come(
    people: People,
) -> None:
    """The colleague's submission may come before the leader's word that he owns the minutes: it waits on his phone."""
    screens = set()
    for order in orders.every((2, 4)):
        chi, an = await orders.visit(people, people.chi, people.an)
        chi.minutes("chi's")
        chi.write("entrusting", "minutes.entrusted", {"officer_id": str(people.an.id)})
        colleague = an.minutes("an's")
        an.submission("submission", colleague, an.signatures("an's", colleague))
        assert await orders.arrive([chi, an], order) == [], order
        seen = await orders.shown([chi, an], people.giang)
        screens.add(orders.screen(seen, [chi, an]))
        assert seen.beside == []
    assert len(screens) == 1, screens


async def test_of_one_officers_two_phones_the_submission_decides(people: People) -> None:
    """Not the later clock and not the later arrival: the minutes that it names; the other's are kept beside, signed or
    not."""
    screens = set()
    for order in orders.every((4, 1)):
        one, other = await orders.visit(people, people.chi, people.chi)
        other.minutes("the other's")
        first = one.minutes("the one's")
        one.submission("submission", first, one.signatures("the one's", first))
        assert await orders.arrive([one, other], order) == [], order
        seen = await orders.shown([one, other], people.giang)
        assert seen.minutes is not None
        assert one.names[str(seen.minutes.id)] == "the one's"
        # Replaced before anybody signed it: nothing to be told; all else stands beside.
        came_first = order.index(1) == 0
        assert len(seen.beside) == (0 if came_first else 1)
        screens.add(orders.screen(seen, [one, other]))
    assert len(screens) == 2


async def three(people: People) -> list[Handset]:
    """Three write; the leader has his signed and submits, the other two have one hand each."""
    chi, an, binh = await orders.visit(people, people.chi, people.an, people.binh)
    for phone, name in ((an, "an's"), (binh, "binh's")):
        phone.write(
            f"{name} hand",
            "person.signed",
            orders.contents.signed(phone.minutes(name), "subject", "Nguyễn Văn Thử"),
        )
    leader = chi.minutes("chi's")
    chi.submission("submission", leader, chi.signatures("chi's", leader))
    return [chi, an, binh]


_THREE = list(orders.every((4, 2, 2)))


@settings(
    max_examples=examples(12),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(order=st.sampled_from(_THREE), again=st.sets(st.integers(0, 7), max_size=3))
async def test_three_phones_with_cuts_come_to_the_same_screen(
    people: People, order: tuple[int, ...], again: set[int]
) -> None:
    phones = await three(people)
    assert await orders.arrive(phones, order, sorted(again)) == []
    seen = await orders.shown(phones, people.giang)
    assert seen.minutes is not None
    assert (seen.state, phones[0].names[str(seen.minutes.id)]) == ("submitted", "chi's")
    assert [one.officer_name for one in seen.beside] == sorted(
        (people.an.full_name, people.binh.full_name),
        key=[one.officer_name for one in seen.beside].index,
    )
    assert all(one.in_force for one in seen.signatures if one.minutes == seen.minutes.id)


@pytest.mark.long
async def test_three_phones_in_all_420_orders_come_to_one_screen(people: People) -> None:
    screens = set()
    for order in _THREE:
        phones = await three(people)
        assert await orders.arrive(phones, order) == [], order
        screens.add(orders.screen(await orders.shown(phones, people.giang), phones))
    assert len(screens) == 1, screens


async def test_who_does_not_own_the_minutes_submits_nothing_and_loses_nothing(
    people: People,
) -> None:
    chi, an = await orders.visit(people, people.chi, people.an)
    colleague = an.minutes("an's")
    an.submission("submission", colleague, an.signatures("an's", colleague))
    assert await orders.arrive([chi, an], (1, 1, 1, 1)) == ["not_minutes_owner"]
    seen = await orders.shown([chi, an], people.giang)
    assert (seen.state, seen.minutes) == ("announced", None)
    assert [(one.minutes, one.signers) for one in seen.beside] == [
        (UUID(colleague), ["Lê Linh Chi", "Nguyễn Văn Thử"])
    ]
    refused = await orders.database.fetchval(
        "SELECT count(*) FROM refused_acts WHERE act_type = 'inspection.submitted'"
    )
    assert refused


async def test_what_was_set_aside_stays_so_when_its_writer_is_named(people: People) -> None:
    """The leader's word on a text holds: naming its writer lets in what he writes, not what was put away."""
    chi, an = await orders.visit(people, people.chi, people.an)
    wrong = an.minutes("an's")
    chi.write("aside", "minutes.set_aside", {"minutes": wrong, "reason": "Nội dung không đúng"})
    chi.write("entrusting", "minutes.entrusted", {"officer_id": str(people.an.id)})
    assert await orders.arrive([chi, an], (1, 0, 0)) == []
    seen = await orders.shown([chi, an], people.giang)
    assert (seen.minutes, seen.minutes_owner) == (None, people.an.id)
    assert [(one.minutes, one.set_aside) for one in seen.beside] == [
        (UUID(wrong), "Nội dung không đúng")
    ]
