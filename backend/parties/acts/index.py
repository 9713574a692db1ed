"""All acts of a party, by their names on the wire. Pure."""

from datetime import date

from backend.ledger import declared
from backend.ledger.bounds.edges import At, Fixed, Today
from backend.ledger.bounds.table import COORDINATE, INDEPENDENCE, ORDER, PLACE, SLIP, Line, bound
from backend.parties.acts.declaring import Declared
from schemas.parties.words import PartyAct as Act
from schemas.parties.words import PartyState

_ANY = frozenset(PartyState)
_ACTIVE = frozenset({PartyState.ACTIVE})
_PAPER = Fixed(INDEPENDENCE)
_OLDEST = Fixed(date(1900, 1, 1))
"""Nobody who trades today was born before."""
_TERM = Today(100 * 366)

_DETAILS = (
    bound("/party/identifiers/*/issued_on", _PAPER, Today(), SLIP),
    bound("/party/person/birth_date", _OLDEST, Today(), SLIP),
)


def _point(at: str) -> tuple[Line, ...]:
    return tuple(
        bound(f"{at}/{name}", Fixed(-most), Fixed(most), PLACE) for name, most in COORDINATE.items()
    )


ALL = (
    Declared(
        wire=Act.REGISTERED, states=frozenset(), begins=True, bounds=(*_DETAILS, *_point("/point"))
    ),
    Declared(
        wire=Act.CORRECTED,
        states=_ANY,
        bounds=(*_DETAILS, bound("/renamed_on", _PAPER, Today(366), SLIP)),
    ),
    Declared(
        wire=Act.LICENCE_RECORDED,
        states=_ACTIVE,
        bounds=(
            bound("/issued_on", _PAPER, Today(), SLIP),
            bound("/valid_from", _PAPER, Today(366), SLIP),
            bound("/valid_to", (_PAPER, At("/valid_from")), _TERM, ORDER),
        ),
    ),
    Declared(
        wire=Act.LICENCE_ENDED,
        states=_ANY,
        bounds=(bound("/void_from", _PAPER, Today(366), SLIP),),
    ),
    Declared(wire=Act.PLACED, states=_ANY, bounds=_point("/point")),
    Declared(wire=Act.AREA_OFFICER_SET, states=_ANY),
    Declared(wire=Act.CLOSED, states=_ACTIVE, bounds=(bound("/closed_on", _PAPER, Today(), SLIP),)),
    Declared(
        wire=Act.REOPENED,
        states=frozenset({PartyState.CLOSED}),
        bounds=(bound("/reopened_on", _PAPER, Today(), SLIP),),
    ),
    Declared(wire=Act.TOLD_APART, states=_ANY),
    Declared(wire=Act.APART_UNDONE, states=_ANY),
    Declared(wire=Act.MERGE_ASKED, states=_ANY, bounds=_DETAILS),
    Declared(wire=Act.MERGED, states=_ANY),
    Declared(wire=Act.MERGE_DECLINED, states=_ANY),
    Declared(wire=Act.MERGE_UNDONE, states=_ANY),
)
PARTY_ACTS = declared.index(Act, ALL)
