"""Clocks of a decision without minutes on the file of a prosecution body, under the edition of 2026-11-28.

It is made in the office, at any amount and with every measure (Law Art 56.1.b), so all runs as after minutes.
"""

from datetime import date
from typing import Any

import pytest

from schemas.law.deadlines import ClockState, Fact
from tests.unit.law.deadlines.test_edition_clocks import all_of, ends, fact

FILE = fact("file.received", "2026-03-02 00:00", source="prosecution")
DELIVERED = fact("decision.delivered", "2026-03-12 09:00")


def decided(**details: Any) -> Fact:
    """A decision on that file, sent and not handed over on the spot."""
    return fact("sanction.imposed_on_spot", "2026-03-10 09:00", handed_over=False, **details)


def test_its_suspension_of_a_licence_goes_to_who_issued_the_licence() -> None:
    """Decree 118/2021 Art 9.5."""
    assert ends("D24", FILE, decided(licence_suspended=True)) == date(2026, 3, 12)
    assert ends("D24", FILE, decided(licence_suspended=False)) is None


def test_it_is_sent_for_publication() -> None:
    """Law Art 72; Decree 118/2021 Art 18.1."""
    assert ends("D25", FILE, decided(publish=True)) == date(2026, 3, 13)
    assert ends("D25", FILE, decided(publish=False)) is None


@pytest.mark.parametrize(("days", "last"), [(10, date(2026, 3, 23)), (30, date(2026, 4, 13))])
def test_the_longer_time_to_comply_that_it_states_counts(days: int, last: date) -> None:
    """Law Art 73.1. Its last days are a Sunday, 22 March, and Saturday, 11 April."""
    assert ends("D15", FILE, decided(comply_days=days), DELIVERED) == last


def test_its_instalments_run_from_the_day_on_which_it_takes_effect() -> None:
    """Law Art 79: six months, if the grant does not say less."""
    granted = fact("instalments.granted", "2026-03-20 09:00")
    whole = [FILE, decided(effective_on="2026-03-16"), DELIVERED, granted]
    assert ends("D17", *whole) == date(2026, 9, 16)


def test_a_new_decision_on_that_file_ends_the_time_for_it() -> None:
    """Decree 118/2021 Art 15.3."""
    annulled = fact("decision.annulled", "2026-04-01 09:00")
    again = fact("decision.due_again", "2026-04-06 09:00")
    anew = fact("sanction.imposed_on_spot", "2026-04-08 09:00", handed_over=False)
    [clock] = all_of("P05", FILE, decided(), annulled, again, anew)
    assert clock.state is ClockState.MET
