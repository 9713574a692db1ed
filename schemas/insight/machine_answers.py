"""What other systems get: sums of a unit that are signed, the published catalogue, and how their account stands."""

from datetime import date
from uuid import UUID

from schemas.core.base import Wire
from schemas.core.problems import Text
from schemas.core.receipts import ServerKey


class MachineHealth(Wire):
    """How the account that asks stands, and the keys by which answers are checked."""

    name: str
    unit: str
    """The code of the unit whose figures it may read, with those below."""
    permissions: list[str]
    expires_on: date
    key_ending: str
    key_valid_until: str | None
    """When this key ends because a later one was made; null: with the account."""
    now: str
    counted_until: str
    """Up to when figures are counted."""
    server_keys: list[ServerKey]


class MachineFigure(Wire):
    """One figure: a number of things, đồng, or tenths of a day; null if nothing in the system tells it."""

    code: str
    name: Text
    value: int | None


class MachineFigures(Wire):
    """Sums of one unit, with those below, over whole days.

    `signature` is Ed25519 (base64url) over the RFC 8785 form of all the rest, by the key of `key_id`: a system that
    passes the sums on can show that they are ours.
    """

    unit: str
    unit_name: Text
    first: date
    last: date
    figures: list[MachineFigure]
    counted_until: str
    made_at: str
    answer_id: UUID
    key_id: str
    signature: str


class MachineBehaviour(Wire):
    """A behaviour that is fined, by its code."""

    code: str
    name_vi: str


class MachineCatalogue(Wire):
    """The published behaviours of every decree that the system knows."""

    behaviours: list[MachineBehaviour]
