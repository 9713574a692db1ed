"""The service for sanctions: the installation's laws, and orders made from catalogue rows."""

from collections.abc import Iterable, Mapping
from datetime import date

from backend.core import clock
from backend.core.errors import NotFound
from backend.law import books
from backend.law.catalogue import files
from backend.law.catalogue import service as catalogue
from backend.law.rules import hearing, ladders, told
from backend.law.sanctions.engine import (
    age_on,
    competence_faults,
    compute,
    controllers_titles,
    copied,
    deputises,
    heads_a_unit,
    inspection_fault,
    instalment_faults,
    interest,
    is_controllers,
    is_deputy,
    known_titles,
    known_traits,
    lapsed_on,
    late_interest,
    may_hold_persons,
    no_minutes_fault,
    office_fault,
    office_rank,
    offices,
    options,
    postponement_faults,
    rows_of,
    said,
    statute_fault,
    title_code,
    title_in_english,
    warning_fault,
    who_may,
)
from backend.law.sanctions.installed import in_use, laws_of
from backend.law.sanctions.offering import conditions as conditions_of
from backend.law.sanctions.offering import options as provided_options
from backend.law.sanctions.reckoner import reckon
from backend.law.sanctions.wording import choices as provision_choices
from backend.law.sanctions.wording import provided
from schemas.core.problems import Text
from schemas.core.vocabulary import SubjectKind
from schemas.law.catalogue import Violation
from schemas.law.sanctions import ActOrder, Behaviour, Circumstances, ExplanationRight, Values


async def behaviour(code: str, acted_on: date, book: str | None = None) -> Behaviour:
    """Return what an order copies from the catalogue.

    This is the version in force on the day of the act, else the draft of the case's book. Raises
    NotFound if the catalogue has no such behaviour.
    """
    return copied(await catalogue.version_at(code, acted_on, book=book))


async def pinned(code: str, version: int, book: str | None = None) -> Behaviour:
    """Return the same from one version, in force or not.

    A recorded violation is computed by the version that it names. Raises NotFound.
    """
    return copied(await catalogue.version_of(code, version, book))


async def hearing_right(
    subject: SubjectKind | None,
    rows: Iterable[tuple[str | None, int | None, int | None]],
    day: date,
    book: str | None = None,
    stated: Mapping[str, Behaviour] | None = None,
) -> ExplanationRight:
    """Tell whether the party has the right to be heard; see hearing.right().

    `rows` are tuples of a code, its version and the goods' value in đồng, with None for what is
    unknown. `stated` are acts outside the catalogue whose band is determined, by their codes.
    """
    known = stated or {}
    deeds = [
        hearing.Deed(
            known.get(code or "") or await _known(code, version, book), known_traits(code), value
        )
        for code, version, value in rows
    ]
    return hearing.right(subject, deeds, day, laws_of(book))


def remedy_names() -> dict[str, Text]:
    """Return every remedy of the newest book by its kind, as the law names it."""
    measures = laws_of(books.newest()).measures
    return {one.code: one.name for one in measures if one.group == "remedy"}


async def _known(code: str | None, version: int | None, book: str | None) -> Behaviour | None:
    if code is None:
        return None
    try:
        return await pinned(code, version or 0, book)
    except NotFound:
        return None


def value_fault(row: Violation, values: Values) -> Text | None:
    """Return why the known values lead to another band than this behaviour's.

    None if one value fits, or no value is known.
    """
    act = ActOrder(
        behaviour=copied(row),
        acted_on=clock.today(),
        circumstances=Circumstances(mitigating=[], aggravating=[]),
        values=values,
        multipliers=[],
        warning=False,
        chosen_vnd=None,
        reason=None,
    )
    if row.edition:
        other = next(told.other_band(act, rows_of(row.edition)), None)
        return other.text if other else None
    found = ladders.remarks(act, files.ladders())
    return found[0].text if found else None


__all__ = [
    "age_on",
    "behaviour",
    "competence_faults",
    "compute",
    "conditions_of",
    "controllers_titles",
    "copied",
    "deputises",
    "heads_a_unit",
    "hearing_right",
    "in_use",
    "inspection_fault",
    "instalment_faults",
    "interest",
    "is_controllers",
    "is_deputy",
    "known_titles",
    "lapsed_on",
    "late_interest",
    "laws_of",
    "may_hold_persons",
    "no_minutes_fault",
    "office_fault",
    "office_rank",
    "offices",
    "options",
    "pinned",
    "postponement_faults",
    "provided",
    "provided_options",
    "provision_choices",
    "reckon",
    "remedy_names",
    "said",
    "statute_fault",
    "title_code",
    "title_in_english",
    "value_fault",
    "warning_fault",
    "who_may",
]
