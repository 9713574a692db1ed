"""What can be done next in a case, as backend tells it and the desk words it."""

from datetime import date
from typing import Literal
from uuid import UUID

from schemas.casework.words import CaseAct
from schemas.core.base import Wire
from schemas.core.problems import Text
from schemas.fieldwork.inspections import FieldDocumentView

OnSiteStanding = Literal["adopted", "open", "ready", "closed"]
"""Of a paper made on site: in the case already; without a number yet; to be taken in; closed, for others to take in."""


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
    """An act that this reader may do now, and how to come by the paper that it waits for.

    All three lists are empty where no paper is missing.
    """

    kind: CaseAct
    on_site: list[PaperOnSite]
    drafts: list[OpenDraft]
    forms: list[str]
    """Forms to begin, where there is neither a paper on site nor a draft."""


class MinutesDue(Wire):
    """Verification was ordered after the violation minutes, and no minutes of it (MBB05) name them yet."""

    form: str
    due_on: date
    numbers: list[str]
    """Of the violation minutes."""


class Withheld(Wire):
    """Acts that the reader's role allows and his office does not today: why, and who may."""

    why: Text
    kinds: list[CaseAct]


class NextSteps(Wire):
    """The main line, most likely first; everything else; and what is withheld."""

    to_adopt: list[PaperOnSite]
    """Closed papers of the inspection that this reader may take in."""
    minutes: MinutesDue | None
    line: list[NextStep]
    others: list[NextStep]
    withheld: list[Withheld]


class PaperPermitted(Wire):
    """What this reader may do with a paper now, as far as its state, the table and his rights tell."""

    edit: bool
    ready: bool
    """Its content is frozen and waits for a signature, whoever's."""
    sign: bool
    reopen: bool
    deliver: bool
    follow: bool
    """Begin a paper that amends, corrects or cancels it, or that is a list or an annex of it."""
    discard: bool
    """Of a printed one the standing of papers signed by hand tells."""
    see_print: bool
    """It was printed to be signed by hand."""
