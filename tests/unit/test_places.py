"""A phone hears at once of all that committed before it asked, and of what commits late as well."""

import random
from collections.abc import Iterator

from backend.core.places import Went, after_page
from tests.support.sampling import Sample

Place = tuple[int, int, int]
PAGE = 3


class Transactions:
    """Transactions that begin in order and end in any, each with a change or two, as the database shows them."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.next = 5
        self.open: set[int] = set()
        self.visible: set[Place] = set()

    def move(self) -> None:
        """One begins, or one of the open ones commits."""
        if self.open and self.chance.random() < 0.5:
            xid = self.chance.choice(sorted(self.open))
            self.open.remove(xid)
            self.visible |= {(1, xid, change) for change in range(self.chance.randint(1, 2))}
        else:
            self.open.add(self.next)
            self.next += 1

    def horizon(self) -> tuple[int, int]:
        """Before this every transaction is over."""
        return 1, min(self.open, default=self.next)


def pages(database: Transactions, began: Went[Place]) -> Iterator[tuple[list[Place], Went[Place]]]:
    """One answer, page by page, while the database goes on."""
    went, more = began, True
    while more:
        horizon = database.horizon()
        database.move()
        rows = sorted(each for each in database.visible if each > (went.ahead or went.place))
        more = len(rows) > PAGE
        went = after_page(went, rows[:PAGE], horizon, more=more)
        yield rows[:PAGE], went


def test_everything_committed_before_the_question_is_in_the_answer_and_nothing_slips_by(
    sample: Sample,
) -> None:
    for seed in sample.of(range(300), one_in=15):
        database, heard = Transactions(seed), set[Place]()
        went: Went[Place] = Went((1, 0, 0), None)
        for _ in range(30):
            for _ in range(database.chance.randint(0, 8)):
                database.move()
            before = set(database.visible)
            for told, after in pages(database, went):
                heard |= set(told)
                went = after
            assert went.ahead is None
            assert before <= heard


def test_nothing_is_told_twice_once_no_transaction_is_open() -> None:
    rows = [(1, 7, 1), (1, 9, 2)]
    held = after_page(Went((1, 0, 0), None), rows, (1, 8), more=False)
    assert held == Went((1, 7, 1), None)
    assert after_page(held, rows[1:], (1, 10), more=False) == Went((1, 9, 2), None)


def test_what_came_before_a_restore_is_settled_whatever_its_transaction() -> None:
    rows = [(1, 50_000, 1), (2, 700, 2), (2, 900, 3)]
    assert after_page(Went((1, 0, 0), None), rows, (2, 800), more=False).place == (2, 700, 2)
