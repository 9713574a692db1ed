"""When officers are reminded of an information's limits."""

from datetime import UTC, datetime, timedelta

from backend.intake.rules import reminders
from backend.intake.rules.reminders import Ending

END = datetime(2026, 12, 3, 17, tzinfo=UTC)
"""The end of 3 December in Vietnam."""
RUNNING = [Ending("C27-9.2", END)]


def test_a_limit_is_told_of_on_the_morning_of_its_last_day_and_once_it_is_over() -> None:
    morning = datetime(2026, 12, 3, 1, tzinfo=UTC)  # 08:00 in Vietnam
    assert reminders.next_at(RUNNING, morning - timedelta(days=4)) == morning
    assert reminders.due_now(RUNNING, morning - timedelta(minutes=1)) == []
    assert [one.late for one in reminders.due_now(RUNNING, morning)] == [False]
    assert reminders.next_at(RUNNING, morning) == END
    assert [one.late for one in reminders.due_now(RUNNING, END)] == [True]
    assert reminders.next_at(RUNNING, END) is None


def test_after_an_act_what_the_job_may_have_missed_is_looked_at_again_and_old_limits_are_not() -> (
    None
):
    assert reminders.from_act(RUNNING, END - timedelta(hours=1)) == END - reminders.NEAR
    assert reminders.from_act(RUNNING, END + timedelta(days=3)) is None
    assert reminders.due_now(RUNNING, END + timedelta(days=3)) == []


def test_of_several_limits_each_has_its_own_moments() -> None:
    both = [*RUNNING, Ending("C27-9.1", END - timedelta(days=1))]
    assert reminders.next_at(both, END - timedelta(days=1, hours=1)) == END - timedelta(days=1)
    assert [one.rule for one in reminders.due_now(both, END - timedelta(hours=1))] == [
        "C27-9.2",
        "C27-9.1",
    ]
