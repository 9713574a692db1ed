"""Which definitions of figures are signed, presented or objected to. Pure.

A signature is of a definition as it reads: one that a new version of the software words differently has another hash,
and waits for a signature of its own. The others keep theirs.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from typing import Literal
from uuid import UUID, uuid5

import msgspec

from backend.core.canonical_json import sha256_hex
from schemas.insight.definitions import FigureDefinition

RECORD = uuid5(UUID("6d3a0f7e-5a3c-5c0a-9a55-0d7c5f3b1e01"), "figures")
"""The record of all these acts: there is one."""


class Standing(StrEnum):
    """How a definition stands with the legal department."""

    NEW = "new"
    PRESENTED = "presented"
    OBJECTED = "objected"
    SIGNED = "signed"


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """One act about one definition."""

    act_id: UUID
    code: str
    hash: str
    event: Literal["presented", "signed", "objected", "settled"]
    """`settled` is that of an objection: `of_act` names it."""
    of_act: UUID | None
    reason: str
    officer_id: UUID
    recorded_at: datetime


class Stand(msgspec.Struct, frozen=True, kw_only=True):
    """How a definition stands, and what was said of it as it reads now, oldest first."""

    standing: Standing
    said: list[Said]
    objections: list[Said]
    """Those that nobody settled."""

    @property
    def last(self) -> Said | None:
        """The act that made it stand so."""
        wanted = str(self.standing)
        return next((one for one in reversed(self.said) if one.event == wanted), None)


def hash_of(figure: FigureDefinition) -> str:
    """Return the SHA-256, in hex, of a definition's RFC 8785 form."""
    return _hash_of_text(msgspec.json.encode(figure))


@lru_cache(maxsize=1000)
def _hash_of_text(text: bytes) -> str:
    """Hash it once for each text: statistics ask for the hashes of all definitions at every look."""
    return sha256_hex(msgspec.json.decode(text))


def stands(figures: Iterable[FigureDefinition], said: Iterable[Said]) -> dict[str, Stand]:
    """Return how each definition stands, by code."""
    by_text: dict[tuple[str, str], list[Said]] = {}
    for one in said:
        by_text.setdefault((one.code, one.hash), []).append(one)
    return {one.code: _stand(by_text.get((one.code, hash_of(one)), [])) for one in figures}


def _stand(said: list[Said]) -> Stand:
    settled = {one.of_act for one in said if one.event == "settled"}
    objections = [one for one in said if one.event == "objected" and one.act_id not in settled]
    events = {one.event for one in said}
    if objections:
        standing = Standing.OBJECTED
    elif "signed" in events:
        standing = Standing.SIGNED
    else:
        standing = Standing.PRESENTED if "presented" in events else Standing.NEW
    return Stand(standing=standing, said=said, objections=objections)


def fault(
    shown: Mapping[str, str],
    figures: Mapping[str, FigureDefinition],
    known: Mapping[str, Stand],
    wanted: Standing,
) -> str | None:
    """Return why definitions cannot be presented (`wanted` NEW) or signed (PRESENTED); None if they can."""
    for code, text in shown.items():
        if code not in figures or hash_of(figures[code]) != text:
            return "figures_other"
        if known[code].standing != wanted:
            return "figures_not_new" if wanted is Standing.NEW else "figures_not_presented"
    return None


def presented_by(known: Stand, officer_id: UUID) -> bool:
    """Tell whether an officer was among those who presented the definition."""
    return any(one.event == "presented" and one.officer_id == officer_id for one in known.said)
