"""Opens what is sealed beside an information: for one line of people, each look on record and told to the head.

    told = await opening.informant(information_id, actor, address)

Raises NotFound for a record out of sight, SealShut for officers who are not of the line. The faces ask for a second
factor before they open who informed (practice B4).
"""

from dataclasses import dataclass
from uuid import UUID

import msgspec

from backend.core import access_log, clock, keys
from backend.core.actors import Actor
from backend.core.errors import NotAllowed, NotFound, Unavailable
from backend.force.notices import telling
from backend.intake.informations import handler, heading
from backend.intake.informations.handler import Present
from backend.intake.queries import informations as information_queries
from backend.intake.queries import secrets as queries
from backend.intake.queries.secrets import Kept
from backend.intake.rules import line
from backend.intake.rules.line import is_original as is_original
from backend.intake.rules.line import opened_as as opened_as
from backend.intake.secrecy import sealing
from backend.intake.texts import secrecy as texts
from schemas.core.problems import Text
from schemas.intake.secrets import Account, Informant
from schemas.intake.words import SecretKind

ACTIONS = {
    SecretKind.INFORMANT: "information.informant",
    SecretKind.ACCOUNT: "information.account",
    SecretKind.ATTACHMENT: "information.attachment",
}
"""What the access log says of a look."""


class SealShut(NotAllowed):
    """The officer sees the information, but is not of those who may open this."""

    code = "seal_shut"
    text_vi = (
        "Nội dung này được giữ bí mật (Điều 27, Điều 37 Thông tư 27/2020/TT-BCT). Chỉ người tiếp nhận và người đứng "
        "đầu đơn vị xử lý mở được; người xác minh mở được lời kể. Nếu cần biết người cung cấp, hãy đề nghị kèm lý do."
    )
    text_en = (
        "This is kept secret (Circular 27/2020 Arts 27, 37). Its receiver and the head of the unit open it; verifiers "
        "open the account. If you need to know who informed, ask for it with the reason."
    )


class SealBroken(Unavailable):
    """What was opened is not what was sealed: the row was changed, or moved to another record."""

    code = "seal_broken"
    text_vi = "Nội dung niêm phong không khớp với sổ. Không hiển thị. Hãy báo ngay người vận hành và kiểm tra nội bộ."
    text_en = "The sealed content does not match the ledger, and is not shown. Tell the operator and the auditors."


@dataclass(frozen=True)
class Attachment:
    """A photograph or file that came with an information."""

    media_type: str
    data: bytes


async def informant(information_id: UUID, actor: Actor, address: str | None) -> Informant | None:
    """Return who informed, None if it is anonymous; the look is recorded and told."""
    plain = await _last(information_id, SecretKind.INFORMANT, actor, address)
    return None if plain is None else msgspec.json.decode(plain, type=Informant)


async def account(information_id: UUID, actor: Actor, address: str | None) -> list[Account]:
    """Return the texts as they were told, the oldest first; the look is recorded."""
    state = await _opened(information_id, SecretKind.ACCOUNT, actor, address)
    found = await queries.of_kind(information_id, SecretKind.ACCOUNT)
    return [msgspec.json.decode(_plain(one, state), type=Account) for one in found]


async def asked(information_id: UUID, secret_id: UUID) -> SecretKind:
    """Return the kind of secret as which a photograph or file is opened. Raises NotFound. Nothing is opened."""
    for one in await queries.of(information_id):
        if one.id == secret_id and one.kind == SecretKind.ATTACHMENT:
            return opened_as(SecretKind.ATTACHMENT, one.media_type)
    raise NotFound(what="attachment")


async def attachment(
    information_id: UUID, secret_id: UUID, actor: Actor, address: str | None
) -> Attachment:
    """Return one photograph or file; the look is recorded. Raises NotFound if it is of another record."""
    kind = await asked(information_id, secret_id)
    state = await _opened(information_id, SecretKind.ATTACHMENT, actor, address, kind)
    found = await queries.find(secret_id, information_id)
    if found is None:
        raise NotFound(what="attachment")
    plain_type = (found.media_type or "application/octet-stream").removesuffix(line.NAMING)
    return Attachment(plain_type, _plain(found, state))


async def may_open(information_id: UUID, kind: SecretKind, actor: Actor) -> bool:
    """Tell whether the actor may open this kind of secret now. Nothing is recorded."""
    state = await handler.hold(information_id) if await _sees(information_id, actor) else None
    return state is not None and await _may(state, kind, actor)


async def _may(state: Present, kind: SecretKind, actor: Actor) -> bool:
    reader = await handler.reader_of(state, actor)
    return line.may_open(state.facts, reader, kind, clock.now())


async def _sees(information_id: UUID, actor: Actor) -> bool:
    return await information_queries.in_sight(information_id, actor) is not None


async def _last(
    information_id: UUID, kind: SecretKind, actor: Actor, address: str | None
) -> bytes | None:
    state = await _opened(information_id, kind, actor, address)
    found = await queries.of_kind(information_id, kind)
    return _plain(found[-1], state) if found else None


async def _opened(
    information_id: UUID,
    kind: SecretKind,
    actor: Actor,
    address: str | None,
    opened_like: SecretKind | None = None,
) -> Present:
    """Check that the actor may look, record the look, and tell the head of it.

    `opened_like` is the kind of secret as which it is opened, if not its own: what names who informed is on record, and
    told above, like who informed.
    """
    kind = opened_like or kind
    state = await handler.hold(information_id) if await _sees(information_id, actor) else None
    if state is None:
        raise NotFound(what="information")
    if not await _may(state, kind, actor):
        raise SealShut
    action = ACTIONS[kind]
    since = clock.now() - line.TOLD_AGAIN_AFTER
    again = await queries.looked_lately(actor.officer_id, action, information_id, since)
    await access_log.record(actor, action, information_id, address=address)
    if not again:
        await _tell(state, kind, actor)
    return state


async def _tell(state: Present, kind: SecretKind, actor: Actor) -> None:
    """Tell the head of a look. Who heads it opens the text without anybody being told; who informed is told above."""
    heads = await heading.line(state.handled, state.facts.named_officers)
    told = [one for one in heads if one != actor.officer_id]
    if actor.officer_id in heads:
        if kind is not SecretKind.INFORMANT:
            return
        above = [one.officer_id for one in await telling.heads_above(state.path, actor.officer_id)]
        others = [one for one in above if one not in state.facts.named_officers]
        told = told or others[:1]
    said: dict[str, str | Text] = {
        "by": actor.full_name,
        "number": state.facts.number,
        "what": texts.WHAT[kind],
    }
    await telling.tell(
        [one for one in told if one not in state.facts.named_officers],
        "information",
        state.facts.id,
        "information.looked",
        said,
    )


def _plain(kept: Kept, state: Present) -> bytes:
    """Decrypt a secret and compare it with what the ledger says of it. Raises SealBroken, SecretUnreadable."""
    plain = keys.current().informants.open(kept.sealed)
    named = state.facts.sealed.get(kept.id)
    if named is None or named.hash not in sealing.hashes(kept.sealed, plain):
        raise SealBroken
    return plain
