"""The catalogue's book: judges and folds acts about its behaviours."""

from typing import Any

import msgspec

from backend.actors import Actor
from backend.catalogue import publishing_rules, queries, reading
from backend.catalogue.texts import refusal
from backend.ledger.books import Accept, Entry, Hold, Judgement
from backend.ledger.canonical import ParsedAct
from schemas.acts import Act
from schemas.catalogue import CatalogueAct, ViolationPublished, ViolationWithdrawn
from schemas.vocabulary import Role


def may_publish(actor: Actor) -> bool:
    """The law is one for the whole force: so is who publishes it."""
    return actor.has(Role.ADMINISTRATOR) and actor.unit.level == 1


class CatalogueBook:
    """How behaviours are locked, judged and folded; see backend.ledger.books.Book."""

    act_types = frozenset(CatalogueAct)
    evidence: frozenset[str] = frozenset()
    tells_standing = False

    async def lock(self, act: Act) -> Any:
        """What is known of the behaviour's versions, or None."""
        return await queries.lock(act.record.id)

    async def judge(
        self, state: Any, parsed: ParsedAct, actor: Actor, doubt: str | None
    ) -> Judgement:
        """Versions come one after another, from an administrator of the whole force, at the desk."""
        del doubt  # no act about the catalogue comes from a device
        content = parsed.content
        if actor.face != "desk":
            return refusal("not_from_phone")
        if not may_publish(actor):
            return refusal("not_allowed")
        if not isinstance(content, ViolationPublished | ViolationWithdrawn):
            raise TypeError(f"no judgement for {parsed.act.type}")
        if parsed.act.record.id != publishing_rules.record_id(content.code):
            return refusal("record_misplaced")
        newest = state["newest"] if state else 0
        if isinstance(content, ViolationPublished):
            known = {traits.prefix.split("-")[0] for traits in reading.traits()}
            if content.code.split("-")[0] not in known:
                return refusal("decree_unknown")
            fault = publishing_rules.publish_fault(content, newest)
            return refusal(fault) if fault else Accept()
        withdrawn = state["withdrawn"] if state else []
        if content.version > newest or content.version in withdrawn:
            return refusal("version_unknown")
        return Accept()

    async def apply(
        self, state: Any, parsed: ParsedAct, actor: Actor, entry: Entry, judgement: Accept | Hold
    ) -> None:
        """Write the version, or its withdrawal."""
        del state, judgement
        content = parsed.content
        shared: dict[str, Any] = {
            "record_id": parsed.act.record.id,
            "act_id": parsed.act.id,
            "officer_id": actor.officer_id,
            "recorded_at": entry.received_at,
        }
        match content:
            case ViolationPublished():
                await queries.insert(
                    **shared,
                    code=content.code,
                    version=content.version,
                    event="published",
                    valid_from=content.valid_from,
                    valid_to=content.valid_to,
                    content=msgspec.json.encode(content).decode(),
                    check_vi=content.check_vi,
                    check_en=content.check_en,
                    note=content.note,
                )
            case ViolationWithdrawn():
                await queries.insert(
                    **shared,
                    code=content.code,
                    version=content.version,
                    event="withdrawn",
                    valid_from=None,
                    valid_to=content.valid_to,
                    content=None,
                    check_vi="",
                    check_en="",
                    note=content.note,
                )
            case _:
                raise TypeError(f"no fold for {parsed.act.type}")
