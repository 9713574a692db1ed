"""Contents of acts about two parties that may be one: told apart, or merged by two persons and parted again.

The record of a merge is that of the party which stays. Papers, inspections and cases keep the party
that they name, so that a merge can be undone.
"""

from uuid import UUID

from schemas.core.base import Wire
from schemas.parties.acts import PartyDetails, Reason
from schemas.parties.words import PartyAct


class PartyToldApart(Wire):
    """An officer says that these are two parties. They are proposed no more."""

    other_id: UUID
    reason: Reason


class PartyApartUndone(Wire):
    """It was wrong or is doubtful again: they may be proposed again."""

    other_id: UUID
    reason: Reason


class PartyMergeAsked(Wire):
    """An officer asks to merge another party into this one, and says what is known of it then.

    `stays` and `goes` are marks of what was known of both when the officer compared them: a merge is
    confirmed for these alone.
    """

    other_id: UUID
    party: PartyDetails
    reason: Reason
    stays: str
    goes: str


class PartyMerged(Wire):
    """A second person confirms what was asked by this act."""

    asked: UUID


class PartyMergeDeclined(Wire):
    """A second person declines it, or the first takes it back."""

    asked: UUID
    reason: Reason


class PartyMergeUndone(Wire):
    """They are two parties again, each as it was before the merge but for what was corrected since.

    `stays` is the mark of what was known of the one that stays when the officer read it: its later corrections are
    kept. Without it (entries of before there were such marks), that party is exactly as it was before.

    `of_other`: the inspections and cases recorded under this party since the merge that are the
    other's, as the officer went through them. They keep what their papers say.
    """

    asked: UUID
    reason: Reason
    of_other: list[UUID]
    stays: str | None = None


MERGE_CONTENTS: dict[str, type[Wire]] = {
    PartyAct.TOLD_APART: PartyToldApart,
    PartyAct.APART_UNDONE: PartyApartUndone,
    PartyAct.MERGE_ASKED: PartyMergeAsked,
    PartyAct.MERGED: PartyMerged,
    PartyAct.MERGE_DECLINED: PartyMergeDeclined,
    PartyAct.MERGE_UNDONE: PartyMergeUndone,
}
"""The content of each such act."""
