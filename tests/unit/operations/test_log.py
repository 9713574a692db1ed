"""The auditors' log merges its tables by time, leaves out no row between pages, and has a sentence for everything."""

import re
from datetime import UTC, datetime, timedelta
from uuid import UUID

from backend.core import access_log
from backend.force.texts.notices import TITLES
from backend.operations.rules.log import KINDS, Logged, Place, Source, merged, whose
from backend.operations.texts import log as texts
from tests.architecture.tree import python, strings

NOON = datetime(2026, 11, 30, 5, 0, tzinfo=UTC)
AN = UUID(int=1)


def row(source: Source, number: int, seconds: int = 0, **changed: object) -> Logged:
    """One row of a source, so many seconds after noon."""
    given = {"officer_id": AN, "operator": None, "kind": "read", "action": "case.page"}
    given |= {"record_id": None, "photo_id": None, "address": None, "detail": None, "unit_id": None}
    at = NOON + timedelta(seconds=seconds)
    return Logged(source=source, id=number, at=at, times=1, **(given | changed))  # type: ignore[arg-type]


def test_rows_of_one_moment_are_each_shown_once_however_pages_are_cut() -> None:
    everything = [row(source, number) for source in Source for number in (1, 2, 3)]
    for limit in range(1, 10):
        shown: list[Logged] = []
        place: Place | None = None
        while len(shown) < len(everything):
            pages = []
            for source in Source:
                own = sorted(
                    (one for one in everything if one.source is source), key=lambda one: -one.id
                )
                if place is not None:
                    bound, at = place.bound(source), place.at
                    own = [one for one in own if (one.at, one.id) < (at, bound)]
                pages.append(own[:limit])
            page = merged(pages, limit)
            shown += page
            place = Place(at=page[-1].at, source=page[-1].source, id=page[-1].id)
        assert sorted(one.key for one in shown) == sorted(one.key for one in everything)
        assert len(shown) == len(everything)


def test_runs_are_of_one_officer_one_kind_and_one_record() -> None:
    same = whose(row(Source.ACCESS, 1))
    assert whose(row(Source.ACCESS, 2, 9, action="case.act")) == same
    for changed in ({"officer_id": UUID(int=2)}, {"kind": "copy"}, {"record_id": UUID(int=3)}):
        assert whose(row(Source.ACCESS, 3, **changed)) != same


def test_whatever_is_recorded_has_a_sentence_and_a_kind_that_can_be_chosen() -> None:
    called = re.compile(r"^(?:[a-z_]+)\.(?:[a-z_]+)$")
    families = {one.partition(".")[0] for one in (*texts.ACTIONS, *access_log.KINDS)}
    recorded = {
        value
        for path in python("backend", "admin_ui", "mobile_api")
        if "access_log" in path.read_text() and path.name != "access_log.py"
        for _, value in strings(path)
        if called.match(value) and value.partition(".")[0] in families
    } - set(TITLES)  # what people are told is no reading
    assert len(recorded) > 30
    known = set(texts.ACTIONS) | {
        one for one in recorded if f"{one.partition('.')[0]}." in texts.FAMILIES
    }
    assert recorded <= known, sorted(recorded - known)
    assert set(access_log.KINDS) <= set(texts.ACTIONS)
    assert {*access_log.KINDS.values(), "read", "refused"} == set(KINDS) == set(texts.KINDS)
    for text in (*texts.ACTIONS.values(), *texts.FAMILIES.values(), *texts.RUNS.values()):
        named = re.compile(r"{(\w+)}")
        assert set(named.findall(text.vi)) == set(named.findall(text.en))
