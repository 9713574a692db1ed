"""Whether exhibits are sealed and unsealed as the minutes say: the same goods, the same seals. Pure."""

from collections.abc import Iterable
from uuid import UUID

from backend.casework.rules.exhibit_guards import folded, key, key_of
from backend.casework.rules.facts import Facts, Paper
from backend.casework.texts.cases import refusal
from backend.ledger.handlers import Refuse
from schemas.casework.acts import exhibits as case_exhibit_acts
from schemas.core.problems import Text


def kind_fault(exhibits: Iterable[case_exhibit_acts.Exhibit]) -> Refuse | None:
    """Refuse to seal perishable, outsize and other goods that cannot be sealed (Law Art 125.5a)."""
    names = ", ".join(one.name for one in exhibits if one.no_seal is not None)
    return kind_refusal(names) if names else None


def kind_refusal(names: str) -> Refuse:
    """Return the refusal of sealing goods that are named so."""
    return refusal("case_cannot_be_sealed", names=names)


def unsealing_fault(facts: Facts, paper: Paper, ids: list[UUID]) -> Refuse | None:
    """Return why goods cannot be unsealed so, or None.

    The minutes (MBB27) may name other goods, or other seals than are on record.
    """
    seals = [facts.exhibits[one].seal or "" for one in ids]
    return sealing_fault(facts, paper, ids, seals, "case_unsealed_differs")


def sealing_fault(
    facts: Facts,
    paper: Paper,
    ids: list[UUID],
    seals: list[str],
    code: str = "case_sealed_differs",
) -> Refuse | None:
    """Return why goods cannot be sealed so, or None.

    The sealing minutes (MBB26) may name other goods, or other seals. A row without a seal
    contradicts none. One seal may close all of them.
    """
    left = list(paper.fields.get("items") or [])
    said, typed = [], []
    for number, one in enumerate(ids):
        content = facts.exhibits[one].content
        row = next((row for row in left if key(row) == key_of(content)), None)
        seal = seals[min(number, len(seals) - 1)]
        typed.append(f"{content.name} ({seal})")
        if row is None:
            continue
        left.remove(row)
        if folded(str(row.get("seal_number") or seal)) == folded(seal):
            said.append(one)
    if len(said) == len(ids) and not left:
        return None
    rows = paper.fields.get("items") or []
    on_paper = "; ".join(f"{row.get('name')} ({row.get('seal_number') or '–'})" for row in rows)
    reason = Text(vi=on_paper, en=on_paper)
    return refusal(code, reason, entered="; ".join(typed))
