"""What groups to the right register: where the record of a submission is shown and signed, and its places.

    records.register(RecordKind.CASE, address=..., places=..., signing=..., sees=...)

Done by the router, once.
"""

from collections.abc import Awaitable, Callable
from typing import NamedTuple

from admin_ui.shell.words import Language
from backend.approvals.outside import service as outside
from backend.approvals.outside.service import Enclosed
from backend.approvals.reading import service as reading
from backend.core.actors import Actor
from backend.law.catalogue.service import decrees
from schemas.approvals.submissions import Submitted
from schemas.core.vocabulary import RecordKind


class Place(NamedTuple):
    """Something that a comment can be about, in the reader's language."""

    at: str
    """As the comment names it: the pointer of a field, `photo:<id>`, or `paragraph:<number>` of the printed paper."""
    label: str
    said: str = ""
    """What is written there, for who picks it from the page."""
    picture: str = ""
    """The address of a small picture of it."""
    anchor: str = ""
    """Where it is on the record's own page."""

    @property
    def said_or_picture(self) -> str:
        """Return what there is to be seen of it; nothing for a field that is not filled in."""
        return self.said or self.picture

    @property
    def option(self) -> str:
        """Return its name in a list to choose from."""
        said = self.said if len(self.said) <= _EXCERPT else self.said[:_EXCERPT] + "…"
        return f"{self.label}: {said}" if said else self.label


_EXCERPT = 60

Encloser = Callable[[Submitted, Actor, str | None, bool], Awaitable[list[Enclosed]]]
"""Returns the files of a package for an authority outside, given subject, actor, address, and whether
the whole file goes with it. Called outside of any transaction; raises NotAllowed, NotFound."""


class Attached(NamedTuple):
    """A list or an annex that goes with what is submitted, and whose hash is in `shown`."""

    title: str
    state: str
    """How far it is, in the reader's language."""
    address: str


Attachments = Callable[[Submitted, Actor, Language], Awaitable[list[Attached]]]


class Shown(NamedTuple):
    """How the subjects of one kind of record are shown."""

    address: Callable[[Submitted], str]
    places: Callable[[Submitted, Actor, Language], Awaitable[list[Place]]]
    signing: Callable[[Submitted], str | None]
    sees: Callable[[Submitted, Actor], Awaitable[bool]]
    attachments: Attachments | None


_SHOWN: dict[RecordKind, Shown] = {}
_ENCLOSERS: dict[RecordKind, Encloser] = {}
_FALL_BACK = {
    RecordKind.INSPECTION: "/desk/inspections/{}",
    RecordKind.CASE: "/desk/cases/{}",
    RecordKind.CATALOGUE: "/desk/law",
}


def register(
    kind: RecordKind,
    *,
    address: Callable[[Submitted], str],
    places: Callable[[Submitted, Actor, Language], Awaitable[list[Place]]],
    signing: Callable[[Submitted], str | None],
    sees: Callable[[Submitted, Actor], Awaitable[bool]],
    attachments: Attachments | None = None,
) -> None:
    """Register how the subjects of one kind of record are shown, and who sees its own page."""
    _SHOWN[kind] = Shown(address, places, signing, sees, attachments)


def register_package(kind: RecordKind, encloser: Encloser) -> None:
    """Register what a package for an authority outside encloses of one kind of record."""
    _ENCLOSERS[kind] = encloser


async def enclosed(
    subject: Submitted, actor: Actor, read_at: str | None, *, whole: bool
) -> list[Enclosed]:
    """Return the files of a package: the content, and the whole file if it is wanted."""
    encloser = _ENCLOSERS.get(subject.record_kind)
    if encloser is not None:
        return await encloser(subject, actor, read_at, whole)
    return await outside.content_of(subject)


def has_file(subject: Submitted) -> bool:
    """Tell whether there is a file that can go with the content."""
    return subject.record_kind in _ENCLOSERS


def address(subject: Submitted) -> str:
    """Return the page where the subject is shown."""
    shown = _SHOWN.get(subject.record_kind)
    if shown is not None:
        return shown.address(subject)
    return _FALL_BACK.get(subject.record_kind, "/desk/").format(subject.record_id)


def signing(subject: Submitted) -> str | None:
    """Return the page where the subject is signed, with its document and sums; None if nothing signs it."""
    shown = _SHOWN.get(subject.record_kind)
    return shown.signing(subject) if shown else None


async def attachments(subject: Submitted, actor: Actor, language: Language) -> list[Attached]:
    """Return what goes with the subject; nothing where the reader does not see its record."""
    shown = _SHOWN.get(subject.record_kind)
    ask = shown.attachments if shown else None
    return await ask(subject, actor, language) if ask else []


async def own_page(subject: Submitted, actor: Actor) -> str | None:
    """Return the page with the content and the answers to it; None if this reader sees the submission alone."""
    # The law is below this group, and registers nothing here.
    if subject.record_kind is RecordKind.CATALOGUE:
        return await _proposal(subject)
    shown = _SHOWN.get(subject.record_kind)
    if shown is None or not await shown.sees(subject, actor):
        return None
    return shown.address(subject)


async def _proposal(subject: Submitted) -> str | None:
    """Return the page that compares a proposed behaviour or decree with the catalogue, as all officers may read it."""
    row = await reading.proposed(subject)
    if row is None:
        return None
    within = f"decrees/{row.decree}" if isinstance(row, decrees.DecreeProposal) else row.code
    return f"/desk/catalogue/{within}/proposals/{row.proposal_id}"


async def places(subject: Submitted, actor: Actor, language: Language) -> list[Place]:
    """Return the places of the subject that a comment can name."""
    shown = _SHOWN.get(subject.record_kind)
    return await shown.places(subject, actor, language) if shown else []
