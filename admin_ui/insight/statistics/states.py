"""What a page of figures says beside them: nothing was counted, a period is not over, counting is behind.

A zero, a period that has not come, a figure that was not defined then and a unit out of sight look alike in a table.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from admin_ui.insight.statistics.asked import Asked
from admin_ui.shell import formats
from admin_ui.shell.words import Language, say
from backend.insight.figures.service import Freshness

_BEHIND_SECONDS = 120
"""After which a page says that counting is behind. What is new is counted within some ten seconds."""


class State(NamedTuple):
    """One sentence above the figures."""

    sentence: str
    tone: str = ""
    """`warn` where the figures are not what the reader asked for, or not whole."""


def behind(fresh: Freshness, language: Language) -> list[State]:
    """Say that counting is behind, and that some records cannot be counted, if so."""
    found = []
    if fresh.acts and fresh.seconds >= _BEHIND_SECONDS:
        sentence = say(
            language,
            "statistics.state_behind",
            acts=formats.number(fresh.acts, language),
            span=formats.waited(timedelta(seconds=fresh.seconds), language),
        )
        found.append(State(sentence, "warn"))
    if fresh.set_aside:
        count = formats.number(fresh.set_aside, language)
        found.append(State(say(language, "statistics.set_aside", count=count), "warn"))
    return found


def counted(fresh: Freshness, language: Language) -> str:
    """Say up to when everything is counted."""
    key = "statistics.counted" if fresh.acts else "statistics.counted_all"
    return say(language, key, at=formats.moment(fresh.counted_at, language))


def of_page(
    asked: Asked,
    named: str,
    values: Sequence[int | None] | None,
    fresh: Freshness,
    language: Language,
) -> list[State]:
    """Return what a page of statistics says. `named`: the unit that the address names.

    `values`: all that the table shows, those that are compared too; null if no figure was defined in the period.
    """
    found: list[State] = []
    if named and named != str(asked.unit.id):
        own = getattr(asked.unit.name, language)
        found.append(State(say(language, "statistics.state_elsewhere", unit=own), "warn"))
    found += behind(fresh, language)
    until = formats.short_date(asked.period.last, language)
    if asked.period.first > asked.today:
        return [*found, State(say(language, "statistics.state_to_come"))]
    if values is None:
        return [*found, State(say(language, "statistics.state_undefined", until=until))]
    plain = []
    if asked.today < asked.period.last:
        day = formats.short_date(asked.today, language)
        compared = asked.other is not None and asked.rows == "figure"
        key = "statistics.state_running_compared" if compared else "statistics.state_running"
        plain.append(say(language, key, day=day))
    if not any(values):
        alone = asked.field or asked.party or asked.behaviour
        key = "statistics.state_nothing_alone" if alone else "statistics.state_nothing"
        plain.append(say(language, key))
    return [*found, State(" ".join(plain))] if plain else found
