"""What is published of a route over the days: a later version, its end, and the order of both. Pure."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest

from backend.approvals.rules.routes import Standing, next_fault, published
from schemas.approvals.routes import RouteDrafted
from schemas.approvals.submissions import RouteStep, Term, Who
from schemas.approvals.words import By, StepKind, SubmittedKind

TODAY = date(2026, 11, 30)


def draft(after: int = 0, **changed: Any) -> RouteDrafted:
    """A version that begins so many days after today."""
    given: dict[str, Any] = {
        "draft_id": uuid4(),
        "name": "Quyết định xử phạt",
        "kind": SubmittedKind.SANCTION,
        "unit_id": uuid4(),
        "forms": [],
        "fields": [],
        "amount_from": None,
        "amount_to": None,
        "steps": [RouteStep(kind=StepKind.SIGN, who=Who(by=By.HEAD), term=Term(hours=8))],
        "valid_from": day(after),
        "note": "",
    }
    return RouteDrafted(**(given | changed))


def day(after: int) -> date:
    return TODAY + timedelta(days=after)


def end(after: int) -> RouteDrafted:
    return draft(ends_on=day(after), note="thay quy trình")


FIRST = Standing(1, draft(-10), None)


def test_a_later_version_is_used_from_its_day_and_the_present_one_until_then() -> None:
    later = draft(30)
    now = published(FIRST, later, TODAY)
    assert (now.version, now.content, now.later_version) == (1, FIRST.content, 2)
    assert now.on(day(29)).content == FIRST.content
    assert now.on(day(30)) == Standing(2, later, None)


def test_a_version_from_today_takes_the_place_of_one_that_has_not_begun() -> None:
    now = published(published(FIRST, draft(30), TODAY), new := draft(), TODAY)
    assert now == Standing(3, new, None)


def test_a_route_that_has_not_begun_is_replaced_whole() -> None:
    assert published(Standing(1, draft(5), None), new := draft(20), TODAY) == Standing(2, new, None)


def test_an_end_takes_away_a_version_that_would_begin_after_it() -> None:
    now = published(FIRST, draft(30), TODAY)
    assert published(now, end(20), TODAY) == Standing(1, FIRST.content, day(20))
    kept = published(now, end(40), TODAY)
    assert (kept.valid_to, kept.later_version) == (day(40), 2)


def test_an_end_that_was_published_late_holds_from_the_day_of_its_publication() -> None:
    assert published(FIRST, end(-3), TODAY).valid_to == TODAY


@pytest.mark.parametrize(
    ("before", "said", "code"),
    [
        (Standing(0, draft(), None), end(5), "route_unknown"),
        (Standing(1, draft(-10), day(5)), end(6), "route_over"),
        (Standing(1, draft(-10), day(5)), end(3), None),
        (Standing(1, draft(-10), day(5)), draft(5), "route_ends_before"),
        (Standing(1, draft(-10), day(5)), draft(4), None),
        (Standing(1, draft(-10), day(-5)), draft(4), None),
        (published(FIRST, draft(30), TODAY), draft(31), "route_later"),
        (published(FIRST, draft(30), TODAY), draft(30), None),
    ],
)
def test_no_day_is_left_without_a_route_by_mistake(
    before: Standing, said: RouteDrafted, code: str | None
) -> None:
    found = next_fault(before, said, TODAY)
    assert (found[0] if found else None) == code
