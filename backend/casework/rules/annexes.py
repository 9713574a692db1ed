"""Lists and annexes (BK, PL) that go with a paper: what may still change, and what their hashes hold. Pure.

Who agrees to a paper or signs it sees its annexes too. So an annex is frozen with its paper, from the
moment the paper is made ready for its signer; only the paper's number and day, which come with the
signature, are filled in later.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from backend.casework.rules.facts import Facts, Paper
from backend.core.canonical_json import sha256_hex
from schemas.casework.words import DocumentState

FORMS = frozenset({"BK", "PL"})
MATERIAL = frozenset({"party_kind", "party_name", "party_address", "goods", "sections"})
"""Fields whose change voids an opinion (practice B7): the party, the goods, and what an annex says, where a sum, an
act or a measure may stand."""
NOT_MATERIAL = frozenset(
    {"agency", "parent_title", "heading", "started_at", "place", "remarks", "copies"}
)
LATER = frozenset({"number", "parent_number", "parent_date", "pages"})
"""Fields that come with the numbers of the annex and of its paper, or are counted, and belong to no hash."""
_WAITS = (DocumentState.CONTENT_READY, DocumentState.PRINTED)


def of_paper(facts: Facts, paper_id: UUID) -> list[Paper]:
    """Return the annexes of a paper that were not given up, the oldest first."""
    found = [
        one
        for one in facts.papers.values()
        if one.belongs_to == paper_id and one.state != DocumentState.DISCARDED
    ]
    return sorted(found, key=lambda one: (one.drafted_at, str(one.id)))


def content_of(form: str, version: int, fields: Mapping[str, Any]) -> str:
    """Return the hash of what a person sees of an annex."""
    said = {name: value for name, value in fields.items() if name not in LATER}
    return sha256_hex({"form": form, "version": version, "fields": said})


def drafting_fault(
    facts: Facts,
    document_id: UUID,
    belongs_to: UUID | None,
    form: str,
    version: int,
    fields: Mapping[str, Any],
) -> str | None:
    """Return why an annex may not be drafted so, as the end of a refusal's code; None if it may."""
    before = facts.papers.get(document_id)
    kept = before.belongs_to if before else None
    parent_id = belongs_to or kept
    if parent_id is None:
        return None
    parent = facts.papers.get(parent_id)
    if form not in FORMS or parent is None or parent.form in FORMS or parent_id == document_id:
        return "annex_parent"
    if before is not None and kept != parent_id:
        return "annex_parent"
    if before is None:
        if parent.state == DocumentState.DISCARDED:
            return "annex_parent"
        return "annex_frozen" if parent.state in _WAITS else None
    same = content_of(before.form, before.form_version, before.fields) == content_of(
        form, version, fields
    )
    return "annex_frozen" if _frozen(parent, before) and not same else None


def discarding_fault(facts: Facts, annex: Paper) -> str | None:
    """Return why an annex may not be given up, as the end of a refusal's code; None if it may."""
    parent = facts.papers.get(annex.belongs_to) if annex.belongs_to else None
    return "annex_frozen" if parent is not None and _frozen(parent, annex) else None


def _frozen(parent: Paper, annex: Paper) -> bool:
    """Tell whether the signer of the paper sees, or saw, this annex with it."""
    if parent.state in (DocumentState.DRAFT, DocumentState.DISCARDED):
        return False
    signed_with = parent.numbered_at is None or annex.drafted_at <= parent.numbered_at
    return parent.state in _WAITS or signed_with
