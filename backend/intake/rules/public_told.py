"""What a citizen may be told of a report after an act. Pure.

Not that a violation was found, nor that an inspection is proposed: the sender may be the inspected
party, or know them. Until the result is told, such a report is "being verified". Who took a denunciation back is told
no more of it, also where it goes on (Law on Denunciations Art 33.2).
"""

from typing import Any
from uuid import UUID

from schemas.intake.acts import Forwarded, Merged, Split
from schemas.intake.public_form import Told
from schemas.intake.words import InformationAct as Act

_AFTER: dict[str, Told] = {
    Act.ASSIGNED: Told.VERIFYING,
    Act.EXTENDED: Told.VERIFYING,
    Act.PROPOSED: Told.VERIFYING,
    Act.MERGED: Told.VERIFYING,
    Act.UNMERGED: Told.VERIFYING,
    Act.SPLIT: Told.VERIFYING,
    Act.ACCEPTED: Told.VERIFYING,
    Act.APPEALED: Told.VERIFYING,
    Act.REOPENED: Told.VERIFYING,
    Act.FORWARDED: Told.FORWARDED,
    Act.REDIRECTED: Told.FORWARDED,
    Act.CLOSED: Told.CONCLUDED,
    Act.NOT_ACCEPTED: Told.CONCLUDED,
    Act.RESOLVED: Told.CONCLUDED,
    Act.DISCONTINUED: Told.CONCLUDED,
    Act.RESULT_SENT: Told.RESULT_SENT,
    Act.WITHDRAWN: Told.WITHDRAWN,
}


def after(act_type: str, content: Any) -> Told | None:
    """Return the word after an act; None if the act changes nothing that a citizen may know."""
    if act_type == Act.VERIFIED:
        return Told.NO_VIOLATION if content.result == "no_violation" else Told.VERIFYING
    if act_type == Act.INFORMANT_TOLD:
        return None if content.declined else Told.RESULT_SENT
    return _AFTER.get(act_type)


def after_merge(word: Told) -> Told | None:
    """Return the word on a report that was merged into the information of which `word` is told; None leaves its own.

    A sender who takes a report back, or gets the result, is an informant whom the others do not know of. The page of
    another one would tell that there is a second, and tell of its own report what nobody did.
    """
    match word:
        case Told.WITHDRAWN:
            return None
        case Told.RESULT_SENT:
            return Told.CONCLUDED
        case _:
            return word


def goes_on_as(content: Any) -> UUID | None:
    """Return the information as which this one goes on, and is concluded; None if it stays itself.

    Of what was split, the first part: a citizen is told one word.
    """
    match content:
        case Merged():
            return content.into
        case Forwarded():
            return content.new_id
        case Split():
            return content.parts[0]
    return None
