"""The table of a case's time limits, as its page shows it: each state has a word and a shape of its own."""

import re
from datetime import UTC, datetime, timedelta
from functools import partial
from types import SimpleNamespace
from uuid import uuid4

import msgspec
import pytest

from admin_ui.shell.render import ENVIRONMENT
from admin_ui.shell.words import say
from backend.law.deadlines import service
from schemas.law.deadlines import Clock, ClockState, Fact

NOW = datetime(2026, 3, 12, 2, tzinfo=UTC)
TEMPLATE = ENVIRONMENT.from_string(
    '{% import "casework/clocks/clocks.html" as clocks with context %}{{ clocks.table(given) }}'
)


def shown(given: list[Clock], language: str, *roles: str) -> str:
    """The table's source, as an officer with these roles sees it."""
    actor = SimpleNamespace(has=lambda *wanted: bool(set(wanted) & set(roles)))
    words = partial(say, language)
    return TEMPLATE.render(given=given, lang=language, t=words, now=NOW, actor=actor)


def clock(state: ClockState) -> Clock:
    """The time for the sanction decision, in this state."""
    recorded = Fact(act="violation.recorded", at=NOW - timedelta(days=2))
    found = next(one for one in service.clocks([recorded], "2026-01-01", NOW) if one.rule == "D12")
    return msgspec.structs.replace(found, state=state)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_each_state_has_its_own_word_and_its_own_shape(language: str) -> None:
    mark = re.compile(r'clock-mark [^"]*">(<svg.*?</svg>)\s*([^<]+)</span>', re.DOTALL)
    marks = [mark.search(shown([clock(state)], language)) for state in ClockState]
    assert all(marks)
    assert len({found[1] for found in marks if found}) == len(ClockState)
    assert len({found[2] for found in marks if found}) == len(ClockState)


def test_a_row_names_article_length_end_and_what_is_left_or_done() -> None:
    running = shown([clock(ClockState.RUNNING)], "vi")
    for said in ("Khoản 1 Điều 66", "07 ngày làm việc", "hết ngày 19/03/2026", "còn 7 ngày"):
        assert said in running, said
    assert "/desk/law" not in running
    done = msgspec.structs.replace(clock(ClockState.MET), met_at=NOW)
    assert "12/03/2026 09:00" in shown([done], "vi")
    assert "còn" not in shown([done], "vi")


def test_a_clock_links_to_the_law_book_with_what_lengthened_it() -> None:
    told = [
        Fact(act="violation.recorded", at=NOW - timedelta(days=2)),
        Fact(act="explanation.requested", at=NOW - timedelta(days=1)),
    ]
    found = [one for one in service.clocks(told, "2026-11-28", NOW) if one.rule == "D12"]
    wanted = "rule=D12&amp;start=2026-03-10T09%3A00&amp;given=explanation_asked"
    assert f'href="/desk/law/deadline?{wanted}"' in shown(found, "vi")


def test_what_nobody_has_compared_with_the_law_is_shown_to_legal_officers_and_auditors_alone() -> (
    None
):
    given = [clock(ClockState.RUNNING)]
    assert "Còn điểm chưa đối chiếu" in shown(given, "vi", "legal")
    assert "Còn điểm chưa đối chiếu" in shown(given, "vi", "auditor")
    assert "Còn điểm chưa đối chiếu" not in shown(given, "vi", "inspector", "supervisor")


def test_an_extension_and_a_year_not_decided_are_told_and_an_empty_case_too() -> None:
    plain = shown([clock(ClockState.RUNNING)], "en")
    told = msgspec.structs.replace(
        clock(ClockState.RUNNING), extended_by=uuid4(), calendar_undecided=True
    )
    for said in ("Extended by a document", "days off of the year are not final"):
        assert said in shown([told], "en")
        assert said not in plain
    assert "no time limit yet" in shown([], "en")
