"""Every act of an inspection by its name on the wire: from here all tables of acts are derived. Pure."""

from collections.abc import Iterable

from backend.fieldwork.acts import drafts, evidence, file, papers, quarantine, submission, visit
from backend.fieldwork.acts.declaring import Declared
from schemas.fieldwork.words import ActType


def index(*families: Iterable[Declared]) -> dict[ActType, Declared]:
    """The acts of these families, in the order of the enumeration. Raises ValueError where one is declared twice."""
    found: dict[ActType, Declared] = {}
    for family in families:
        for one in family:
            if one.wire in found:
                raise ValueError(f"declared twice: {one.wire}")
            found[one.wire] = one
    return {kind: found[kind] for kind in ActType if kind in found}


ACTS = index(
    visit.ALL,
    evidence.ALL,
    papers.ALL,
    submission.ALL,
    quarantine.ALL,
    drafts.ALL,
    file.ALL,
)
