"""What an act of a plan said, in one sentence for its history."""

from typing import Any

from backend.core import formats
from schemas.core.problems import Text
from schemas.planning import acts

_NONE = Text(vi="", en="")


def detail(content: Any) -> Text:
    """Return what an act said besides its name; empty if its name says all."""
    match content:
        case acts.ItemsSet():
            return _count(len(content.items), content.source)
        case acts.ItemsRemoved():
            return _count(len(content.item_ids), content.reason)
        case acts.Merged():
            return _count(content.taken, "")
        case acts.PlanIssued():
            day = formats.day(content.issued_on)
            return Text(
                vi=f"Số {content.number} ngày {day}, người ký {content.signer_name}",
                en=f"Number {content.number} of {day}, signed by {content.signer_name}",
            )
        case acts.PlanAmended():
            count = len(content.items) + len(content.removed)
            return _count(count, content.reason)
        case acts.TeamChanged():
            return _count(len(content.items), content.reason)
        case acts.SentOut():
            day = formats.day(content.sent_on)
            count = len(content.recipients)
            return Text(vi=f"{count} nơi nhận, ngày {day}", en=f"{count} recipients, on {day}")
        case acts.PlanPublished():
            day = formats.day(content.published_on)
            return Text(vi=f"{content.where}, ngày {day}", en=f"{content.where}, on {day}")
        case _:
            said = getattr(content, "reason", "") or getattr(content, "note", "")
            return Text(vi=said, en=said) if said else _NONE


def _count(count: int, said: str) -> Text:
    rest = f": {said}" if said else ""
    return Text(vi=f"{count} mục{rest}", en=f"{count} item{'' if count == 1 else 's'}{rest}")
