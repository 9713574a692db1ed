"""What may happen to a paper of a record, and by whom. Pure.

What is the same for every paper of the desk is in desk_papers.py beside it.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from backend.core.actors import Actor
from backend.documents.rules import desk_papers
from backend.documents.rules.desk_papers import IN_FORCE as IN_FORCE
from backend.documents.rules.desk_papers import Paper
from backend.documents.rules.desk_papers import dispatches as dispatches
from backend.documents.rules.desk_papers import heads as heads
from backend.documents.rules.desk_papers import may_scan as may_scan
from backend.documents.rules.desk_papers import seal_fault as seal_fault
from schemas.documents.record_papers import RecordPaperState as State

OPEN = (State.DRAFT, State.FINAL, State.PRINTED, State.AWAITING, State.SENT_BACK)


def may_edit(paper: Paper, actor: Actor, drafts: bool) -> bool:
    """Tell whether the officer may rewrite the draft: who drafted it, who works on the record, a head."""
    return paper.state == State.DRAFT and (_own(paper, actor) or drafts or heads(paper, actor))


def may_reopen(paper: Paper, actor: Actor, drafts: bool) -> bool:
    """Tell whether the officer may make a finalised paper a draft again."""
    return paper.state == State.FINAL and (_own(paper, actor) or drafts or heads(paper, actor))


def may_discard(paper: Paper, actor: Actor, drafts: bool) -> bool:
    """Tell whether the officer may give the paper up before it is in force.

    What was printed may have been signed already: a head gives it up, or who printed it.
    """
    if paper.state == State.PRINTED:
        return heads(paper, actor) or paper.issued_by == actor.officer_id
    return may_edit(paper, actor, drafts) or may_reopen(paper, actor, drafts)


def may_compare(paper: Paper, actor: Actor, drafters: list[UUID]) -> bool:
    """Tell whether the officer is a second person who compares the scan: none who ever drafted it."""
    return actor.officer_id not in drafters and desk_papers.may_compare(paper, actor)


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
