"""The agency's digital seal on a signed paper, by its clerk (Decree 30/2020 Art 33).

    sealing = Sealing(GROUP, fault)
    await sealing.seal(document_id, certificate_id, passphrase, clerk)     # a key that is here
    data, name = await sealing.download(document_id, clerk, address)       # a token elsewhere
    await sealing.take(document_id, sent_back, clerk)

How a file is sealed is in backend/documents/sealing.py. The sealed file is the one that goes out and
that the public check shows from then on (docs/decisions/0026).
"""

import hashlib
from collections.abc import Awaitable, Callable
from typing import Generic
from uuid import UUID

import msgspec

from backend.core import access_log, custody
from backend.core.actors import Actor
from backend.core.database import at_once, transaction
from backend.core.errors import NotAllowed, NotFound
from backend.documents import scans, sealing
from backend.documents.desk_papers.group import Group, Paper
from backend.documents.sealing import Made, ToSeal
from backend.documents.signing.agency import UnitCertificateRow
from backend.ledger import service as ledger
from schemas.core.problems import Text


class Waits(msgspec.Struct, frozen=True, kw_only=True):
    """What the clerk's page shows of a paper that may be sealed."""

    unit_id: UUID
    against: Text | None
    """Why it gets no seal; None if it may."""
    here: list[UnitCertificateRow]
    """The unit's certificates whose key is here, usable now."""
    outside: bool
    """The unit has a usable certificate whose key is elsewhere."""


class Sealing(Generic[Paper]):
    """Seals the papers of one group."""

    def __init__(
        self, group: Group[Paper], fault: Callable[[Paper], Awaitable[str | None]]
    ) -> None:
        """`fault` returns why a paper gets no seal by the group's rules, as the end of a code; or None."""
        self._group = group
        self._of_paper = fault

    async def waits(self, document_id: UUID, actor: Actor) -> Waits:
        """Return what the clerk needs to seal a paper in sight. Raises NotFound, NotAllowed."""
        paper, unit_id = await self._looked(document_id, actor)
        async with at_once() as ask:
            certificates = ask(sealing.certificates(unit_id))
            hindering = ask(self._fault(paper, unit_id, actor))
        usable, why = certificates.result(), hindering.result()
        return Waits(
            unit_id=unit_id,
            against=self._group.refusal(why).text if why else None,
            here=usable.here,
            outside=usable.outside,
        )

    async def may_seal(self, paper: Paper, actor: Actor) -> bool:
        """Tell whether a page offers the seal to this reader."""
        if not sealing.puts_seals(actor):
            return False
        async with at_once() as ask:
            unit_id = ask(sealing.unit_of(paper.id, paper.unit_id))
            why = ask(self._of_paper(paper))
        return why.result() is None and actor.unit.unit_id == unit_id.result()

    async def seal(
        self, document_id: UUID, certificate_id: UUID, passphrase: str, actor: Actor
    ) -> ledger.Outcome:
        """Seal a paper with the unit's certificate; opens its transactions itself.

        Raises NotFound, NotAllowed, RefusedAct, what opening the certificate raises, PdfUnreadable,
        LevelUnreachable, Unavailable. Whatever is raised, the paper stays as it is.
        """
        paper, file = await self._ready(document_id, actor)
        made = await sealing.sign(file, certificate_id, passphrase, actor)
        if made is None:
            raise self._group.refused("seal_locked")
        return await self._enter(paper, file, made, actor)

    async def download(
        self, document_id: UUID, actor: Actor, address: str | None
    ) -> tuple[bytes, str]:
        """Return the signed file that the clerk's token is to seal, and a file name; logs the access.

        Raises NotFound, NotAllowed, RefusedAct, Unavailable.
        """
        paper, file = await self._ready(document_id, actor)
        data = await custody.read(file.object_key, file.sha256)
        record_id = self._group.record_id(paper)
        async with transaction():
            await access_log.record(actor, "paper.to_seal", record_id, address=address)
        return data, f"{paper.form} {(paper.number or '').replace('/', '-')}.pdf"

    async def take(self, document_id: UUID, data: bytes, actor: Actor) -> ledger.Outcome | None:
        """Enter a file that was sealed elsewhere; opens its transactions itself.

        Returns None if this very file is the sealed one already. Raises NotFound, NotAllowed,
        RefusedAct, SignedFileWrong, CertificateRefused, Unavailable.
        """
        async with transaction():
            seen, _ = await self._looked(document_id, actor)
        if seen.sealed_sha256 == hashlib.sha256(data).hexdigest():
            return None
        paper, file = await self._ready(document_id, actor)
        return await self._enter(paper, file, await sealing.examined(file, data), actor)

    async def _fault(self, paper: Paper, unit_id: UUID, actor: Actor) -> str | None:
        why = await self._of_paper(paper)
        why = why or ("unit" if actor.unit.unit_id != unit_id else None)
        return f"seal_{why}" if why else None

    async def _looked(self, document_id: UUID, actor: Actor) -> tuple[Paper, UUID]:
        """Return a paper in sight of a clerk, and the unit that seals it. Raises NotFound, NotAllowed."""
        if not sealing.puts_seals(actor):
            raise NotAllowed
        paper = await self._group.seen(document_id, actor)
        return paper, await sealing.unit_of(document_id, paper.unit_id)

    async def _ready(self, document_id: UUID, actor: Actor) -> tuple[Paper, ToSeal]:
        """Return a paper that this clerk may seal now. Raises NotFound, NotAllowed, RefusedAct."""
        async with transaction():
            paper, unit_id = await self._looked(document_id, actor)
            why = await self._fault(paper, unit_id, actor)
        if why:
            raise self._group.refused(why)
        if paper.object_key is None or paper.sha256 is None or paper.issued_at is None:
            raise NotFound(what="document")
        return paper, ToSeal(
            document_id=document_id,
            unit_id=unit_id,
            object_key=paper.object_key,
            sha256=paper.sha256,
            issued_at=paper.issued_at,
            issuer_name=paper.issuer_name or "",
        )

    async def _enter(self, paper: Paper, file: ToSeal, made: Made, actor: Actor) -> ledger.Outcome:
        kind, record_id = self._group.record_of(paper)
        said = await sealing.stored(
            scans.kind_of(kind), record_id, paper.unit_id, file, made, actor
        )
        del said["document_id"]  # as each act of the group has it
        async with transaction():
            return await self._group.record(paper, self._group.sealed, actor, **said)
