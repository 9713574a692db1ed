"""A number is looked up over the registers of the whole force: what a phone asks, and what is told."""

from typing import Annotated
from uuid import UUID

from msgspec import Meta

from schemas.core.base import Wire
from schemas.core.problems import Text


class LookUpParty(Wire):
    """Who has exactly this number? The purpose stands on the access log."""

    number: Annotated[str, Meta(min_length=1, max_length=60)]
    purpose: Annotated[str, Meta(min_length=5, max_length=200, pattern=r"\S.{3,}\S")]


class PartyLookedUp(Wire):
    """What is said of a party with this number, wherever it is registered."""

    id: UUID | None
    """Null out of the officer's scope."""
    name: str
    unit: Text
    """The department that keeps it."""
    counting: int
    """Sanctions after which the term of Law 15/2012 Art 7 is not over."""


class PartiesLookedUp(Wire):
    """Who has the number; nobody, if the list is empty."""

    parties: list[PartyLookedUp]
