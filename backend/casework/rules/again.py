"""Whether an earlier case makes an act a re-offence, or one of several (Law 15/2012 Art 2.5, 2.6). Pure.

Both need the same act, which the code of the catalogue says. They are told, not decided: the signer looks at the other
case and chooses the circumstance (Art 10.1.b). Checked by tests/cases/prior_sanctions.json.
"""

from datetime import date
from typing import Literal

Bearing = Literal["reoffence", "several"]


def bearing(
    acted_on: date, sanctioned_on: date | None, lapses_on: date | None, *, open_yet: bool
) -> Bearing | None:
    """Return what an earlier case about the same act means for one that ended on a day, or None.

    A re-offence is an act after the decision and before its term is over (Art 2.5, 7.1; `lapses_on`, None while it
    is not executed). An act recorded earlier that nobody decided on yet makes several (Art 2.6); whether its time to
    sanction is over is seen there.
    """
    if sanctioned_on is None:
        return "several" if open_yet else None
    counts = sanctioned_on < acted_on and (lapses_on is None or acted_on <= lapses_on)
    return "reoffence" if counts else None
