"""Answers a question to the law book by the same engines that govern cases, without any case.

The command line, the desk's page and a lawyer's own cases ask here. Nothing is read from the
database: drafts and published sets of the edition are files.
"""

import re
from collections.abc import Callable, Iterable, Mapping

import msgspec

from backend.casework.reckoner import governing, procedure
from backend.casework.texts.states import STATES
from backend.law import books
from backend.law.deadlines import service as deadlines
from backend.law.rules import reckoned_cases
from backend.law.rules.reckoned_cases import Difference, LegalCase
from backend.law.sanctions import competence
from backend.law.sanctions import reckoner as sanction_reckoner
from backend.law.sanctions import service as sanctions
from schemas.core.problems import Text
from schemas.law.reckoning import Asked, Reckoning

_Answering = Callable[[Mapping[str, str], str], Reckoning]


def _of(asked: Asked) -> _Answering:
    return lambda facts, book: sanction_reckoner.reckon(asked, facts, book)


_ANSWERS: dict[Asked, _Answering] = {
    Asked.DEADLINE: deadlines.answer,
    Asked.SANCTION: _of(Asked.SANCTION),
    Asked.COMPETENCE: competence.reckon,
    Asked.EXPLAIN: _of(Asked.EXPLAIN),
    Asked.EXECUTION: _of(Asked.EXECUTION),
    Asked.PROCEDURE: procedure.reckon,
}


def answer(asked: Asked, facts: Mapping[str, str], book: str | None = None) -> Reckoning:
    """Answer one question by an edition of the law book, by default the newest.

    What is missing or cannot be read is in `refused`, with what to give. Raises UnknownBook.
    """
    chosen = books.newest() if book is None else books.book_of(book)
    said = {key: _iso(value) for key, value in facts.items()}
    wrong = next((key for key, value in said.items() if _FAR.search(value)), None)
    try:
        if wrong is None:
            found = _ANSWERS[asked](said, chosen)
            applied = governing.governs(asked, said, chosen)
            return msgspec.structs.replace(found, applied=applied)
    except (LookupError, ValueError, OverflowError):
        # Facts are anybody's words. What no rule reads is no failure of the page, nor of the command.
        wrong = ""
    return Reckoning(asked=asked, book=chosen, facts=said, result={}, refused=_unread(said, wrong))


def answers(rule_set: str) -> bool:
    """Tell whether the answers are by the rules of a case with this rule set: only by those of the newest edition.

    The first edition has no reckoning of a time limit or a sanction without a case, and another edition's answer
    may differ from what governs the case. Raises UnknownBook.
    """
    return books.book_of(rule_set) == books.newest()


_FAR = re.compile(r"\d{17}|(?<!\d)(?:0\d{3}|1[0-8]\d\d|2[2-9]\d\d|[3-9]\d{3})-\d\d-\d\d")
"""Sums that no fine reaches, and days of years that no law of these books knows."""


def _unread(facts: Mapping[str, str], name: str) -> Text:
    told = f"{name}={facts[name]}"[:60] if name else ", ".join(facts)[:200]
    return Text(vi=f"Không đọc được: {told}", en=f"Cannot be read: {told}")


_WRITTEN = re.compile(r"\b(\d\d)/(\d\d)/(\d{4})(?: (\d\d:\d\d))?")
"""A day as people write it, perhaps with a minute: 02/03/2026 10:00."""


def _iso(value: str) -> str:
    """Return a fact with its days as the engines read them."""
    return _WRITTEN.sub(
        lambda found: f"{found[3]}-{found[2]}-{found[1]}" + (f"T{found[4]}" if found[4] else ""),
        value,
    )


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """A lawyer's case with its answer, and what differs from what was expected."""

    case: LegalCase
    answer: Reckoning
    differs: list[Difference]


def run(content: bytes, book: str | None = None) -> list[Compared]:
    """Answer every case of a CSV table and compare. Raises CaseFault for a table that cannot be read."""
    return list(_compared(reckoned_cases.read(content), book))


def _compared(cases: Iterable[LegalCase], book: str | None) -> Iterable[Compared]:
    for case in cases:
        found = answer(case.kind, case.facts, book)
        yield Compared(
            case=case, answer=found, differs=reckoned_cases.differences(case.expected, found)
        )


def choices(fact: str) -> dict[str, Text]:
    """Return what a fact may be, with its words: rules, titles, states. Empty for any other."""
    match fact:
        case "rule":
            rules = {one.id: one.label for one in deadlines.rules_of(books.newest())}
            return {
                key: Text(vi=f"{key} – {label.vi}", en=f"{key} – {label.en}")
                for key, label in sorted(rules.items())
            }
        case "title":
            titles = sanctions.laws_of(books.newest()).titles
            return {one.code: one.name for one in titles if one.deputy_of is None}
        case "measure":
            return {one.code: one.name for one in sanctions.laws_of(books.newest()).measures}
        case "state":
            return {str(state): words for state, words in STATES.items()}
        case _:
            return {}


def conditions(rule: str) -> dict[str, Text]:
    """Return the conditions that a time limit takes as yes or no, with its own words; none if unknown."""
    spans = [one for one in deadlines.rules_of(books.newest()) if one.id == rule]
    return {ask.id: ask.label for one in spans for ask in one.asks if ask.kind == "flag"}


CaseFault = reckoned_cases.CaseFault

__all__ = ["CaseFault", "Compared", "answer", "answers", "choices", "conditions", "run"]
