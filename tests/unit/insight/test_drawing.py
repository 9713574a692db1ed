"""A sample is drawn by an algorithm that anybody can repeat: here it is written down a second time."""

import hashlib
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as some

from backend.insight.rules import drawing, sampling
from backend.insight.rules.drawing import Member
from backend.insight.rules.sampling import Looked
from schemas.casework.words import CaseState
from schemas.fieldwork.words import InspectionState
from schemas.insight.samples import LookResult

SEEDS = some.text(some.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=100)
MEMBERS = some.lists(
    some.tuples(some.sampled_from(["open", "sanctioned", "handed_on"]), some.uuids()),
    min_size=1,
    max_size=60,
    unique_by=lambda one: one[1],
)


def redrawn(seed: str, population: str, size: int) -> dict[str, list[str]]:
    """Draw from a population's file as docs/insight/samples.md states it, without the product's code."""
    ranked = sorted(
        (stratum, hashlib.sha256(seed.encode() + b"\n" + ident.encode()).hexdigest(), ident)
        for stratum, ident in (line.split() for line in population.split("\n") if line)
    )
    drawn: dict[str, list[str]] = {}
    for stratum, _, ident in ranked:
        drawn.setdefault(stratum, [])
        if len(drawn[stratum]) < size:
            drawn[stratum].append(ident)
    return drawn


@given(SEEDS, MEMBERS, some.integers(1, 30))
def test_another_program_draws_the_same(
    seed: str, members: list[tuple[str, UUID]], size: int
) -> None:
    known = [Member(*one) for one in members]
    found = drawing.draw(seed, known, size)
    said = {one.key: [str(each) for each in one.records] for one in found}
    assert said == redrawn(seed, drawing.listed(known), size)
    for one in found:
        assert one.population == sum(stratum == one.key for stratum, _ in members)
        assert len(one.records) == min(size, one.population)
    assert drawing.draw(seed, reversed(known), size) == found
    assert sorted(drawing.read(drawing.listed(known))) == sorted(known)


def test_the_draw_that_the_documentation_shows() -> None:
    """Computed with `printf '%s\\n%s' SEED ID | sha256sum`, not by the code."""
    ids = [UUID(int=number) for number in range(1, 7)]
    drawn = drawing.draw("Xổ số 2026-11-30: 12345", [Member("all", one) for one in ids], 3)
    by_hand = sorted(
        ids,
        key=lambda one: hashlib.sha256(f"Xổ số 2026-11-30: 12345\n{one}".encode()).hexdigest(),
    )
    assert list(drawn[0].records) == by_hand[:3]


def test_another_seed_draws_another_sample() -> None:
    known = [Member("all", UUID(int=number)) for number in range(1000)]
    one, other = (drawing.draw(seed, known, 50)[0].records for seed in ("a", "b"))
    assert set(one) != set(other)
    # 50 of 1000 twice: two or three in common are expected, a dozen would be no chance.
    assert len(set(one) & set(other)) < 12


@pytest.mark.parametrize(
    ("found", "looked", "least", "most"),
    # Wilson 1927; the values are those of published tables (z = 1.96), outwards to tenths of a percent.
    [(0, 10, 0, 278), (1, 10, 17, 405), (5, 10, 236, 764), (10, 10, 722, 1000), (0, 100, 0, 37)],
)
def test_a_share_lies_within_wilsons_interval(
    found: int, looked: int, least: int, most: int
) -> None:
    share = sampling.wilson(found, looked)
    assert share is not None
    assert abs(share.least - least) <= 1
    assert abs(share.most - most) <= 1
    assert 0 <= share.least <= 1000 * found / looked <= share.most <= 1000


def test_nothing_is_said_of_a_stratum_that_nobody_judged() -> None:
    looked = Looked(record_id=UUID(int=1), stratum="open", result=LookResult.NOT_JUDGED)
    (tally,) = sampling.tallies({"open": 1}, [looked])
    assert (tally.looked, tally.judged, tally.share) == (1, 0, None)


def test_a_stratum_that_was_judged_whole_is_known_exactly() -> None:
    results = [LookResult.FINDING, LookResult.IN_ORDER, LookResult.IN_ORDER, LookResult.IN_ORDER]
    looked = [
        Looked(record_id=UUID(int=at), stratum="open", result=one) for at, one in enumerate(results)
    ]
    (tally,) = sampling.tallies({"open": 4}, looked)
    assert tally.share == (250, 250)


def test_every_state_has_an_outcome() -> None:
    told = {sampling.outcome_of_case(one, sanctioned=False) for one in CaseState}
    assert told | {sampling.outcome_of_inspection(one) for one in InspectionState} == set(
        sampling.OUTCOMES
    )
    for one in CaseState:
        after = sampling.outcome_of_case(one, sanctioned=True)
        assert after == ("annulled" if one is CaseState.ANNULLED else "sanctioned")
