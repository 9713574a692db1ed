"""How the reckoner's answers about a decision are put together."""

from datetime import date
from typing import Any, NamedTuple

from backend.law.deadlines import service as deadlines
from backend.law.rules.asked import Facts
from backend.law.rules.counting import Calendar
from backend.law.rules.laws import Laws
from backend.law.texts.sanctions import step, sure
from schemas.core.problems import Text
from schemas.law.reckoning import Certainty
from schemas.law.sanctions import Step


class Question(NamedTuple):
    """The facts of a question, and what it is answered by."""

    facts: Facts
    book: str
    laws: Laws
    calendar: Calendar


Answer = tuple[dict[str, str], list[Step]]
"""Results by name, and the steps to them."""


def told(
    article: str,
    vi: str,
    en: str,
    certainty: Certainty,
    *,
    doubt: Text | None = None,
    **numbers: int,
) -> Step:
    """Return a step with its article and how sure it is."""
    return sure(step(article, vi, en, **numbers), certainty, doubt)


def judged(
    why: list[str],
    article: str,
    vi: str,
    en: str,
    certainty: Certainty,
    *,
    doubt: Text | None = None,
    **numbers: int,
) -> Answer:
    """Return `may`, and every reason why not, with the rule in one step."""
    result = {"may": "no", "why": "+".join(why)} if why else {"may": "yes"}
    return result, [told(article, vi, en, certainty, doubt=doubt, **numbers)]


def last_day(one: Question, rule: str, start: date, **given: Any) -> date:
    """Return the last day of a time limit, by the engine of a case's clocks. Raises NotReckoned."""
    found = deadlines.reckon(rule, start, given, book=one.book).result
    return date.fromisoformat(found["last_day"])
