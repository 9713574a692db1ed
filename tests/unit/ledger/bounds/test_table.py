"""Every day, moment and number of every act has a bound, or a reason why nobody types it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.core.local_time import VIETNAM
from backend.ledger.bounds import rules, texts
from backend.ledger.bounds.edges import At, Frame, Told, above, below, resolve
from backend.ledger.bounds.table import Line
from schemas.ledger.acts import CONTENTS
from tests.support.bounds_page import BY_THE_SYSTEM, TABLE

NOW = datetime(2026, 7, 15, 3, 0, tzinfo=UTC)


def leaves(kind: msgspec.inspect.Type, at: str = "") -> Iterator[tuple[str, msgspec.inspect.Type]]:
    """Every day, moment and number of a content, by its pointer."""
    match kind:
        case msgspec.inspect.StructType(fields=fields):
            for one in fields:
                yield from leaves(one.type, f"{at}/{one.encode_name}")
        case msgspec.inspect.UnionType(types=types):
            for part in types:
                yield from leaves(part, at)
        case (
            msgspec.inspect.ListType(item_type=item) | msgspec.inspect.VarTupleType(item_type=item)
        ):
            yield from leaves(item, f"{at}/*")
        case (
            msgspec.inspect.DateType() | msgspec.inspect.DateTimeType() | msgspec.inspect.IntType()
        ):
            yield at, kind
        case _:
            pass


PLACES = {
    (act, pointer): leaf
    for act, content in CONTENTS.items()
    for pointer, leaf in leaves(msgspec.inspect.type_info(content))
}


def bounded_by_type(leaf: msgspec.inspect.Type) -> bool:
    """A number whose type says from where to where, and not only that JSON can carry it."""
    return (
        isinstance(leaf, msgspec.inspect.IntType)
        and leaf.ge is not None
        and leaf.le is not None
        and leaf.le < 2**53 - 1
    )


def test_every_day_moment_and_number_that_an_act_may_say_has_its_bounds() -> None:
    lines = {(kind, line.pointer) for line in TABLE for kind in line.kinds}
    free = {tuple(place.split(" ")) for place in BY_THE_SYSTEM}
    open_places = {
        place
        for place, leaf in PLACES.items()
        if place not in lines | free and not bounded_by_type(leaf)
    }
    assert open_places == set(), "give them `bounds` in the declaration of their act"


def test_the_table_speaks_of_places_that_there_are() -> None:
    lines = {(kind, line.pointer) for line in TABLE for kind in line.kinds}
    assert lines <= PLACES.keys()
    assert {tuple(place.split(" ")) for place in BY_THE_SYSTEM} <= PLACES.keys()


def test_every_field_has_a_name_for_people_in_both_languages() -> None:
    bounded = {line.pointer.rsplit("/", 1)[-1] for line in TABLE}
    assert bounded == texts.FIELDS.keys(), "the names are in backend/ledger/bounds/texts.py"


def content_with(line: Line, value: Any, others: dict[str, Any]) -> Any:
    """A content that says this at the line's place, and nothing but what its edges look at."""
    root: dict[str, Any] = dict(others)
    if line.when:
        root[line.when[0]] = line.when[1]
    steps = line.pointer.split("/")[1:]
    inner: Any = value
    for step in reversed(steps[1:]):
        inner = [inner] if step == "*" else SimpleNamespace(**{step: inner})
    if isinstance(root.get(steps[0]), SimpleNamespace):
        vars(root[steps[0]]).update(vars(inner))
    else:
        root[steps[0]] = inner
    return SimpleNamespace(**root)


def others_of(line: Line) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for edge in (*line.least, *line.most):
        pointer = getattr(edge, "pointer", None)
        if pointer is None or pointer == line.pointer:
            continue
        steps = pointer.split("/")[1:]
        value: Any = 2026 if steps[-1] == "year" else date(2026, 7, 15)
        for step in reversed(steps[1:]):
            value = SimpleNamespace(**{step: value})
        found[steps[0]] = value
    return found


def told_of(line: Line) -> dict[str, Any]:
    money = {"interest_left", "gain_left", "proceeds_left"}
    return {
        edge.name: 50_000 if edge.name in money else date(2026, 6, 1)
        for edge in (*line.least, *line.most)
        if isinstance(edge, Told)
    }


def ask(line: Line, value: Any) -> rules.Fault | None:
    return rules.fault(
        line.kinds[0],
        content_with(line, value, others_of(line)),
        now=NOW,
        made_at=NOW,
        told=told_of(line),
    )


def edges_of(line: Line) -> tuple[Any, Any]:
    frame = Frame(
        now=NOW, made_at=NOW, content=SimpleNamespace(**others_of(line)), told=told_of(line)
    )
    least = [value for edge in line.least if (value := resolve(edge, frame)) is not None]
    most = [value for edge in line.most if (value := resolve(edge, frame)) is not None]
    return (
        max(least, key=_sortable) if least else None,
        min(most, key=_sortable) if most else None,
    )


def _sortable(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(VIETNAM).date()
    return value


def step(value: Any) -> Any:
    """The least that makes a difference: a number, or a day."""
    return 1 if isinstance(value, int) else timedelta(days=1)


def as_leaf(line: Line, value: Any) -> Any:
    """An edge as a value of the place's own kind, at the noon of its day."""
    leaf = PLACES[line.kinds[0], line.pointer]
    is_moment = isinstance(leaf, msgspec.inspect.DateTimeType)
    if is_moment and not isinstance(value, datetime):
        return datetime(value.year, value.month, value.day, 5, tzinfo=UTC)
    return value


@pytest.mark.parametrize("line", TABLE, ids=lambda line: f"{line.acts} {line.pointer}")
def test_each_edge_holds_on_it_and_not_beyond_it(line: Line) -> None:
    least, most = edges_of(line)
    assert least is not None
    assert most is not None
    assert ask(line, as_leaf(line, least)) is None
    assert ask(line, as_leaf(line, most)) is None
    for value in (as_leaf(line, least) - step(least), as_leaf(line, most) + step(most)):
        found = ask(line, value)
        assert found is not None, value
        assert found.line.pointer == line.pointer
        said = texts.text(found)
        assert said.vi.startswith("«")
        assert "None" not in said.vi + said.en


@pytest.mark.parametrize(
    ("act", "content"),
    [
        ("adhoc_plan.issued", {"start_on": date(2026, 7, 14), "end_on": date(2026, 7, 16)}),
        ("execution.postponed", {"until": date(2026, 7, 14)}),
        ("seizure.extended", {"until": date(2026, 7, 14)}),
        (
            "instalments.granted",
            {"schedule": [SimpleNamespace(due_on=date(2026, 7, 14), amount=9_000_000)]},
        ),
    ],
)
def test_what_a_signed_paper_says_is_entered_after_its_day_too(
    act: str, content: dict[str, Any]
) -> None:
    """A sheet signed by hand waits 48 hours for its comparison (PRACTICE B3); it is judged by its own date (B8)."""
    told = {"decided": date(2026, 7, 1), "seized": date(2026, 6, 20)}
    said = SimpleNamespace(**content)
    assert rules.fault(act, said, now=NOW, made_at=NOW, told=told) is None


DAYS = st.dates(min_value=date(1, 1, 2), max_value=date(9999, 12, 30))


@given(DAYS, DAYS.map(lambda day: datetime(day.year, day.month, day.day, 20, tzinfo=UTC)))
def test_a_day_is_either_before_an_edge_or_after_it_or_inside(
    day: datetime, edge: datetime
) -> None:
    local = edge.astimezone(VIETNAM).date()
    assert below(day, edge) == (day < local)
    assert above(day, edge) == (day > local)
    assert below(edge, day) == (local < day)


@given(st.integers(min_value=-(10**7), max_value=10**7))
def test_an_edge_beyond_the_calendar_is_open_and_breaks_nothing(days: int) -> None:
    frame = Frame(now=NOW, made_at=NOW, content=SimpleNamespace(on=date(2026, 7, 1)))
    value = resolve(At("/on", days), frame)
    assert value is None or value == date(2026, 7, 1) + timedelta(days=days)
