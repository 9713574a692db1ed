"""Lines of the work diary (NK) about verification that a head ordered in a case: what is done outside the office.

Circular 27/2020 Arts 35.1.c, 35.7. Each order writes its line, because nobody knows then who will leave the office.
"""

from backend.casework.cases import events
from backend.core import formats, local_time
from backend.core.actors import Actor
from backend.fieldwork.diary import handler as diary
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Entry
from schemas.casework.acts.intake import VerificationOrdered
from schemas.core.vocabulary import RecordKind
from schemas.fieldwork.diary import DiaryLine


async def follow(parsed: ParsedAct, actor: Actor, entry: Entry) -> None:
    """Write the line of an order to verify in a case; nothing for other acts."""
    content = parsed.content
    if not isinstance(content, VerificationOrdered):
        return
    story = await events.story_of(parsed.act.record.id)
    if story is None:
        return
    facts, until = story.facts, formats.day(content.due_on)
    number = facts.opening.number
    sheet = f" (bút lục {content.sheet})" if content.sheet else ""
    what = f"Thẩm tra, xác minh vụ việc số {number}, hạn đến hết ngày {until}: {content.reason}"
    line = DiaryLine(
        entered_on=local_time.day_of(entry.received_at),
        assigned_by=f"Văn bản giao thẩm tra, xác minh{sheet}",
        signer=actor.full_name[:200],
        content=what[:1000],
        subject=facts.party.name if facts.party else f"Vụ việc số {number}",
        place="",
        time=formats.moment(parsed.act.made_at),
        members=[one.full_name for one in content.officers],
        result="",
    )
    officers = [one.officer_id for one in content.officers]
    record = (str(RecordKind.CASE), parsed.act.record.id)
    await diary.write(parsed.act.id, record, parsed.act.type, story.path, line, officers, entry)
