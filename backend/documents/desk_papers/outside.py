"""Papers that their signer signs elsewhere, with the State's token or a SIM (docs/decisions/0019).

    outside = Outside(GROUP, Kept, waits_as="final", look=_look, enter=_enter)
    data, name = await outside.download(document_id, actor, address)    # the signer alone
    await outside.take(document_id, signed, actor)                      # the paper is in force

The group reserves the number and lays the paper out, by its own `prepare`; `keep` keeps the copy for
its signer.
"""

import hashlib
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Generic, NamedTuple, TypeVar
from uuid import UUID

import msgspec

from backend.core import access_log, custody
from backend.core.actors import Actor
from backend.core.database import at_once, transaction
from backend.core.errors import NotFound
from backend.documents import rendering, signed_outside
from backend.documents.desk_papers.group import Group, Paper
from backend.documents.issuing import PDF, PaperNotReady, pages_of
from backend.documents.rules.desk_papers import IN_FORCE
from backend.documents.signed_outside import EnteredOtherwise, PreparationOver, Prepared
from backend.documents.signing import outside
from backend.force.numbers import service as numbering
from backend.ledger import service as ledger
from schemas.core.desk_papers import Printed
from schemas.documents.papers import PaperContent


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What was determined when a paper was prepared. Each group adds who signs it, and in which office."""

    number: numbering.Number
    text: str
    """The number as on the paper."""
    content: PaperContent
    printed: Printed
    """What the act will say of the paper, except of its file."""


KeptHere = TypeVar("KeptHere", bound=Kept)


class LaidOut(NamedTuple):
    """A paper's bytes, with an empty field for the signature."""

    data: bytes
    sha256: str
    size: int
    pages: int


async def laid_out(content: PaperContent) -> LaidOut:
    """Lay a paper out to be signed elsewhere; outside of any transaction."""
    data = outside.with_form(await rendering.render_async(content))
    return LaidOut(data, hashlib.sha256(data).hexdigest(), len(data), pages_of(data))


class Outside(Generic[Paper, KeptHere]):
    """The papers of one group that are signed elsewhere."""

    def __init__(
        self,
        group: Group[Paper],
        kept: type[KeptHere],
        *,
        waits_as: str,
        look: Callable[[Prepared[KeptHere], UUID, Actor], Awaitable[UUID]],
        enter: Callable[[KeptHere, str, Actor], Awaitable[None]],
    ) -> None:
        """`waits_as`: the state of a paper that may be signed.

        `look` requires that the prepared paper may be signed now, and returns its unit. `enter`
        enters it with this level of its signature, and what it means.
        """
        self._group = group
        self._kept = kept
        self._waits_as = waits_as
        self._look = look
        self._enter = enter

    async def current(self, document_id: UUID, actor: Actor) -> Prepared[KeptHere] | None:
        """Return what this officer prepared today and may still sign, in the caller's transaction."""
        return await self._current(document_id, actor, locked=True)

    async def _current(
        self, document_id: UUID, actor: Actor, *, locked: bool
    ) -> Prepared[KeptHere] | None:
        return await signed_outside.current(
            document_id, actor.officer_id, self._kept, lambda kept: kept.number, locked=locked
        )

    async def keep(
        self,
        document_id: UUID,
        fields_hash: str,
        whole: tuple[KeptHere, bytes, datetime],
        actor: Actor,
        look: Callable[[], Awaitable[object]],
    ) -> Prepared[KeptHere]:
        """Keep a prepared paper for its signer; opens its transaction itself.

        `whole` is what is kept, the bytes, and when they were made; `look` requires once more that
        this officer may sign it. Raises NumberNotHeld, PreparationOver.
        """
        kept, data, at = whole
        async with transaction():
            await look()
            there = await self.current(document_id, actor)
            if there is not None:  # a second press of the button was faster
                return there
            held = await numbering.held(document_id)
            if held is None or held.number != kept.number:
                raise numbering.NumberNotHeld
            await signed_outside.put(document_id, actor.officer_id, fields_hash, kept, data, at)
            made = await self.current(document_id, actor)
        if made is None:  # midnight has passed
            raise PreparationOver
        return made

    async def waiting(self, document_id: UUID, actor: Actor) -> Prepared[KeptHere] | None:
        """Return what this officer prepared today and has to send back; None if nothing.

        For a page: it locks nothing. Joins the caller's transaction. Raises NotFound.
        """
        async with at_once() as ask:
            seeing = ask(self._group.seen(document_id, actor))
            keeping = ask(self._current(document_id, actor, locked=False))
        paper, there = seeing.result(), keeping.result()
        waits = paper.state == self._waits_as
        return there if waits and there and paper.fields_hash == there.fields_hash else None

    async def download(
        self, document_id: UUID, actor: Actor, address: str | None
    ) -> tuple[bytes, str]:
        """Return the bytes to be signed and a file name, to their signer alone; logs the access.

        Raises NotFound, PreparationOver.
        """
        async with transaction():
            there = await self.waiting(document_id, actor)
            if there is None:
                raise PreparationOver
            paper = await self._group.seen(document_id, actor)
            data = await signed_outside.pdf(document_id)
            record_id = self._group.record_id(paper)
            await access_log.record(actor, "paper.prepared", record_id, address=address)
        if data is None:
            raise PreparationOver
        return data, f"{paper.form} {there.kept.text.replace('/', '-')}.pdf"

    async def take(self, document_id: UUID, data: bytes, actor: Actor) -> bool:
        """Enter the signed file as the issued paper, and what it means; opens its transactions itself.

        Returns False if this officer entered this very file before. Raises NotFound,
        PreparationOver, EnteredOtherwise, SignedFileWrong, CertificateRefused, Unavailable, and what
        the group's entering raises. Whatever is raised, the prepared paper stays.
        """
        if await self._entered(document_id, data, actor):
            return False
        try:
            await self._take(document_id, data, actor)
        except (PaperNotReady, PreparationOver):
            if await self._entered(document_id, data, actor):  # the same file, sent twice at once
                return False
            raise
        return True

    async def give_up(self, document_id: UUID, reason: str, actor: Actor) -> ledger.Outcome:
        """Void the number that the signer's copy bears, in the caller's transaction.

        The paper waits for its signer again, and will get another number. Raises NotFound.
        """
        paper = await self._group.seen(document_id, actor)
        there, held = await self.current(document_id, actor), await numbering.held(document_id)
        if there is None or held is None:
            raise NotFound(what="number")
        outcome = await self._group.void(paper, held, reason, actor)
        if isinstance(outcome, ledger.Accepted):
            await signed_outside.end(document_id)
        return outcome

    async def _take(self, document_id: UUID, data: bytes, actor: Actor) -> None:
        async with transaction():
            there = await self.waiting(document_id, actor)
        if there is None:
            raise PreparationOver
        kept = there.kept
        signed = await signed_outside.examined(
            document_id, data, kept.content, actor.officer_id, there.prepared_at
        )
        async with transaction():
            unit_id = await self._look(there, document_id, actor)
        sha256 = await custody.put(unit_id, document_id, data, PDF)
        printed = msgspec.structs.replace(kept.printed, sha256=sha256, size=len(data))
        kept = msgspec.structs.replace(kept, printed=printed)
        async with transaction():
            await self._group.lock(document_id)  # nobody enters it, or gives it up, meanwhile
            if await self.current(document_id, actor) is None:
                raise PreparationOver
            await self._enter(kept, str(signed.level), actor)
            await signed_outside.end(document_id)

    async def _entered(self, document_id: UUID, data: bytes, actor: Actor) -> bool:
        """Tell whether this officer entered this very file.

        Raises NotFound, EnteredOtherwise if the paper was issued with another file.
        """
        async with transaction():
            paper = await self._group.seen(document_id, actor)
        if paper.state not in IN_FORCE:
            return False
        same = paper.sha256 == hashlib.sha256(data).hexdigest()
        if not same or paper.issued_by != actor.officer_id:
            raise EnteredOtherwise
        return True
