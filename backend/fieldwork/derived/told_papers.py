"""What the acts of an inspection say of a paper that a phone numbered. Pure.

The public check folds the inspection's whole record with this, and takes nothing from the read
tables that could make its answer better.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.fieldwork.acts.declaring import Written
from backend.fieldwork.acts.index import ACTS
from schemas.fieldwork.site_paper_files import SitePaperSealed, SitePaperSigned
from schemas.fieldwork.words import ActType


@dataclass(frozen=True)
class Happened:
    """An act of the record, in the order of the ledger."""

    act_id: UUID
    type: str
    content: Any
    officer_id: UUID
    told_at: datetime
    """When it happened, corrected by what is known of the phone's clock; UTC."""
    held: bool
    """Whether it was held when it came. It takes effect once it is admitted."""

    @property
    def writes(self) -> Written:
        """What it says, as it is declared."""
        return ACTS[ActType(self.type)].writes


class Text(msgspec.Struct, frozen=True, kw_only=True):
    """One writing of minutes or of another paper."""

    officer_id: UUID
    form: str
    form_version: int
    fields: dict[str, Any]


class ToldFile(msgspec.Struct, frozen=True, kw_only=True):
    """A stored file of a paper."""

    sha256: str
    size: int
    content_sha256: str
    level: str | None
    """PAdES level of its maker's signature; None if the server sealed it."""
    signer: str | None


class ToldPaper(msgspec.Struct, frozen=True, kw_only=True):
    """A numbered paper as the acts tell it."""

    text: Text
    number: str
    numbered_at: datetime
    document_id: UUID
    """The paper's id in the register of numbers; of minutes, the act that wrote them."""
    is_minutes: bool
    subject: str
    """Whom the decision names."""
    replaced: bool = False
    """Other minutes of the inspection are in force."""
    replaced_by: str | None = None
    """The number of those, if they have one."""
    replaced_by_act: UUID | None = None
    """The act that gave it, from which their code follows."""
    files: list[ToldFile] = []
    """Its stored files: the one that is handed out first, then others, latest first."""


class _Record:
    """What is known after some of the acts."""

    def __init__(self) -> None:
        self.subject: str | None = None
        self.texts: dict[UUID, Text] = {}
        self.in_force: UUID | None = None
        self.papers: dict[UUID, UUID] = {}
        """The writing in force of each paper besides the minutes."""
        self.numbers: dict[UUID, str] = {}
        """The first number of each writing."""
        self.closed: set[UUID] = set()
        self.number_acts: dict[UUID, UUID] = {}
        """The act of each writing's number."""
        self.said: dict[UUID, tuple[Happened, UUID]] = {}
        """The acts that gave a number, with the writing that bears it."""
        self.files: dict[UUID, list[ToldFile]] = {}
        """The stored files of each writing, as they were entered."""

    def take(self, act: Happened) -> None:
        content = act.content
        match act.writes:
            case Written.DECISION:
                self.subject = content.subject.name
            case Written.MINUTES:
                self.in_force = act.act_id
            case Written.SUBMISSION:
                self.in_force = content.minutes
            case Written.PAPER_WRITTEN if content.document_id not in self.closed:
                self.papers[content.document_id] = act.act_id
            case Written.PAPER_NUMBERED:
                if self.papers.get(content.document_id) == content.written:
                    self.closed.add(content.document_id)
                    self._number(act, content.written)
            case Written.MINUTES_NUMBERED:
                self._number(act, content.minutes)
            case Written.SITE_FILE:
                self.files.setdefault(content.written, []).append(_file(content))
            case _:
                pass

    def _number(self, act: Happened, writing: UUID) -> None:
        text = self.texts.get(writing)
        own = text is not None and (text.officer_id, text.form) == (
            act.officer_id,
            act.content.form,
        )
        if own and writing not in self.numbers:
            self.numbers[writing] = act.content.text
            self.number_acts[writing] = act.act_id
            self.said[act.act_id] = (act, writing)


def tell(history: Iterable[Happened], number_act: UUID) -> ToldPaper | None:
    """Return the paper to which this act gave its number, or None if it gave none to any."""
    acts = list(history)
    record = _Record()
    # Minutes that were held stay readable: people may have signed and numbered them.
    record.texts = {act.act_id: text for act in acts if (text := _text(act)) is not None}
    for act in _in_effect(acts):
        record.take(act)
    found = record.said.get(number_act)
    if found is None or record.subject is None:
        return None
    act, writing = found
    is_minutes = act.writes is Written.MINUTES_NUMBERED
    replaced = is_minutes and record.in_force != writing
    by = record.numbers.get(record.in_force) if replaced and record.in_force else None
    return ToldPaper(
        text=record.texts[writing],
        number=act.content.text,
        numbered_at=act.told_at,
        document_id=writing if is_minutes else act.content.document_id,
        is_minutes=is_minutes,
        subject=record.subject,
        replaced=replaced,
        replaced_by=by,
        replaced_by_act=record.number_acts.get(record.in_force)
        if replaced and record.in_force
        else None,
        files=_files(record.files.get(writing, [])),
    )


def _files(entered: list[ToldFile]) -> list[ToldFile]:
    latest_first = list(reversed(entered))
    signed = [one for one in latest_first if one.level is not None]
    return signed + [one for one in latest_first if one.level is None]


def _file(content: SitePaperSealed) -> ToldFile:
    signed = content if isinstance(content, SitePaperSigned) else None
    return ToldFile(
        sha256=content.sha256,
        size=content.size,
        content_sha256=content.content_sha256,
        level=signed.signature_level if signed else None,
        signer=signed.signer if signed else None,
    )


def _text(act: Happened) -> Text | None:
    content = act.content
    if act.writes not in (Written.MINUTES, Written.PAPER_WRITTEN):
        return None
    return Text(
        officer_id=act.officer_id,
        form=content.form,
        form_version=content.form_version,
        fields=content.fields,
    )


def _in_effect(acts: list[Happened]) -> Iterator[Happened]:
    """Yield the acts in the order in which they took effect."""
    held = {act.act_id: act for act in acts if act.held}
    for act in acts:
        if act.held:
            continue
        yield act
        if ACTS[ActType(act.type)].admits:
            admitted = held.pop(act.content.act, None)
            if admitted is not None:
                yield admitted
