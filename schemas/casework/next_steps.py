"""What can be done next in a case. The backend decides it, and the desk puts it into words."""

from datetime import date
from typing import Literal
from uuid import UUID

import msgspec

from schemas.casework.words import CaseAct
from schemas.core.base import Wire
from schemas.core.problems import Text
from schemas.fieldwork.paper_views import FieldDocumentView

OnSiteStanding = Literal["adopted", "open", "ready", "closed"]
"""State of a paper made on site: already in the case; without a number yet; ready to be taken in;
closed, but for other officers to take in."""


class PaperOnSite(Wire):
    """A closed paper of the inspection that the case has not taken in."""

    form: str
    number: str


class OnSiteLine(Wire):
    """A paper of the inspection beside the case."""

    paper: FieldDocumentView
    standing: OnSiteStanding


class OpenDraft(Wire):
    """A paper of the case that is not signed yet."""

    id: UUID
    form: str


class NextStep(Wire):
    """An act that this reader may do now, and how to get the paper that it needs.

    All three lists are empty if no paper is missing.
    """

    kind: CaseAct
    on_site: list[PaperOnSite]
    drafts: list[OpenDraft]
    forms: list[str]
    """Forms to begin, if there is neither a paper on site nor a draft."""


class MinutesDue(Wire):
    """Verification was ordered after the violation minutes, but no minutes of it (MBB05) name these yet."""

    form: str
    due_on: date
    numbers: list[str]
    """Numbers of the violation minutes."""


class Withheld(Wire):
    """Acts that the reader's role allows but not the office that they hold today: why, and who may."""

    why: Text
    kinds: list[CaseAct]


class NextSteps(Wire):
    """The main steps, most likely first; then all others; and what is withheld."""

    to_adopt: list[PaperOnSite]
    """Closed papers of the inspection that this reader may take in."""
    minutes: MinutesDue | None
    line: list[NextStep]
    others: list[NextStep]
    withheld: list[Withheld]
    barred: list[Withheld] = msgspec.field(default_factory=list)
    """Of the main line: what is another's to do, and why not this reader's."""
    annulling: bool = False
    """A signed paper ends the decision, and its effect waits to be entered: nothing is carried out any more."""
    on_spot: bool = False
    """A sanction without minutes is signed and has effect; it waits to be entered, and no minutes are made."""
    no_minutes: bool = False
    """The decision that is due may be one without minutes: a prosecution body sent the file (Law Art 56.1.b), or one
    without minutes was annulled and its facts are verified (Decree 118/2021 Art 15.3)."""
    late: bool = False
    """The time to decide or the statute of limitation is over: no fine any more, only what Law Art 65.2 leaves."""


class PaperPermitted(Wire):
    """What this reader may do with a paper now, by its state, the table of states and the reader's rights."""

    edit: bool
    ready: bool
    """Its content is frozen and waits for a signature, this reader's or another's."""
    sign: bool
    reopen: bool
    deliver: bool
    follow: bool
    """Begin a paper that amends, corrects or cancels it, or that is a list or an annex of it."""
    discard: bool
    """For a printed paper this depends on its state in signing by hand."""
    see_print: bool
    """It was printed to be signed by hand."""
