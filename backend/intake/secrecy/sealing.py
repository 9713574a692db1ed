"""Seals what tells who informed, before it is written anywhere.

    account = sealing.seal_account(Account(text=...))
    informant = sealing.seal_informant(Informant(name=..., phone=...))

Both work without a database: the web process of the public form seals before it writes its inbox. An act names a
`Sealed` by id and keyed hash: `ref(sealed)`. The hash is of the ciphertext, which is another one each time. A
hash of the plain text would be the same for the same informant: an officer could register a guess, and compare acts.
"""

import hashlib
from uuid import UUID

import msgspec

from backend.core import keys
from backend.intake.rules import comparing
from schemas.core.ids import new_id
from schemas.intake.acts import SealedRef
from schemas.intake.secrets import Account, Informant, Sealed
from schemas.intake.words import SecretKind

MOST_BYTES = 12_000_000
"""The largest attachment, in bytes: a photograph of a phone."""
_SEALED = "sealed"
_TOLD = "told"
"""Of acts from before: the hash was of the plain bytes."""
_PHONE, _EMAIL, _PICTURE = "phone", "e-mail", "picture"


def recipient() -> str:
    """Return the public half of the informants' key, as age writes it. Raises InformantsKeyMissing."""
    return keys.current().informants.recipient


def seal_informant(told: Informant) -> Sealed:
    """Seal who informed. Raises InformantsKeyMissing."""
    matches: list[str] = []
    own = keys.current().informants
    if number := comparing.phone(told.phone):
        matches.append(own.hash(_PHONE, number.encode()))
    if told.email.strip():
        matches.append(own.hash(_EMAIL, told.email.strip().casefold().encode()))
    return _sealed(SecretKind.INFORMANT, msgspec.json.encode(told), tuple(matches))


def seal_account(told: Account) -> Sealed:
    """Seal the text as it was told. Raises InformantsKeyMissing."""
    return _sealed(SecretKind.ACCOUNT, msgspec.json.encode(told), ())


def seal_attachment(data: bytes, media_type: str, *, secret_id: UUID | None = None) -> Sealed:
    """Seal a photograph or a file that came with it, under the id that a phone gave it or a new one.

    The caller has checked what it is. Raises ValueError for one over MOST_BYTES, InformantsKeyMissing.
    """
    if len(data) > MOST_BYTES:
        raise ValueError("an attachment is larger than 12 MB")
    match = keys.current().informants.hash(_PICTURE, hashlib.sha256(data).digest())
    sealed = _sealed(SecretKind.ATTACHMENT, data, (match,), media_type)
    return sealed if secret_id is None else msgspec.structs.replace(sealed, id=secret_id)


def ref(sealed: Sealed) -> SealedRef:
    """Return how an act names it."""
    return SealedRef(id=sealed.id, kind=sealed.kind, hash=sealed.hash)


def phone_matches(number: str) -> list[str]:
    """Return the keyed hashes that rows of this telephone number may bear; none for what is no number."""
    plain = comparing.phone(number)
    return keys.current().informants.hashes(_PHONE, plain.encode()) if plain else []


def hashes(sealed: bytes, plain: bytes) -> list[str]:
    """Return the keyed hashes that an act may bear of this ciphertext, and of what it opens to."""
    own = keys.current().informants
    return [*own.hashes(_SEALED, sealed), *own.hashes(_TOLD, plain)]


def _sealed(
    kind: SecretKind, plain: bytes, matches: tuple[str, ...], media_type: str | None = None
) -> Sealed:
    own = keys.current().informants
    sealed = own.seal(plain)
    return Sealed(
        id=new_id(),
        kind=kind,
        sealed=sealed,
        hash=own.hash(_SEALED, sealed),
        recipient=own.key_id,
        matches=matches,
        media_type=media_type,
    )
