"""Compares a returned revision with the present; finds minutes signed beside those in force."""

import msgspec

from backend.fieldwork.rules import photo_counts
from schemas.fieldwork.inspections import InspectionView, MinutesView, RulingView, SubmissionView
from schemas.fieldwork.words import InspectionState


class Renewed(msgspec.Struct, frozen=True, kw_only=True):
    """How many items are new or gone since a revision was returned."""

    photos_added: int
    photos_gone: int
    signatures_new: int
    places_new: int


class Beside(msgspec.Struct, frozen=True, kw_only=True):
    """Minutes that people signed, but that others replaced although no supervisor returned them."""

    minutes: MinutesView
    submitted: int | None
    """The number of the first submission that named them, or None."""
    signers: list[str]


def submission_of(view: InspectionView, ruling: RulingView | None) -> SubmissionView | None:
    """Return the submission that this ruling was about, or None."""
    if ruling is None:
        return None
    same = (item for item in reversed(view.submissions) if item.revision == ruling.revision)
    return next(same, None)


def minutes_of(view: InspectionView, ruling: RulingView | None) -> MinutesView | None:
    """Return the minutes of the submission that this ruling was about, or None."""
    submission = submission_of(view, ruling)
    if submission is None:
        return None
    return next((item for item in view.all_minutes if item.id == submission.minutes), None)


def renewed(
    view: InspectionView, returned: RulingView | None, before: MinutesView | None
) -> Renewed | None:
    """Compare with the returned submission. None while nothing new was written or submitted."""
    old = submission_of(view, returned)
    if old is None or before is None or view.minutes is None:
        return None
    new = view.submissions[-1] if view.state is InspectionState.SUBMITTED else None
    if new is None and view.minutes.id == before.id:
        return None
    in_force = (photo.sha256 for photo in view.photos if photo_counts.in_force(photo))
    photos = set(new.photos if new else in_force)
    signatures = set(new.signatures) if new else {s.id for s in view.signatures if s.in_force}
    places = set(new.places) if new else {place.id for place in view.places}
    return Renewed(
        photos_added=len(photos - set(old.photos)),
        photos_gone=len(set(old.photos) - photos),
        signatures_new=len(signatures - set(old.signatures)),
        places_new=len(places - set(old.places)),
    )


def signed_beside(view: InspectionView) -> list[Beside]:
    """Return the signed minutes beside those in force.

    Two phones without a signal may each have had minutes signed. The supervisor who rules must see
    both.
    """
    now = view.minutes
    if now is None:
        return []
    returned = {ruling.revision for ruling in view.approvals if ruling.kind == "returned"}
    answered = {one.minutes for one in view.submissions if one.revision in returned}
    found = []
    for one in view.all_minutes:
        signers = [sign.name for sign in view.signatures if sign.minutes == one.id and sign.drawing]
        if one.id == now.id or one.id in answered or not signers:
            continue
        sent = (item.revision_number for item in view.submissions if item.minutes == one.id)
        found.append(Beside(minutes=one, submitted=next(sent, None), signers=signers))
    return found
