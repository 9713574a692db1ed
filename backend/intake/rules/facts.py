"""What the acts of one information say together. Pure; made by folding.py alone."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from backend.intake.acts.declaring import OPEN
from backend.ledger.rules import events
from schemas.casework.words import InformationSource
from schemas.intake.acts import About, Matter, Order, Origin, SealedRef, Verifier
from schemas.intake.words import (
    Channel,
    InformationAct,
    InformationState,
    Linked,
    Nature,
    Result,
)

DIRECTLY = frozenset({InformationSource.ORDER, InformationSource.OFFICER})
"""Sources that may directly ground an ad-hoc decision; others are verified first (Circular 27/2020 Art 8.2, 8.3)."""
IN_WRITING = frozenset({InformationSource.MEDIA, InformationSource.TIP})
"""Sources of which the head is told in writing (Art 9.1: letters đ and e)."""
ARE_TOLD = frozenset({InformationSource.TRANSFER, InformationSource.REQUEST, InformationSource.TIP})
"""Sources whose informant is told where there is no violation (Art 10: letters c, d and e)."""


Event = events.Event[InformationAct]
"""An accepted act of an information."""


@dataclass
class Link:
    """A record that the information is linked to."""

    kind: Linked
    record_id: UUID
    number: str
    state: str | None
    since: datetime


@dataclass
class Ask:
    """A request to see who informed: the last one of an officer."""

    officer_id: UUID
    reason: str
    at: datetime
    until: datetime | None = None
    granted_by: UUID | None = None
    declined: bool = False

    @property
    def waits(self) -> bool:
        """Tell whether nobody answered it yet."""
        return self.until is None and not self.declined

    def holds(self, now: datetime) -> bool:
        """Tell whether the officer may look now."""
        return self.until is not None and now < self.until and not self.declined


@dataclass
class Suspension:
    """A time in which the resolution of a denunciation stands still (Law on Denunciations Art 34.1, 34.2)."""

    since: date
    until: date | None = None
    """The day on which it went on; null while it stands still."""
    told_on: date | None = None
    """When the decision went to both sides (Art 34.4)."""


@dataclass
class Proceeding:
    """How a denunciation or complaint stands, for its clocks."""

    level: int = 1
    filed_at: datetime | None = None
    """Null: receipt of the information."""
    accepted_on: date | None = None
    acceptance_told_on: date | None = None
    """When who denounced was told of it (Law on Denunciations Art 29.3)."""
    refused_on: date | None = None
    resolver: str | None = None
    complex: bool = False
    checked_longer: bool = False
    """A denunciation is checked in several places before it is accepted (Law on Denunciations Art 24.1)."""
    extended: int = 0
    resolved_on: date | None = None
    suspensions: list[Suspension] = field(default_factory=list)
    ended_on: date | None = None
    """When who resolves it ended it (Law on Denunciations Art 34.3)."""
    sent_on: date | None = None
    received_on: date | None = None
    before: list["Proceeding"] = field(default_factory=list)
    """The first complaint, once a second one was filed."""

    @property
    def suspended(self) -> Suspension | None:
        """Return the suspension that lasts, or None."""
        return next((one for one in self.suspensions if one.until is None), None)

    @property
    def days_still(self) -> int:
        """Return the days that do not count, of the suspensions that are over (Art 34.2)."""
        return sum((one.until - one.since).days for one in self.suspensions if one.until)


@dataclass
class Information:
    """An information after its acts so far."""

    id: UUID
    number: str
    unit_id: UUID
    nature: Nature
    source: InformationSource
    channel: Channel
    state: InformationState
    received_at: datetime
    registered_at: datetime
    registered_by: UUID
    matter: Matter
    identity_known: bool
    informant_secret: bool
    wants_answer: bool
    sealed: dict[UUID, SealedRef]
    named_officers: list[UUID]
    collaborator: str | None
    order: Order | None
    origin: Origin | None
    about: About | None
    public_id: UUID | None
    of_unnamed_officer: bool = False
    """It is about an officer of whom nobody knows yet who it is."""
    by_head: bool = False
    """Its head took it in."""
    several_places: bool = False
    """By the order a superior has one party inspected at several places (Circular 27/2020 Art 13.4)."""
    verifiers: list[Verifier] = field(default_factory=list)
    due_on: date | None = None
    """Last day of the verification, in Vietnam."""
    result: Result | None = None
    verified_at: datetime | None = None
    reported_on: date | None = None
    told_on: date | None = None
    """When who informed was told, or said that they need not be."""
    withdrawn: bool = False
    """Its sender took it back. Of a denunciation or complaint: until who resolves it decided that it goes on."""
    withdrawn_on: date | None = None
    links: dict[tuple[Linked, UUID], Link] = field(default_factory=dict)
    merged_into: UUID | None = None
    parts: list[UUID] = field(default_factory=list)
    before: InformationState | None = None
    """The state before it was merged or ended: where it goes on if that is taken back."""
    first_action_at: datetime | None = None
    concluded_at: datetime | None = None
    proceeding: Proceeding = field(default_factory=Proceeding)
    asks: dict[UUID, Ask] = field(default_factory=dict)
    shared: bool = field(default=False, compare=False)
    """All readers of the process have these facts (backend/ledger/kept.py): no act is folded into them."""

    @property
    def open(self) -> bool:
        """Tell whether something is still to be done with it."""
        return self.state in OPEN

    @property
    def receiver(self) -> UUID | None:
        """Return who took it in, and knows who informed.

        None if it came of another information, by who forwarded or split that one and never heard the informant, and if
        it is about officers.
        """
        return None if self.origin is not None or self.about_officer else self.registered_by

    @property
    def about_officer(self) -> bool:
        """Tell whether it is about an officer of the force."""
        return bool(self.named_officers) or self.of_unnamed_officer

    @property
    def written_report_due(self) -> bool:
        """Tell whether the head is still to be told in writing (Circular 27/2020 Art 9.1).

        Who received it reports it to the head: a head who received it knows it.
        """
        left = self.state not in (InformationState.MERGED, InformationState.SPLIT)
        owed = self.source in IN_WRITING and not self.by_head
        return owed and self.reported_on is None and left

    @property
    def informant_to_tell(self) -> bool:
        """Tell whether who informed is to be told that no violation was found (Art 10.1), and was not yet.

        That is so too where it could not be verified: neither a violation nor signs of one were found. Anonymous ones
        cannot be told; who asked not to be told is not.
        """
        wanted = self.wants_answer and self.source in ARE_TOLD and self.nature is Nature.TIP
        reachable = self.identity_known or self.source is not InformationSource.TIP
        found = self.result in (None, Result.VIOLATION)
        return not found and wanted and reachable and self.told_on is None

    @property
    def withdrawal_waits(self) -> bool:
        """Tell whether who resolves it is still to decide whether it goes on after it was taken back."""
        return self.withdrawn and self.open and self.nature is not Nature.TIP

    @property
    def reports_to_superior(self) -> bool:
        """Tell whether the result of a case that rests on it is reported to the superior who ordered it.

        Of an order to inspect one party at several places alone (Circular 27/2020 Arts 13.4, 20.2): others of source a,
        as of a People's Committee, are answered without this limit.
        """
        return self.source is InformationSource.ORDER and self.several_places

    @property
    def grounds_directly(self) -> bool:
        """Tell whether it may ground an ad-hoc decision without verification (Art 8.2, 8.3)."""
        return self.source in DIRECTLY or self.result is Result.VIOLATION
