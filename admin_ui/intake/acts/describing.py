"""How an act of an information is described to the desk: its words in both languages, and its form."""

from typing import NamedTuple

from admin_ui.casework.acts.fields import Field
from schemas.core.problems import Text
from schemas.intake.words import InformationAct


class Described(NamedTuple):
    """One act. Without fields it has a page of its own, or the system records it."""

    wire: InformationAct
    name: Text
    """What the officer does, as the label of a button."""
    sentence: Text
    """How the timeline tells it. {names} are keys of its content; a part in [brackets] is left out if a value in it
    is empty."""
    go: Text | None = None
    """The button that records it, where the name is too long for one beside another on a phone."""
    meaning: Text | None = None
    """What it means in law, shown above its form."""
    then: Text | None = None
    """What follows, where the help beside its form would say too little."""
    fields: tuple[Field, ...] = ()
    sure: bool = False
    """It ends something or goes to others, so the page asks for confirmation."""
    elsewhere: str = ""
    """The end of the address of its own page, after the information's."""
    first: bool = True
    """Whether it is offered as a next step rather than among the other ones."""
    binds: bool = False
    """The page asks for a second factor first (practice B4)."""
