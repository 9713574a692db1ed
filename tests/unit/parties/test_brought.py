"""Whoever is parted in whatever order: nothing of a party that was merged stays with the one that stayed."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from backend.parties.rules import combining
from backend.parties.rules.combining import Brought, Joined
from schemas.core.vocabulary import SubjectKind
from schemas.parties.acts import Address, Identifier, PartyDetails
from schemas.parties.words import IdentifierKind

CHOICES = {"name": ("one", "other"), "phones": ("one", "other", "both")}
CHOICES["identifiers"] = CHOICES["phones"]


def party(number: int) -> PartyDetails:
    return PartyDetails(
        kind=SubjectKind.HOUSEHOLD,
        name=f"Hộ {number}",
        identifiers=[Identifier(kind=IdentifierKind.HOUSEHOLD_NUMBER, value=f"01A800{number}")],
        address=Address(line="Số 1"),
        phones=[f"09000000{number}"],
    )


def chosen() -> st.SearchStrategy[dict[str, str]]:
    return st.fixed_dictionaries({name: st.sampled_from(of) for name, of in CHOICES.items()})


@given(st.lists(chosen(), min_size=1, max_size=4), st.data())
def test_who_is_parted_from_all_in_any_order_is_as_before(
    choices: list[dict[str, str]], data: st.DataObject
) -> None:
    now = first = party(0)
    clock = datetime(2026, 12, 1, tzinfo=UTC)
    joined: list[Joined] = []

    def parts(at: int) -> PartyDetails:
        mine = joined[at]
        others = [one for one in joined if one is not mine]
        brought = combining.brought_now(mine, others)
        joined[at] = mine._replace(undone_at=clock)
        return combining.parted(brought.before, brought.merged, now)

    waiting = list(range(len(choices)))
    while waiting or any(one.undone_at is None for one in joined):
        clock += timedelta(hours=1)
        open_ones = [at for at, one in enumerate(joined) if one.undone_at is None]
        if waiting and (not open_ones or data.draw(st.booleans())):
            number = waiting.pop(0)
            after = combining.combine(now, party(number + 1), choices[number])
            joined.append(Joined(Brought(now, after), clock, clock + timedelta(minutes=1), None))
            now = after
        else:
            now = parts(data.draw(st.sampled_from(open_ones)))
    assert now == first
