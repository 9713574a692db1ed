"""Papers that are signed here, or printed to be signed by hand (docs/decisions/0014).

    issuing = Issuing(GROUP)
    number = await issuing.reserve(paper, who, fields_hash, now, actor)
    kept = await issuing.sign(document_id, passphrase, actor, Steps(look, reserve, enter))

Two short transactions, with layout, signature and store outside of any. The group says who may sign, what its papers
say, and what a signed one means.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any, Generic, NamedTuple, Protocol, TypeVar
from uuid import UUID

import msgspec

from backend.core import local_time
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.job_queue import PROTECT_DOCUMENT, enqueue
from backend.documents import contents, issuing
from backend.documents import service as documents
from backend.documents.desk_papers.group import Group, Paper
from backend.documents.desk_papers.numbers import Numbers
from backend.documents.signing import service as signing
from backend.force.numbers import service as numbering
from backend.ledger import service as ledger
from schemas.core.desk_papers import Printed
from schemas.documents.papers import PaperContent

SignerHere = TypeVar("SignerHere", bound=contents.Signer)


class Reserved(msgspec.Struct, Generic[Paper, SignerHere], frozen=True, kw_only=True):
    """What transaction 1 determined, for the steps after it."""

    paper: Paper
    filled: contents.Filled
    fields_hash: str
    signer: SignerHere
    number: numbering.Number
    text: str
    """The number as on the paper."""
    at: datetime
    """UTC; the paper shows its day in Vietnam."""


Kept = TypeVar("Kept", bound=Reserved[Any, Any])


class File(Protocol):
    """A paper's file."""

    @property
    def sha256(self) -> str:
        """Of its bytes."""

    @property
    def size(self) -> int:
        """In bytes."""

    @property
    def pages(self) -> int:
        """How many it has."""


class Steps(NamedTuple, Generic[Kept]):
    """What a group does in the transactions of a signature. Each joins the one in which it is called."""

    look: Callable[[], Awaitable[object]]
    """Requires that the paper may be signed by this officer now."""
    reserve: Callable[[], Awaitable[Kept]]
    """Requires it again, and reserves the number."""
    enter: Callable[[Kept, str, issuing.Produced], Awaitable[None]]
    """Requires it once more, and enters the paper with its code and file, and what it means."""


def content_of(
    kept: Reserved[Any, Any],
    code: str,
    *,
    signed_electronically: bool,
    signed_elsewhere: bool = False,
) -> PaperContent:
    """Return what the paper prints."""
    return contents.content(
        kept.filled,
        kept.signer,
        number=kept.text,
        code=code,
        now=kept.at,
        signed_electronically=signed_electronically,
        signed_elsewhere=signed_elsewhere,
    )


def printed_as(kept: Reserved[Any, Any], code: str, file: File) -> dict[str, Any]:
    """Return what the act says of the paper and its file, by the keys of Printed but the signer's title."""
    return {
        "document_id": kept.paper.id,
        "form": kept.filled.form,
        "form_version": kept.filled.version,
        "fields_hash": kept.fields_hash,
        "number": kept.text,
        "issued_on": local_time.day_of(kept.at),
        "issued_at": kept.at,
        "issuer_name": kept.signer.full_name,
        "issuer_unit": kept.signer.unit_name,
        "issuer_superior": kept.signer.superior_name,
        "code": code,
        "sha256": file.sha256,
        "size": file.size,
        "pages": file.pages,
    }


class Issuing(Generic[Paper]):
    """The papers of one group that are signed here or printed."""

    def __init__(self, group: Group[Paper]) -> None:
        self._group = group
        self.reserve = Numbers(group).reserve

    async def sign(
        self, document_id: UUID, passphrase: str | None, actor: Actor, steps: Steps[Kept]
    ) -> Kept:
        """Number, lay out, sign, store and enter a paper as this officer's; opens its transactions itself.

        With a passphrase it is in force. With None it is printed, to be signed by hand, and is not in
        force before its scan (by_hand.py). Raises what the steps raise, what opening the certificate
        raises, Unavailable. A number that was reserved by then stays reserved for the next try.
        """
        async with transaction():
            await steps.look()
        opened = (
            await signing.open_certificate(actor.officer_id, passphrase) if passphrase else None
        )
        async with transaction():
            kept = await steps.reserve()
        code = signing.new_code()
        content = content_of(kept, code, signed_electronically=opened is not None)
        title = documents.get_form(kept.filled.form, kept.filled.version)["x-title"]["vi"]
        file = await issuing.produce(content, opened, title, kept.paper.unit_id, document_id)
        async with transaction():
            await steps.enter(kept, code, file)
        return kept

    async def enter(
        self,
        paper: Paper,
        number: numbering.Number,
        printed: Printed,
        level: str | None,
        actor: Actor,
    ) -> None:
        """Transaction 2: record the paper under its number as printed, or as signed at a PAdES level.

        The caller has looked at paper and signer again, and enters what a signed paper means. Raises
        NumberNotHeld, RefusedAct.
        """
        await numbering.use_held(number, printed.document_id, printed.fields_hash)
        said: dict[str, Any] = msgspec.structs.asdict(printed)
        del said["document_id"]  # the group's act names the paper
        if level is None:
            outcome = await self._group.record(paper, self._group.printed, actor, **said)
        else:
            said["signature_level"] = level
            outcome = await self._group.record(paper, self._group.issued, actor, **said)
        ledger.unwrap(outcome)
        await enqueue(PROTECT_DOCUMENT, printed.document_id)
