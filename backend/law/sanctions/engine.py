"""Questions that the laws of this installation answer alone, without the database.

The laws are read once per process.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from backend.law.books import FIRST, newest
from backend.law.catalogue import edition_files
from backend.law.catalogue import files as catalogue
from backend.law.deadlines import service as deadlines
from backend.law.rules import (
    bands,
    competence,
    edition,
    execution,
    paying_late,
    procedure,
    routing,
    titles,
)
from backend.law.rules import offices as office_rules
from backend.law.rules import sanctions as rules
from backend.law.rules.laws import Circumstance, Measure, Multiplier
from backend.law.sanctions.installed import in_use, laws_of
from backend.law.texts import sanctions as wording
from schemas.core.problems import Text
from schemas.core.vocabulary import SubjectKind
from schemas.law.catalogue import Traits, Violation
from schemas.law.provisions import Provisions
from schemas.law.sanctions import (
    Behaviour,
    Choice,
    Computation,
    LateInterest,
    Refusal,
    SanctionOptions,
    SanctionOrder,
    Title,
)


def known_traits(code: str | None) -> Traits | None:
    """Return the traits of a behaviour's article; None without a code or for an unknown decree."""
    if code is None:
        return None
    try:
        return catalogue.traits_of(code)
    except ValueError:  # nothing is known of its decree
        return None


def copied(row: Violation) -> Behaviour:
    """Copy a row of the catalogue as an order keeps it, with what its edition says it provides."""
    provisions = {name: getattr(row, name) for name in Provisions.__struct_fields__}
    return Behaviour(
        **provisions,
        code=row.code,
        version=row.version,
        name_vi=row.name_vi,
        legal_basis=row.legal_basis,
        fine_min_vnd=row.fine_min_vnd,
        fine_max_vnd=row.fine_max_vnd,
        stated_for=row.subject,
        field=row.field,
        multiple=None if row.edition else catalogue.traits_of(row.code).multiple,
        check=row.check,
    )


_WARNED_AGES = range(14, 16)
"""A child of this age may be warned for any behaviour (Law on Handling Administrative Violations
Art 22)."""


def warning_fault(order: SanctionOrder, born_on: date | None) -> Text | None:
    """Return why an order may not give a warning in place of a fine; None if it may, or gives none.

    A warning is possible if the decree provides it for the behaviour, or for a child of 14 or 15
    years (Art 22).
    """
    for act in order.acts:
        if not act.warning:
            continue
        provides = _provides_warning(act.behaviour)
        child = born_on is not None and _age(born_on, act.acted_on) in _WARNED_AGES
        if not child and not provides:
            place = f"{act.behaviour.code}: {act.behaviour.legal_basis}"
            return Text(vi=place, en=place)
    return None


def _provides_warning(known: Behaviour) -> bool:
    """Tell whether the decree provides for a warning: by the row, in the first edition by its article."""
    if known.edition:
        return known.warning
    traits = known_traits(known.code)
    return traits is not None and traits.warning


def age_on(born_on: date | None, day: date) -> int | None:
    """Return a person's whole years on a day; None if the birth date is not known."""
    return None if born_on is None else _age(born_on, day)


def _age(born_on: date, day: date) -> int:
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def compute(order: SanctionOrder) -> Computation:
    """Compute an order by its book's laws; see rules.compute() and edition.compute()."""
    if order.book is None:
        return rules.compute(order, in_use(), catalogue.ladders())
    return edition.compute(order, laws_of(order.book), rows_of(order.book))


def rows_of(book: str) -> Sequence[Violation]:
    """Return the rows of a later edition."""
    return tuple(edition_files.drafts(book).values())


def competence_faults(
    title_code: str | None,
    computation: Computation,
    on: date,
    *,
    delegated: bool = False,
    book: str | None = None,
) -> list[Refusal]:
    """See competence.competence_faults(); without a book, by that of the order."""
    laws = laws_of(book or computation.order.book)
    return competence.competence_faults(title_code, computation, on, laws, delegated=delegated)


def office_fault(
    title_code: str | None,
    on: date,
    *,
    delegated: bool,
    measure: str | None,
    book: str = FIRST,
) -> Refusal | None:
    """See offices.office_fault()."""
    return office_rules.office_fault(
        title_code, on, laws_of(book), delegated=delegated, measure=measure
    )


def inspection_fault(title_code: str | None, *, delegated: bool) -> Refusal | None:
    """See offices.inspection_fault()."""
    return office_rules.inspection_fault(title_code, in_use(), delegated=delegated)


def search_fault(
    title_code: str | None, on: date, *, delegated: bool, book: str = FIRST
) -> Refusal | None:
    """See offices.search_fault()."""
    return office_rules.search_fault(title_code, on, laws_of(book), delegated=delegated)


def searchers(on: date, book: str = FIRST) -> list[Title]:
    """Return the titles that the law names for ordering a search; see offices.search_fault()."""
    return [one for one in offices(on, None, book) if one.code in office_rules.SEARCHERS]


def said(fault: Refusal, who: list[Title]) -> Text:
    """See wording.said()."""
    return wording.said(fault, who)


def offices(on: date, measure: str | None, book: str = FIRST) -> list[Title]:
    """See offices.offices()."""
    return office_rules.offices(on, laws_of(book), measure)


def who_may(computation: Computation, on: date, book: str | None = None) -> list[Title]:
    """See competence.who_may(); without a book, by that of the order."""
    return competence.who_may(computation, on, laws_of(book or computation.order.book))


def shared_faults(
    title: str | None, on: date, *, several: bool, taken: bool, book: str = FIRST
) -> list[Refusal]:
    """See routing.shared()."""
    return routing.shared(title, on, laws_of(book), several=several, taken=taken)


def title_code(title_vi: str, book: str = FIRST) -> str | None:
    """Return the code of a title that a position states in words; None if it has no competence."""
    found = titles.find(title_vi, laws_of(book))
    return found.code if found else None


def title_in_english(title_vi: str) -> str:
    """Return a title's English name; the Vietnamese one as written if the title is unknown."""
    found = titles.find(title_vi, in_use())
    return found.name.en if found else title_vi


def known_titles() -> list[str]:
    """Return the names of the titles that the book in use knows: the controllers' first, the deputies' last."""
    known = sorted(in_use().titles, key=lambda one: one.deputy_of is not None)
    names = [one.name.vi for one in known]
    return sorted(names, key=lambda name: not is_controllers(name))


def controllers_titles() -> frozenset[str]:
    """Return the titles of market inspectors, folded: lower case, no diacritics, đ as d, single spaces."""
    return titles.CONTROLLERS


def is_controllers(title_vi: str) -> bool:
    """See titles.is_controllers()."""
    return titles.is_controllers(title_vi)


@lru_cache(maxsize=4096)
def heads_a_unit(title_vi: str) -> bool:
    """Tell whether a title is that of a head of a unit.

    It is not for a deputy's, a controller's or an unknown title. Remembered, as the clocks of a case ask it of each
    of its papers after each act.
    """
    return inspection_fault(title_code(title_vi), delegated=False) is None


def is_deputy(title_vi: str) -> bool:
    """Tell whether a title is a deputy's. Deputies decide only under a delegation."""
    found = titles.find(title_vi, in_use())
    return found is not None and found.deputy_of is not None


def office_rank(title_vi: str) -> int:
    """Return the rank of a title's office; see offices.office_rank()."""
    data = in_use()
    return office_rules.office_rank(titles.find(title_vi, data), data)


def may_hold_persons(title_vi: str, on: date) -> bool:
    """Tell whether a title may hold persons (Law Art 123.1.g), by the newest book."""
    laws = laws_of(newest())
    title = titles.find(title_vi, laws)
    return title is not None and routing.other_measure("holding_person", title, on, laws) is None


def deputises(title_vi: str, head_vi: str) -> bool:
    """Tell whether the first title is a deputy's of the second, both as positions state them."""
    data = in_use()
    deputy, head = titles.find(title_vi, data), titles.find(head_vi, data)
    return deputy is not None and head is not None and deputy.deputy_of == head.code


def late_interest(unpaid_vnd: int, due_on: date, paid_on: date) -> LateInterest:
    """See execution.late_interest()."""
    return execution.late_interest(unpaid_vnd, due_on, paid_on, in_use())


def interest(
    unpaid_vnd: int,
    due_on: date,
    paid_on: date,
    *,
    pauses: Iterable[tuple[date, date]] = (),
    book: str | None = None,
) -> LateInterest:
    """See paying_late.interest()."""
    return paying_late.interest(unpaid_vnd, due_on, paid_on, laws_of(book), pauses=pauses)


def instalment_faults(
    fine_vnd: int,
    subject: SubjectKind,
    effective_on: date,
    parts: list[tuple[date, int]],
    *,
    paid_vnd: int = 0,
    book: str | None = None,
) -> list[Refusal]:
    """See execution.instalment_faults()."""
    return execution.instalment_faults(
        fine_vnd, subject, effective_on, parts, laws_of(book), paid_vnd=paid_vnd
    )


def postponement_faults(
    fine_vnd: int,
    subject: SubjectKind,
    on: date,
    until: date | None,
    *,
    certified: bool,
    book: str | None = None,
) -> list[Refusal]:
    """See paying_late.postponement_faults()."""
    return paying_late.postponement_faults(
        fine_vnd, subject, on, until, laws_of(book), certified=certified
    )


def lapsed_on(completed_on: date, *, only_warned: bool) -> date:
    """See execution.lapsed_on()."""
    return execution.lapsed_on(
        completed_on, in_use(), deadlines.calendar(), only_warned=only_warned
    )


def no_minutes_fault(
    fine_vnd: int,
    subject: SubjectKind,
    on: date,
    *,
    by_device: bool,
    prosecution: bool = False,
    book: str | None = None,
) -> Refusal | None:
    """See procedure.no_minutes_fault()."""
    return procedure.no_minutes_fault(
        fine_vnd, subject, on, laws_of(book), by_device=by_device, prosecution=prosecution
    )


def statute_fault(
    row: Behaviour,
    began_on: date,
    decided_on: date,
    *,
    returned: bool = False,
    returned_on: date | None = None,
    book: str | None = None,
) -> Refusal | None:
    """Return why it is too late to sanction an act, or None (Law Art 6).

    `began_on` is the end of the act, or its discovery if it goes on; `returned` or `returned_on`: the
    prosecution bodies sent the file. In the first edition see procedure.statute_fault(). In a later
    one the end is that of the clock D19, so that both are one rule.
    """
    if book is None or book == FIRST:
        again = returned or returned_on is not None
        return procedure.statute_fault(row.field, began_on, decided_on, in_use(), returned=again)
    came_on = returned_on or (decided_on if returned else None)
    found = deadlines.statute_end(row.field, began_on, row.statute_years, came_on, book=book)
    if decided_on <= found.last_day:
        return None
    return procedure.statute_refusal(found.last_day, found.rule.citation.vi, found.rule.check)


def options(code: str) -> SanctionOptions:
    """Return what a form offers for a behaviour.

    These are circumstances, the multipliers of its article, additional penalties and remedies.
    """
    traits, data = catalogue.traits_of(code), in_use()

    def choice(rule: Circumstance | Multiplier | Measure, ident: str, known: bool) -> Choice:
        return Choice(
            code=ident, name=rule.name, article=rule.article, check=rule.check, known=known
        )

    def measures(group: str, carried: list[str]) -> list[Choice]:
        return [choice(m, m.code, m.code in carried) for m in data.measures if m.group == group]

    return SanctionOptions(
        mitigating=[choice(c, c.code, True) for c in data.circumstances if c.sign == "mitigating"],
        aggravating=[
            choice(c, c.code, True) for c in data.circumstances if c.sign == "aggravating"
        ],
        multipliers=[choice(m, m.id, True) for m in data.multipliers if bands.multiplies(m, code)],
        extra_penalties=measures("extra", traits.extra_penalties),
        remedies=measures("remedy", traits.remedies),
    )
