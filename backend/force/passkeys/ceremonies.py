"""What browsers are asked for, and what their answers prove (W3C Web Authentication Level 3 §7), by py_webauthn.

The user has to be verified each time (fingerprint, face or PIN of the machine): a passkey that is
merely present would prove that the machine is there, not the officer. Origin and domain are checked
against the settings. Attestation is not asked for: which make of machine an officer has is no
matter of ours, and reading certificates of strangers would be one more thing to attack.
"""

from collections.abc import Iterable
from uuid import UUID

import msgspec
import webauthn
from webauthn.helpers import (
    parse_attestation_object,
    parse_authentication_credential_json,
    parse_client_data_json,
    parse_registration_credential_json,
)
from webauthn.helpers.structs import (
    AttestationFormat,
    AuthenticatorSelectionCriteria,
    AuthenticatorTransport,
    CredentialDeviceType,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from backend.core.relying_party import RelyingParty
from backend.force.queries.passkeys import PasskeyRow
from backend.force.rules import passkeys as rules

MOST_CHARACTERS = 16_384
"""A browser's answer has about 2,000."""
_TIMEOUT_MS = int(rules.CHALLENGE_LIFE.total_seconds() * 1000)
_NAME = "Hiện Trường"
_UNSIGNED = frozenset({AttestationFormat.NONE, AttestationFormat.PACKED})
"""What comes without attestation being asked for: none, or the passkey's own signature."""


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """A passkey that a browser made."""

    credential_id: bytes
    public_key: bytes
    sign_count: int
    synced: bool
    transports: str


class Used(msgspec.Struct, frozen=True, kw_only=True):
    """A passkey was used: its owner was verified and signed the challenge."""

    sign_count: int
    synced: bool


def to_make(
    party: RelyingParty,
    officer_id: UUID,
    username: str,
    full_name: str,
    challenge: bytes,
    known: Iterable[PasskeyRow],
) -> str:
    """Return what a browser needs to make a passkey, as JSON (§5.4). It makes none beside a known one."""
    wanted = webauthn.generate_registration_options(
        rp_id=party.id,
        rp_name=_NAME,
        user_id=officer_id.bytes,
        user_name=username,
        user_display_name=full_name,
        challenge=challenge,
        timeout=_TIMEOUT_MS,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.PREFERRED,
            user_verification=UserVerificationRequirement.REQUIRED,
        ),
        exclude_credentials=_described(known),
    )
    return webauthn.options_to_json(wanted)


def to_use(party: RelyingParty, challenge: bytes, known: Iterable[PasskeyRow]) -> str:
    """Return what a browser needs to use one of these passkeys, as JSON (§5.5)."""
    wanted = webauthn.generate_authentication_options(
        rp_id=party.id,
        challenge=challenge,
        timeout=_TIMEOUT_MS,
        allow_credentials=_described(known),
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return webauthn.options_to_json(wanted)


def _described(known: Iterable[PasskeyRow]) -> list[PublicKeyCredentialDescriptor]:
    return [
        PublicKeyCredentialDescriptor(
            id=row.credential_id,
            transports=[AuthenticatorTransport(each) for each in row.transports.split()],
        )
        for row in known
    ]


def made(party: RelyingParty, challenge: bytes, answer: str) -> Made | None:
    """Return the passkey that this answer is about; None if it proves none (§7.1)."""
    try:
        parsed = parse_registration_credential_json(_short(answer))
        _require_own_page(parsed.response.client_data_json)
        attested = parse_attestation_object(parsed.response.attestation_object)
        if attested.fmt not in _UNSIGNED or attested.att_stmt.x5c:
            return None
        proven = webauthn.verify_registration_response(
            credential=parsed,
            expected_challenge=challenge,
            expected_rp_id=party.id,
            expected_origin=list(party.origins),
            require_user_verification=True,
        )
    except Exception:  # the parsers of the answer raise many kinds of exceptions
        return None
    reached = sorted({each.value for each in parsed.response.transports or []})
    return Made(
        credential_id=proven.credential_id,
        public_key=proven.credential_public_key,
        sign_count=proven.sign_count,
        synced=_synced(proven.credential_device_type),
        transports=" ".join(reached),
    )


def credential_of(answer: str, officer_id: UUID) -> bytes | None:
    """Return which credential an answer says it is of; None if it is damaged or of another user."""
    try:
        parsed = parse_authentication_credential_json(_short(answer))
    except Exception:  # as above
        return None
    owner = parsed.response.user_handle
    return parsed.raw_id if not owner or owner == officer_id.bytes else None


def used(party: RelyingParty, challenge: bytes, answer: str, row: PasskeyRow) -> Used | None:
    """Return what an answer proves about this passkey; None if nothing (§7.2).

    The count of signatures is not judged here: see rules.went_back().
    """
    try:
        parsed = parse_authentication_credential_json(_short(answer))
        _require_own_page(parsed.response.client_data_json)
        proven = webauthn.verify_authentication_response(
            credential=parsed,
            expected_challenge=challenge,
            expected_rp_id=party.id,
            expected_origin=list(party.origins),
            credential_public_key=row.public_key,
            credential_current_sign_count=0,
            require_user_verification=True,
        )
    except Exception:  # as above
        return None
    if proven.credential_id != row.credential_id:
        return None
    return Used(sign_count=proven.new_sign_count, synced=_synced(proven.credential_device_type))


def _require_own_page(client_data: bytes) -> None:
    """Raise ValueError for an answer from a page that another site shows in a frame (§7.1 step 9)."""
    if parse_client_data_json(client_data).cross_origin:
        raise ValueError("made in another site's frame")


def _short(answer: str) -> str:
    if len(answer) > MOST_CHARACTERS:
        raise ValueError("too long")
    return answer


def _synced(kind: CredentialDeviceType) -> bool:
    return kind is CredentialDeviceType.MULTI_DEVICE
