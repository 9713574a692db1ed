"""Signing in on a phone: the orders and the one answer (also of a refresh)."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from msgspec import UNSET, Meta, UnsetType

from schemas.core.base import Wire
from schemas.core.receipts import ServerKey
from schemas.core.vocabulary import Role


class DeviceOrder(Wire):
    """The phone as it presents itself. An id that is not known yet is enrolled with this key."""

    id: UUID
    name: Annotated[str, Meta(min_length=1, max_length=100)]
    public_key: dict[str, Any]
    """JWK, kty EC, crv P-256 (RFC 7518 §6.2); further members are ignored, a private `d` is refused."""
    proof: Annotated[str, Meta(min_length=1, max_length=100)] | UnsetType = UNSET
    """That this phone holds the private half: its signature (raw r‖s, base64url) over the RFC 8785 form of
    {device_id, otp, purpose: "sign-in", username}, as they stand in this order. A code is good once, so is this.
    Phones of the version before say nothing; a device that gave it once gives it always."""


class SignIn(Wire):
    """Both factors and the device, in one order."""

    username: Annotated[str, Meta(min_length=1, max_length=200)]
    password: Annotated[str, Meta(min_length=1, max_length=1000)]
    otp: Annotated[str, Meta(min_length=1, max_length=20)]
    device: DeviceOrder


class Refresh(Wire):
    """A refresh token is good once; within 30 s a repeat gets the same answer (a lost response)."""

    refresh_token: Annotated[str, Meta(min_length=1, max_length=200)]


class UnitName(Wire):
    """A unit as it is shown."""

    id: UUID
    code: str
    name_vi: str
    name_en: str


class OfficerSelf(Wire):
    """The officer as his own phone shows him."""

    id: UUID
    username: str
    full_name: str
    officer_number: str | None
    roles: list[Role]
    unit: UnitName
    language: str


class SessionAnswer(Wire):
    """`expires_at` is the end of the access token, UTC; the rest is what every contact tells a phone."""

    access_token: str
    refresh_token: str
    expires_at: datetime
    officer: OfficerSelf
    anchor: str
    epoch: UUID
    server_keys: list[ServerKey]
    last_seq: int
    last_hash: str | None
