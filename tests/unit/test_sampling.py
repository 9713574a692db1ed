"""A sample has something of each kind, is drawn again by its seed, and is everything in a long run."""

import random

from tests.support.sampling import Sample

CORPUS = [(kind, number) for kind in "abc" for number in range(20)]


def drawn(seed: int, *, whole: bool = False) -> list[tuple[str, int]]:
    sample = Sample(random.Random(seed), whole=whole)
    return sample.of(CORPUS, one_in=8, each=lambda case: case[0])


def test_of_each_kind_there_is_its_share_in_the_order_of_the_corpus() -> None:
    part = drawn(1)
    assert [kind for kind, _ in part] == ["a"] * 3 + ["b"] * 3 + ["c"] * 3
    assert part == sorted(part)


def test_a_kind_of_one_is_always_drawn() -> None:
    for seed in range(20):
        sample = Sample(random.Random(seed), whole=False)
        assert 7 in sample.of(range(20), one_in=50, each=lambda number: number == 7)


def test_a_seed_draws_the_same_again_and_another_seed_another_part() -> None:
    assert drawn(1) == drawn(1)
    assert len({tuple(drawn(seed)) for seed in range(20)}) > 10


def test_many_seeds_come_to_everything() -> None:
    assert {case for seed in range(200) for case in drawn(seed)} == set(CORPUS)


def test_a_whole_run_takes_everything() -> None:
    assert drawn(1, whole=True) == CORPUS
