"""Whichever way records are looked for, what is found is what a look at every record finds, the newest first."""

import re
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any, NamedTuple
from unittest.mock import patch
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from backend.core.local_time import day_of
from backend.core.scope import Reach
from backend.insight.queries.search import Asked, Filters, Look, Part, Row, Way
from backend.insight.queries.search_lists import HowMany, Stands
from backend.insight.rules.search import asking, indexing
from backend.insight.rules.search.asking import MOST_MEANT, Question, Term
from backend.insight.search import ways
from schemas.insight.search import Sought

NATION, TEAM, OTHER = UUID(int=1), UUID(int=2), UUID(int=3)
NOW = datetime(2026, 11, 30, 5, tzinfo=UTC)
WORDS = ("gao", "hoa", "hoang", "sen", "s", "lanh", "12345", "345", "45")


class Record(NamedTuple):
    """A record as the database has it."""

    id: UUID
    at: datetime
    words: frozenset[str]
    tags: frozenset[str]


def record(number: int, days: int, words: frozenset[str], unit: UUID) -> Record:
    """A record that began so many days ago."""
    at = NOW - timedelta(days=days)
    units = {indexing.unit_tag(NATION), indexing.unit_tag(unit)}
    return Record(UUID(int=number), at, words, frozenset(units | set(indexing.time_tags(at))))


records = st.lists(
    st.tuples(
        st.integers(0, 900) | st.integers(0, 40),
        st.frozensets(st.sampled_from(WORDS)),
        st.sampled_from((TEAM, OTHER)),
    ),
    max_size=40,
).map(lambda drawn: [record(number, *one) for number, one in enumerate(drawn)])
typed = st.lists(st.sampled_from((*WORDS, "h", "ho", "3", "xyz")), min_size=1, max_size=3)
questions = st.tuples(typed.map(" ".join), st.sampled_from(("", " "))).map("".join)
bounds = st.fixed_dictionaries(
    {
        "WALKED": st.integers(0, 8),
        "TYPED": st.integers(1, 6),
        "IN_MONTH": st.integers(1, 6),
        "CANDIDATES": st.integers(1, 12),
        "MOST_COUNT_WALKED": st.integers(1, 30),
        "SHORT_LIST": st.just(50),
    }
)


def has(lexemes: frozenset[str], query: str) -> bool:
    """What PostgreSQL says of a tsquery without weights."""

    def one(said: str) -> bool:
        match = re.fullmatch(r"'([^']+)'(:\*)?", said)
        assert match is not None, said
        word, unfinished = match.groups()
        return any(it.startswith(word) if unfinished else it == word for it in lexemes)

    return all(
        any(one(said) for said in part.strip("()").split(" | ")) for part in query.split(" & ")
    )


class Database:
    """Answers what the steps ask, and notes it."""

    def __init__(self, rows: list[Record], many: float) -> None:
        self.rows = sorted(rows, key=lambda row: (row.at, row.id), reverse=True)
        self.many = many
        self.looks: list[Look] = []

    def plain(self, asked: Asked) -> list[Record]:
        """Look at every record."""
        return [row for row in self.rows if self._fits(row, asked) and _behind(row, asked)]

    def run(self, steps: ways.Steps[ways.Answer]) -> ways.Answer:
        """Take steps to their end."""
        answer: Any = None
        while True:
            try:
                wanted = steps.send(answer)
            except StopIteration as ended:
                found: ways.Answer = ended.value
                return found
            if isinstance(wanted, HowMany):
                answer = self.many
            else:
                self.looks += wanted
                answer = [self.look(one) for one in wanted]

    def look(self, look: Look) -> Part:
        """Answer one look as the statement does."""
        asked = look.asked
        if look.way in (Way.COUNT, Way.COUNT_WALKING):
            if look.way is Way.COUNT:
                assert all(
                    has(row.words | row.tags, look.drivers or "") for row in self._all(asked)
                )
                return Part(rows=[], count=len(self._all(asked)), whole=False)
            seen = [row for row in self.rows if _behind(row, asked)]
            count = sum(self._fits(row, asked) for row in seen[: look.most])
            return Part(rows=[], count=count, whole=len(seen) < look.most)
        if look.way is Way.WALK:
            seen = [row for row in self.rows if _of_unit(row, asked) and _behind(row, asked)]
            seen = seen[: look.most]
        else:
            assert look.way is Way.INDEX
            # The index answers in the order of the table, the oldest first.
            oldest = reversed(self.rows)
            seen = [row for row in oldest if has(row.words | row.tags, look.drivers or "")]
            seen = seen[: look.most]
        fitting = [row for row in seen if self._fits(row, asked) and _behind(row, asked)]
        fitting.sort(key=lambda row: (row.at, row.id), reverse=True)
        full = look.ends and len(fitting) >= asked.limit
        fitting = fitting[: asked.limit] if look.ends else fitting
        return Part(
            rows=[_row(row) for row in fitting[: asked.limit]],
            count=len(fitting),
            whole=not full and len(seen) < look.most,
            share=len(fitting) / len(seen) if seen else 0.0,
        )

    def _all(self, asked: Asked) -> list[Record]:
        return [row for row in self.rows if self._fits(row, asked)]

    def _fits(self, row: Record, asked: Asked) -> bool:
        return _of_unit(row, asked) and has(row.words | row.tags, asked.question.whole())


def _of_unit(row: Record, asked: Asked) -> bool:
    assert asked.reach.unit is not None
    return indexing.unit_tag(asked.reach.unit[1]) in row.tags


def _behind(row: Record, asked: Asked) -> bool:
    return asked.after is None or (row.at, row.id) < (asked.after[0], asked.after[-1])  # type: ignore[operator]


def _row(row: Record) -> Row:
    nothing = dict.fromkeys(
        ("number", "name", "place", "state", "form", "at", "unit_vi", "unit_en")
    )
    return Row(id=row.id, ordered_at=row.at, said=[], **nothing)  # type: ignore[arg-type]


def known(rows: Sequence[Record], question: Question) -> dict[Term, Stands]:
    """What search_newest says."""
    found = {}
    for term in question.of_letters:
        days: dict[str, date] = {}
        for row in rows:
            for word in row.words:
                if term.fits(word):
                    days[word] = max(day_of(row.at), days.get(word, date.min))
        told = sorted(days)[: MOST_MEANT + 1]
        day = max(days.values(), default=None) if len(told) <= MOST_MEANT else None
        found[term] = Stands(words=told, day=day)
    return found


def asked_of(question: Question, unit: UUID, limit: int, enough: int) -> Asked:
    """A question of the nation's reader, or of a team's."""
    level = 1 if unit == NATION else 3
    return Asked(
        kind=Sought.CASE,
        question=question,
        filters=Filters(),
        reach=Reach(officer_id=UUID(int=9), unit=(level, unit)),
        limit=limit,
        enough=enough,
    )


def with_bounds(small: dict[str, int], ask: Callable[[], None]) -> None:
    """Ask where few rows are many."""
    with patch.multiple(ways, **small), patch.object(ways.clock, "now", lambda: NOW):
        ask()


@given(records, questions, st.sampled_from((NATION, TEAM)), bounds, st.floats(0, 100))
def test_every_way_finds_what_a_look_at_every_record_finds(
    rows: list[Record], text: str, unit: UUID, small: dict[str, int], many: float
) -> None:
    question = asking.read(text)
    database = Database(rows, many)

    def ask() -> None:
        for enough in (2, 6):
            asked = asked_of(question, unit, 6, enough)
            plain = [row.id for row in database.plain(asked)]
            found, _ = database.run(ways.in_unit(asked, known(rows, question), counted=False))
            assert [row.id for row in found] == plain[: len(found)]
            assert len(found) >= min(enough, len(plain))
        found, count = database.run(ways.in_unit(asked, known(rows, question), counted=True))
        assert [row.id for row in found] == plain[:6]
        assert count == len(plain)

    with_bounds(small, ask)


@given(records, questions, bounds, st.floats(0, 100))
def test_pages_follow_each_other_to_the_last_record(
    rows: list[Record], text: str, small: dict[str, int], many: float
) -> None:
    question = asking.read(text)
    database = Database(rows, many)

    def ask() -> None:
        asked = asked_of(question, NATION, 3, 3)
        plain = [row.id for row in database.plain(asked)]
        seen: list[UUID] = []
        for _ in range(len(rows) + 1):
            found, _count = database.run(ways.in_unit(asked, known(rows, question), counted=False))
            seen += [row.id for row in found]
            if len(found) < 3:
                break
            last = found[-1]
            assert last.ordered_at is not None
            asked = Asked(**{**_fields(asked), "after": (last.ordered_at, last.id)})
        assert seen == plain

    with_bounds(small, ask)


def _fields(asked: Asked) -> dict[str, Any]:
    return {name: getattr(asked, name) for name in asked.__struct_fields__}


def ways_of(rows: list[Record], text: str, many: float = 0.0) -> list[Look]:
    """What is looked at for a question of the nation's."""
    question = asking.read(text)
    database = Database(rows, many)
    asked = asked_of(question, NATION, 30, 6)
    with patch.object(ways.clock, "now", lambda: NOW):
        database.run(ways.in_unit(asked, known(rows, question), counted=False))
    return database.looks


def test_a_word_that_no_record_has_is_looked_for_nowhere() -> None:
    rows = [record(1, 3, frozenset({"gao"}), TEAM)]
    assert not ways_of(rows, "gao xyz ")
    assert not ways_of(rows, "gao xyz")


def test_what_only_old_records_say_is_found_by_one_walk_where_they_are() -> None:
    new = [record(n, n // 20, frozenset({"gao"}), TEAM) for n in range(1000)]
    old = [record(1000 + n, 800 + n // 20, frozenset({"gao", "sen"}), TEAM) for n in range(100)]
    [look] = ways_of([*new, *old], "gao sen ")
    assert look.way is Way.WALK
    assert look.most == ways.WALKED


def test_common_words_that_rarely_meet_are_looked_for_month_by_month() -> None:
    # 4,000 records of 400 days: each tenth has one word, each other tenth the other, and few have both.
    rows = [
        record(
            n, n // 10, frozenset({"gao", "sen"} if n % 499 == 0 else {("gao", "sen")[n % 2]}), TEAM
        )
        for n in range(1, 4000)
    ]
    first, *later = ways_of(rows, "gao sen ", many=10_000_000)
    assert first.way is Way.WALK
    spans = [re.search(r"@[mqy]\d+", one.drivers or "") for one in later]
    assert [one and one.group() for one in spans][:3] == ["@m202611", "@m202610", "@q20263"]


def test_a_rare_word_is_asked_of_all_records_at_once() -> None:
    rows = [record(n, n // 10, frozenset({"gao"}), TEAM) for n in range(1, 1000)]
    rows.append(record(0, 90, frozenset({"sen", "gao"}), TEAM))
    rows.append(record(1000, 0, frozenset({"sen"}), TEAM))
    *_, last = ways_of(rows, "gao sen ", many=1000)
    assert (last.way, last.drivers) == (Way.INDEX, "'gao' & 'sen'")
    assert all(one.way is not Way.INDEX for one in ways_of(rows, "gao sen ", many=1000)[:-1])


def test_beginnings_of_many_words_are_not_asked_of_the_index() -> None:
    words = [f"h{chr(97 + n)}" for n in range(25)]
    rows = [record(n, n, frozenset({"lanh"}), TEAM) for n in range(500)]
    rows += [record(1000 + n, 700, frozenset({words[n], "sen"}), TEAM) for n in range(25)]
    looks = ways_of(rows, "sen h")
    assert looks
    assert all("'h'" not in (one.drivers or "") for one in looks)


def test_years_fall_apart_into_quarters_and_months() -> None:
    year = indexing.Span(12 * 2025, 12)
    assert [one.tag for one in year.shorter] == ["@q20254", "@q20253", "@q20252", "@q20251"]
    assert [one.tag for one in year.shorter[0].shorter] == ["@m202512", "@m202511", "@m202510"]
    assert all(newer.first > older.first for newer, older in pairwise(year.shorter))
