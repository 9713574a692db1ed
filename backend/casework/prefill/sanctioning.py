"""From the computed sanction to the act that imposes it. Pure.

The order is in the fields of the paper (`reckoning`): the paper's hash covers it, its signer signs
it, and the act repeats it. If somebody changed the amounts on the paper by hand, the two differ and
no act is made of them.
"""

from typing import Literal
from uuid import UUID

from backend.casework.rules import measures_alone, recording, signed
from backend.casework.rules.facts import Facts, Paper
from backend.casework.rules.reckoning import PaperDiffers as PaperDiffers
from backend.casework.rules.reckoning import reckoned as reckoned
from backend.casework.rules.recording import proof_of_ground as proof_of_ground
from backend.law import form_facts
from schemas.casework.acts.proceedings import RemedyOrdered, SanctionImposed
from schemas.core.vocabulary import SubjectKind

Why = Literal["time_over", "statute_over", "violator_unknown", "violator_dead", "other"]


def imposed(
    paper: Paper,
    *,
    by_device: bool,
    publish: bool,
    confiscated: list[UUID],
    late: str | None = None,
    twice: str | None = None,
    gain_kept: str | None = None,
    no_opinion: str | None = None,
) -> SanctionImposed:
    """Return the act that a signed sanction decision means. Raises PaperDiffers, OrderFault.

    `late` says why one signed in time is entered after the time to decide, `twice` why it is made
    besides another case's, `gain_kept` why it leaves a recorded illicit gain with the violator, and
    `no_opinion` why it does not wait for the opinion on the inspection's file.
    """
    computation = reckoned(paper.fields)
    signer = paper.fields.get("signer", {})
    if paper.issued_on is None:
        raise PaperDiffers
    return SanctionImposed(
        document_id=paper.id,
        decided_on=paper.issued_on,
        order=computation.order,
        total=computation.total_vnd,
        computation=computation.hash,
        by_device=by_device,
        delegation=(signer.get("delegation") or "")[:80] or None,
        confiscated=confiscated,
        comply_days=paper.fields["pay_days"],
        publish=publish,
        late=late,
        twice=twice,
        gain_kept=gain_kept,
        no_opinion=no_opinion,
    )


_WHY: dict[str, Why] = {
    "expired": "time_over",
    "unknown": "violator_unknown",
    "dead": "violator_dead",
    "other": "other",
}


def remedied(
    paper: Paper,
    *,
    why: Why | None,
    confiscated: list[UUID],
    proof: UUID | None = None,
    twice: str | None = None,
    gain_kept: str | None = None,
    despite: str | None = None,
) -> RemedyOrdered:
    """Return the act that a signed decision on confiscation or remedies alone means.

    Raises PaperDiffers.
    """
    if paper.issued_on is None:
        raise PaperDiffers
    fields = paper.fields
    ground = why or _WHY.get(fields.get("ground", ""), "other")
    return RemedyOrdered(
        document_id=paper.id,
        decided_on=paper.issued_on,
        why=ground,
        ground_proof=proof if ground in ("violator_dead", "other") else None,
        reason=fields["reason"],
        confiscated=confiscated,
        remedies=[one["measure"][:500] for one in fields.get("remedies", [])],
        comply_days=signed.days_to_comply(fields),
        twice=twice,
        gain_kept=gain_kept,
        kinds=measures_alone.kinds_of(fields),
        despite=despite,
    )


def waiting(facts: Facts) -> list[Paper]:
    """List the signed decisions on the violation that no act entered yet."""
    if facts.sanction or facts.remedy:
        return []
    forms = form_facts.of_kind("sanction", "remedies")
    return [one for one in facts.papers.values() if one.form in forms and one.stands]


def subject_of(facts: Facts) -> SubjectKind:
    """Return the kind of the party to sanction.

    If the minutes did not know it, it is that of the paper that names the party.
    """
    found = recording.named_later(facts)
    kind = found.fields["violator"].get("kind") if found else None
    if kind in set(SubjectKind):
        return SubjectKind(kind)
    return facts.party.kind if facts.party else SubjectKind.INDIVIDUAL
