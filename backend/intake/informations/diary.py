"""Lines of the work diary (NK) about the verification of informations: that it was assigned, and that it was done.

A line names a number and who went, and nothing of what an information says: the diary has more readers. What is about
an officer of the force writes none, as no list of other records names it.
"""

from uuid import UUID

from backend.core import formats, local_time
from backend.core.actors import Actor
from backend.documents.queries import record_papers
from backend.fieldwork.diary import handler as diary
from backend.force.queries import officer_names
from backend.intake.informations import events
from backend.intake.rules.facts import Information
from backend.intake.texts import words
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Entry
from schemas.core.vocabulary import RecordKind
from schemas.fieldwork.diary import DiaryLine
from schemas.intake.acts import Assigned, Verified


async def follow(parsed: ParsedAct, actor: Actor, entry: Entry) -> None:
    """Write the line of an assignment or of a verification; nothing for other acts."""
    content = parsed.content
    if not isinstance(content, Assigned | Verified):
        return
    story = await events.story_of(parsed.act.record.id)
    if story is None or story.facts.about_officer:
        return
    facts = story.facts
    officers = [one.officer_id for one in facts.verifiers]
    line = DiaryLine(
        entered_on=local_time.day_of(entry.received_at),
        assigned_by=(await _paper(content))[:200],
        signer=actor.full_name[:200],
        content=_content(content, facts),
        subject=f"Thông tin số {facts.number}",
        place="",
        time=formats.moment(parsed.act.made_at),
        members=await _members(officers),
        result=words.RESULTS[content.result].vi if isinstance(content, Verified) else "",
    )
    record = (str(RecordKind.INFORMATION), facts.id)
    await diary.write(parsed.act.id, record, parsed.act.type, story.path, line, officers, entry)


def _content(content: Assigned | Verified, facts: Information) -> str:
    if isinstance(content, Verified):
        return f"Kết thúc thẩm tra, xác minh thông tin số {facts.number}"
    until = formats.day(content.due_on)
    return f"Thẩm tra, xác minh thông tin số {facts.number}, hạn đến hết ngày {until}"


async def _paper(content: Assigned | Verified) -> str:
    """Return how a line cites the order to verify (QĐ-NV) or the report of it (BC), or what there was without one."""
    named, without = ("Báo cáo", "Báo cáo kết quả xác minh")
    if isinstance(content, Assigned):
        named, without = ("Quyết định", "Phân công của người đứng đầu")
    paper = await record_papers.named(content.document_id) if content.document_id else None
    if paper is None or paper.number is None or paper.issued_on is None:
        return without
    return f"{named} số {paper.number} ngày {formats.day(paper.issued_on)}"


async def _members(officers: list[UUID]) -> list[str]:
    names = await officer_names.of(officers)
    return [names[one] for one in officers if one in names]
