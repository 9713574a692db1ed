"""What may happen to a paper of a record, and by whom. Pure.

Practice B3: a sheet signed by hand is in force from its signing; somebody who neither drafted nor
signed it nor sent its scan compares the scan with what was printed (B6: in his own unit or above).
"""

from collections.abc import Mapping
from typing import Any, Protocol
from uuid import UUID

from backend.core import scope
from backend.core.actors import Actor, UnitPath
from schemas.core.vocabulary import Role
from schemas.documents.record_papers import RecordPaperState as State

_COMPARES = (Role.CLERK, Role.SUPERVISOR)
IN_FORCE = (State.SIGNED, State.AWAITING, State.SENT_BACK)
OPEN = (State.DRAFT, State.FINAL, State.PRINTED, State.AWAITING, State.SENT_BACK)


class Paper(Protocol):
    """What these rules read of a paper."""

    @property
    def state(self) -> State:
        """How far it is."""

    @property
    def path(self) -> UnitPath:
        """The unit of its record, with those above."""

    @property
    def drafted_by(self) -> UUID:
        """Who drafted it last."""

    @property
    def issued_by(self) -> UUID | None:
        """Who signed or printed it; None before that."""

    @property
    def scanned_by(self) -> UUID | None:
        """Who sent the scan that stands; None without one."""

    @property
    def signature_level(self) -> str | None:
        """PAdES level; None before the signature, and for one signed by hand."""

    @property
    def sealed_sha256(self) -> str | None:
        """Hash of the file with the agency's seal; None without one."""


def heads(paper: Paper, actor: Actor) -> bool:
    """Tell whether the officer is a supervisor of the record's unit or of one above it."""
    return actor.has(Role.SUPERVISOR) and scope.covers(actor, paper.path)


def may_edit(paper: Paper, actor: Actor, drafts: bool) -> bool:
    """Tell whether the officer may rewrite the draft: who drafted it, who works on the record, a head."""
    return paper.state is State.DRAFT and (_own(paper, actor) or drafts or heads(paper, actor))


def may_reopen(paper: Paper, actor: Actor, drafts: bool) -> bool:
    """Tell whether the officer may make a finalised paper a draft again."""
    return paper.state is State.FINAL and (_own(paper, actor) or drafts or heads(paper, actor))


def may_discard(paper: Paper, actor: Actor, drafts: bool) -> bool:
    """Tell whether the officer may give the paper up before it is in force.

    What was printed may have been signed already: a head gives it up, or who printed it.
    """
    if paper.state is State.PRINTED:
        return heads(paper, actor) or paper.issued_by == actor.officer_id
    return may_edit(paper, actor, drafts) or may_reopen(paper, actor, drafts)


def may_scan(paper: Paper, actor: Actor) -> bool:
    """Tell whether the officer may send the scan of the signed sheet.

    The first comes from who signed, because it puts the paper in force in that name. A better one
    may come from any head or clerk.
    """
    if paper.state is State.PRINTED:
        return paper.issued_by == actor.officer_id
    clerk = actor.has(*_COMPARES) and scope.covers(actor, paper.path)
    return paper.state is State.SENT_BACK and (clerk or paper.issued_by == actor.officer_id)


def may_compare(paper: Paper, actor: Actor, drafters: list[UUID]) -> bool:
    """Tell whether the officer is the second person who compares the scan."""
    own = actor.officer_id in (paper.drafted_by, paper.issued_by, paper.scanned_by, *drafters)
    able = actor.has(*_COMPARES) and scope.covers(actor, paper.path)
    return paper.state is State.AWAITING and able and not own


def dispatches(paper: Paper, actor: Actor) -> bool:
    """Tell whether the officer enters how the paper went out: a clerk or a head of its unit, or above."""
    return actor.has(*_COMPARES) and scope.covers(actor, paper.path)


def seal_fault(paper: Paper) -> str | None:
    """Return why the paper gets no digital seal, as the end of a code; None if it may.

    An officer must have signed its file here. On a sheet signed by hand the seal is ink.
    """
    if paper.state is State.DISCARDED:
        return "cancelled"
    if paper.state in (State.DRAFT, State.FINAL):
        return "unsigned"
    if paper.signature_level is None:
        return "ink"
    return "twice" if paper.sealed_sha256 is not None else None


def _own(paper: Paper, actor: Actor) -> bool:
    return paper.drafted_by == actor.officer_id


def about(fields: Mapping[str, Any]) -> str:
    """Return the subject line of a paper, by which lists tell papers on one form apart."""
    said = fields.get("about")
    return said[:500] if isinstance(said, str) else ""


def taken_from_record(schema: Mapping[str, Any]) -> list[str]:
    """Return the fields that the form takes from the record at each saving (`x-from-record`)."""
    return [name for name, node in schema["properties"].items() if node.get("x-from-record")]


INFORMANT = "informant"


def secret_recipient(schema: Mapping[str, Any], fields: Mapping[str, Any]) -> str | None:
    """Return the line that stands for who gave the information; None on a paper to anybody else.

    Who gave information is named in no act (docs/decisions/0051): the paper and its dispatch name
    the number under which the information was received, and the envelope is written by hand.
    """
    line = schema.get("x-informant")
    if not line or fields.get(line["field"]) != INFORMANT:
        return None
    return str(line["text"]).replace("{}", str(fields.get(line["number"]) or "…"))


def names_informant(schema: Mapping[str, Any], fields: Mapping[str, Any]) -> bool:
    """Tell whether a paper to who gave the information has a recipient in a field of its own."""
    line = schema.get("x-informant")
    if not line or fields.get(line["field"]) != INFORMANT:
        return False
    return any(fields.get(name) for name in line["never"])


def signer_fault(fields: Mapping[str, Any], name: str, title: str, delegation: str | None) -> bool:
    """Tell whether the paper names another signer, the same one under another title, or another power."""
    said = fields.get("signer")
    if not isinstance(said, dict):
        return False
    named = (said.get("name"), said.get("title"), said.get("delegation") or None)
    return named != (name, title, delegation)


def public_title(schema: Mapping[str, Any], fields: Mapping[str, Any]) -> str:
    """Return the subject line that anybody may read, if the form says so (`x-public-title`).

    A plan is published by law (Ordinance 11/2016 Art 20); letters and notices show none.
    """
    return about(fields) if schema.get("x-public-title") else ""
