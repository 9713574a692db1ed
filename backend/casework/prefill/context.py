"""What filling a paper may use besides the facts of the case.

The service gathers it, and pure functions read it.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from backend.casework.rules.facts import Facts, Paper
from schemas.casework.treasury import Treasury
from schemas.law.deadlines import Limit
from schemas.law.sanctions import Computation


@dataclass(frozen=True)
class Officer:
    """An officer as a paper names them. A title or number that is not on record is None."""

    name: str
    title: str | None
    unit: str
    number: str | None = None
    card: str | None = None
    id: UUID | None = None
    delegation: str | None = None
    """How a paper cites the recorded delegation under which the officer signs it."""


@dataclass(frozen=True)
class Inspected:
    """The inspection of the case: its decision, its minutes, its team with the leader first."""

    number: str
    issued_on: date
    place: str
    contents: tuple[str, ...]
    started_at: datetime | None
    minutes_number: str | None
    minutes_on: date | None
    team: tuple[Officer, ...]


@dataclass(frozen=True)
class PrefillInputs:
    """The writer, place and time of a paper, and what it needs besides the case.

    `agency` issues the paper, `unit` is the case's; `signer` is the writer if they head the unit.
    `about` is the paper that this one is about (to amend, cancel, list, deliver), with its title.
    `fields` names the field of state management of each recorded behaviour.
    """

    agency: str
    unit: str
    now: datetime
    today: date
    writer: Officer
    signer: Officer | None = None
    inspection: Inspected | None = None
    computation: Computation | None = None
    circumstances: dict[str, str] = field(default_factory=dict)
    fields: dict[str, str] = field(default_factory=dict)
    about: Paper | None = None
    about_title: str | None = None
    treasury: Treasury = field(default_factory=Treasury)
    last_days: dict[str, date] = field(default_factory=dict)
    """The last day of each clock of the case, by its rule."""
    limits: dict[str, Limit] = field(default_factory=dict)
    """How long each of them runs."""
    titles: dict[str, str] = field(default_factory=dict)
    """Titles of forms by code, for a list of enclosures."""


@dataclass(frozen=True)
class Context:
    """One prefilling: the form, the facts of its case, and what was gathered beside them."""

    form: str
    facts: Facts
    inputs: PrefillInputs

    def newest(self, *forms: str) -> Paper | None:
        """Return the newest paper of these forms that is in force."""
        found = [one for one in self.facts.papers.values() if one.form in forms and one.stands]
        return found[-1] if found else None
