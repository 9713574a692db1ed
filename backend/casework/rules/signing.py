"""Whether a paper may bear this signature: it names the signer, and the title reaches so far. Pure.

Judged before a number is taken and again by `ledger.record`, the one door. A decision beyond the
signer's competence must be annulled whole (Decree 118/2021 Art 13.1.b), so it gets neither number
nor signature.
"""

import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from backend.documents.rules import signers
from backend.law import form_facts
from backend.law.books import FIRST
from backend.law.rules.titles import folded
from backend.law.sanctions import engine as sanctions
from schemas.core.problems import Text
from schemas.law.sanctions import Computation, Refusal

OTHER = ""
"""Any other decision: a head's, of a team or of a larger unit."""
_SHOWN = ("name", "title", "officer_number")
_NOTHING = "–"


@dataclass(frozen=True)
class Signer:
    """The signer, as on record on the day of the paper."""

    name: str
    title: str
    """Empty if the signer holds no title, or none of a unit of the case."""
    number: str | None
    delegated: bool = False
    """A delegation in force gives the signer the head's powers for this paper."""


def other_signer(
    schema: dict[str, Any], fields: dict[str, Any], signer: Signer
) -> tuple[str, str] | None:
    """Return what a paper and the record say of the signer, if the two differ; else None.

    Names and numbers are compared as written, except for spaces and the Unicode form of diacritics.
    In titles case and diacritics do not count, and Q. reads as Quyền.
    """
    said = signers.named(schema, fields)
    if said is None:
        return None
    own = {"name": signer.name, "title": signer.title, "officer_number": signer.number or ""}
    for field in _SHOWN:
        written = str(said.get(field) or "")
        if not written and field != "name":
            continue
        read = _title if field == "title" else _plain
        if read(written) != read(own[field]):
            return written or _NOTHING, own[field] or _NOTHING
    return None


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _title(text: str) -> str:
    words = folded(text)
    for short in ("q. ", "q "):
        words = f"quyen {words.removeprefix(short)}" if words.startswith(short) else words
    return words


def heads(title: str, day: date) -> bool:
    """Tell whether a title is a head's: no deputy's, and none that heads nothing."""
    return sanctions.title_code(title) in {one.code for one in sanctions.offices(day, None)}


def first_of(held: list[str], day: date) -> str:
    """Return the title by which its holder signs.

    The highest head's goes first, then a deputy's, then any other.
    """
    return min(held, key=lambda one: (_rank(one, day), -sanctions.office_rank(one)))


def _rank(title: str, day: date) -> int:
    if heads(title, day):
        return 0
    return 1 if sanctions.is_deputy(title) else 2


def outranks(held: list[tuple[str, int]], title: str, of_signer: list[tuple[str, int]]) -> bool:
    """Tell whether these titles allow changing a decision that another signed under `title`.

    Titles come with the level of their unit (1 is the highest); all units are on one line of the
    hierarchy. A title that the signer no longer holds, or that cannot be read, counts as the
    lowest.
    """
    level = min((at for one, at in of_signer if one == title), default=_LOWEST)
    rank = sanctions.office_rank(title)
    return any(at <= level and sanctions.office_rank(one) >= max(rank, 1) for one, at in held)


_LOWEST = 99


class Beyond(NamedTuple):
    """What speaks against a signer's competence."""

    text: Text
    certain: bool
    """Read in the act itself. Otherwise it is a warning, and the signer goes on with a reason."""


def of_refusal(fault: Refusal) -> Beyond:
    """Return a refusal as what speaks against a signer."""
    return Beyond(sanctions.said(fault, []), _certain(fault))


def incompetent(
    form: str, signer: Signer, computation: Computation | None, day: date, book: str = FIRST
) -> Text | None:
    """Return in words what certainly speaks against this title; see beyond()."""
    found = beyond(form, signer, computation, day, book)
    return found.text if found and found.certain else None


def beyond(
    form: str, signer: Signer, computation: Computation | None, day: date, book: str = FIRST
) -> Beyond | None:
    """Return why this title may not decide this on that day, and who may; or None.

    `book` is that of the case; a computation is judged by its own. A certain fault goes before a
    doubtful one.

    `computation` is that of a sanction decision. For other decisions the kind of measure counts.
    Any officer who may confiscate may seize, whatever the value (Law on Handling Administrative
    Violations Art 125.3). Who may hold a person may order a search (Arts 127 to 129). Papers of an
    inspection are for heads, and for their deputies under a delegation (Ordinance 11/2016 Art 21).
    Minutes, reports and proposals are not asked about.
    """
    if form in form_facts.of_kind("sanction") and computation is not None:
        code = sanctions.title_code(signer.title, computation.order.book or FIRST)
        found = sanctions.competence_faults(code, computation, day, delegated=signer.delegated)
        if not found:
            return None
        worst = min(found, key=lambda one: not _certain(one))
        who = sanctions.who_may(computation, day)
        return Beyond(sanctions.said(worst, who), _certain(worst))
    code = sanctions.title_code(signer.title, book)
    if form in form_facts.of_kind("inspection"):
        fault = sanctions.inspection_fault(code, delegated=signer.delegated)
        measure = None
    elif form in form_facts.of_kind("search"):
        fault = sanctions.search_fault(code, day, delegated=signer.delegated, book=book)
        who = sanctions.searchers(day, book)
        return Beyond(sanctions.said(fault, who), _certain(fault)) if fault else None
    else:
        measure = "confiscation" if form in form_facts.of_kind("seizure") else None
        fault = sanctions.office_fault(
            code, day, delegated=signer.delegated, measure=measure, book=book
        )
    if fault is None:
        return None
    return Beyond(sanctions.said(fault, sanctions.offices(day, measure, book)), _certain(fault))


def _certain(fault: Refusal) -> bool:
    return fault.certainty == "R"
