"""Measures of a decision without a fine are compared with what the decrees provide. Pure.

A remedy is ordered only if the decree provides it for the act, also where only confiscation and remedies
are left (Law Arts 65.2, 66.2; Decree 118/2021 Art 8.2). What a certain row does not provide is
refused; what an uncertain row does not provide asks for a reason.
"""

from collections.abc import Iterable
from typing import Any

from backend.casework.rules import warning
from backend.casework.rules.guard_context import Unprovided
from backend.casework.rules.signed import Difference, same
from backend.casework.texts.cases import refusal
from backend.ledger.handlers import Refuse
from schemas.core.problems import Text
from schemas.law.catalogue import Violation
from schemas.law.provisions import RemedyKind


def kinds_of(fields: dict[str, Any]) -> list[RemedyKind] | None:
    """Return the kinds of a paper's measures in their order; None if a row has none."""
    found = [one.get("kind") for one in fields.get("remedies") or []]
    known = [RemedyKind(one) for one in found if one in set(RemedyKind)]
    return known if found and len(known) == len(found) else None


def beyond(rows: Iterable[Violation], kinds: list[RemedyKind]) -> tuple[list[RemedyKind], bool]:
    """Return which of these kinds no row provides, and whether all rows are certain.

    Nothing is beyond rows that were not read: what they provide is not known. A condition counts
    as met, because the order of measures alone names none.
    """
    read = list(rows)
    if not read or any(one.certainty is None for one in read):
        return [], False
    known = {one.kind for row in read for group in row.provided_remedies for one in group}
    return [one for one in kinds if one not in known], all(one.certainty == "R" for one in read)


def fault(found: Unprovided | None, despite: str | None) -> Refuse | None:
    """Return why measures are not ordered, or None."""
    if found is None:
        return None
    if found.certain:
        return refusal("case_remedy_not_provided", found.names)
    why = Text(
        vi=f"nghị định không quy định «{found.names.vi}» đối với hành vi (Điều 8.2 Nghị định 118/2021/NĐ-CP)",
        en=f"the decree does not provide “{found.names.en}” for the act (Decree 118/2021 Art 8.2)",
    )
    return warning.unless(despite, why)


def kinds_differ(
    fields: dict[str, Any], kinds: list[RemedyKind] | None
) -> Iterable[Difference | None]:
    """Yield where an act names other kinds of measures than its paper; it may name none."""
    said = kinds_of(fields)
    if said is not None and kinds is not None and said != kinds:
        yield same("/remedies/0/kind", "; ".join(said), "; ".join(kinds))
