"""Whether a paper may bear this signature: it names who signs it, and his title of that day reaches so far. Pure.

Judged before a number is taken and again at the one door. A decision beyond the signer's competence must be annulled
whole (Decree 118/2021 Art 13.1.b): it gets neither number nor signature.
"""

import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Any

from backend.documents.rules import signers
from backend.law import form_facts
from backend.law.rules.titles import folded
from backend.law.sanctions import engine as sanctions
from schemas.core.problems import Text
from schemas.law.sanctions import Computation

OTHER = ""
"""Any other decision: a head's, of a team or of more."""
_SHOWN = ("name", "title", "officer_number")
_NOTHING = "–"


@dataclass(frozen=True)
class Signer:
    """Who signs, as he stands on the record on the day of the paper."""

    name: str
    title: str
    """Empty where he holds none, or none of a unit that the case lies in."""
    number: str | None
    delegated: bool = False
    """A delegation that is in force gives him his head's powers for this paper."""


def other_signer(
    schema: dict[str, Any], fields: dict[str, Any], signer: Signer
) -> tuple[str, str] | None:
    """What a paper says of its signer and what the record says of who signs it, where the two differ.

    Names and numbers are compared as they are written but for spaces and the form of their diacritics; titles also
    without case, diacritics, and with Q. for Quyền.
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
    """Whether a title is a head's own: not a deputy's, and not one that heads nothing."""
    return sanctions.title_code(title) in {one.code for one in sanctions.offices(day, None)}


def first_of(held: list[str], day: date) -> str:
    """Of several titles that by which somebody signs: the highest head's own, then a deputy's, then any other."""
    return min(held, key=lambda one: (_rank(one, day), -sanctions.office_rank(one)))


def _rank(title: str, day: date) -> int:
    if heads(title, day):
        return 0
    return 1 if sanctions.is_deputy(title) else 2


def outranks(held: list[tuple[str, int]], title: str, of_signer: list[tuple[str, int]]) -> bool:
    """Whether who holds these titles may change a decision that another signed under `title`.

    Titles come with the level of their unit (1 is the highest), all of them of one line of units. A title that the
    signer does not hold any more, or that is not read, counts as the lowest.
    """
    level = min((at for one, at in of_signer if one == title), default=_LOWEST)
    rank = sanctions.office_rank(title)
    return any(at <= level and sanctions.office_rank(one) >= max(rank, 1) for one, at in held)


_LOWEST = 99


def incompetent(
    form: str, signer: Signer, computation: Computation | None, day: date
) -> Text | None:
    """Why his title may not decide this on that day, and who may; None where it may.

    `computation` is what a sanction decision bears; of others the kind of measure decides: seizure is for whoever may
    confiscate, whatever the value (Law on Handling Administrative Violations Art 125.3), papers of an inspection for
    heads, and their deputies under a delegation (Ordinance 11/2016 Art 21). Minutes, reports and proposals are not
    asked about.
    """
    code = sanctions.title_code(signer.title)
    if form in form_facts.of_kind("sanction") and computation is not None:
        found = sanctions.competence_faults(code, computation, day, delegated=signer.delegated)
        return sanctions.said(found[0], sanctions.who_may(computation, day)) if found else None
    if form in form_facts.of_kind("inspection"):
        fault = sanctions.inspection_fault(code, delegated=signer.delegated)
        return sanctions.said(fault, sanctions.offices(day, None)) if fault else None
    measure = "confiscation" if form in form_facts.of_kind("seizure") else None
    fault = sanctions.office_fault(code, day, delegated=signer.delegated, measure=measure)
    return sanctions.said(fault, sanctions.offices(day, measure)) if fault else None
