"""How alike two parties of the register are, reason by reason. Pure, and the same whichever of the two comes first.

A likeness proposes; people decide. What speaks against it (two numbers of one kind, two branches of one enterprise)
wins over everything that speaks for it: two shops of one name in one street are two shops.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final
from uuid import UUID

import msgspec

from backend.core import geodesy
from backend.parties.rules import normal
from schemas.core.vocabulary import SubjectKind
from schemas.parties.acts import PartyDetails
from schemas.parties.words import IdentifierKind as Kind

_MAIN = 10
"""Digits of a tax code without the number of a dependent unit."""
_BRANCH = 13
_PERSONAL = 12
_OF_TAX = frozenset({Kind.TAX_CODE, Kind.ENTERPRISE_CODE})
NEAR_M: Final = 30
"""Two points so near are one shop front, as well as a phone measures in a street."""
_CERTAIN: Final = 100


class Why(StrEnum):
    """One reason for or against a likeness."""

    IDENTITY = "identity"
    TAX_CODE = "tax_code"
    REGISTRATION = "registration"
    NAME = "name"
    NAME_LIKE = "name_like"
    SIGN = "sign"
    PHONE = "phone"
    REPRESENTATIVE_NUMBER = "representative_number"
    REPRESENTATIVE = "representative"
    ADDRESS = "address"
    ADDRESS_LIKE = "address_like"
    NEAR = "near"
    OTHER_IDENTITY = "other_identity"
    OTHER_TAX_CODE = "other_tax_code"
    OTHER_REGISTRATION = "other_registration"
    BRANCH = "branch"
    """One is a branch of the other, or both are branches of one."""
    OTHER_KIND = "other_kind"


AGAINST = frozenset(
    {
        Why.OTHER_IDENTITY,
        Why.OTHER_TAX_CODE,
        Why.OTHER_REGISTRATION,
        Why.BRANCH,
        Why.OTHER_KIND,
    }
)
WEIGHTS: Final[dict[Why, int]] = {
    Why.IDENTITY: _CERTAIN,
    Why.TAX_CODE: _CERTAIN,
    Why.REGISTRATION: 80,
    Why.NAME: 40,
    Why.NAME_LIKE: 40,
    Why.SIGN: 15,
    Why.PHONE: 25,
    Why.REPRESENTATIVE_NUMBER: 30,
    Why.REPRESENTATIVE: 15,
    Why.ADDRESS: 30,
    Why.ADDRESS_LIKE: 20,
    Why.NEAR: 10,
}
"""In hundredths. What is only like another counts by how like it is."""
LEAST_NAME: Final = 0.6
LEAST_ADDRESS: Final = 0.7


class Reason(msgspec.Struct, frozen=True):
    """One reason, with what it adds in hundredths (0 against), and how like in hundredths if not equal."""

    why: Why
    weight: int
    like: int = 100


class Thresholds(msgspec.Struct, frozen=True, kw_only=True):
    """From which sum on two parties are proposed as one, and from which on that is likely, in hundredths."""

    propose: int = 50
    strong: int = 80


class Likeness(msgspec.Struct, frozen=True):
    """All reasons about two parties."""

    reasons: tuple[Reason, ...]

    @property
    def against(self) -> bool:
        """Whether anything speaks against it; then the sum does not matter."""
        return any(one.why in AGAINST for one in self.reasons)

    @property
    def weight(self) -> int:
        """The sum in hundredths, 100 at most."""
        return min(_CERTAIN, sum(one.weight for one in self.reasons))

    def proposed(self, thresholds: Thresholds) -> bool:
        """Tell whether people should look at the two."""
        return not self.against and self.weight >= thresholds.propose


@dataclass(frozen=True, kw_only=True)
class Features:
    """What of a party is compared, by the keys of backend/parties/rules/normal.py."""

    id: UUID
    kind: SubjectKind
    name: str
    signs: frozenset[str]
    numbers: frozenset[tuple[Kind, str]]
    phones: frozenset[str]
    representatives: frozenset[str]
    representative_numbers: frozenset[str]
    address: str
    commune: str | None
    old_commune: str | None
    point: tuple[int, int] | None
    main_party_id: UUID | None = field(default=None)


def features(
    party_id: UUID, details: PartyDetails, point: tuple[int, int] | None = None
) -> Features:
    """Return what of a party is compared. `point`: latitude and longitude in 1e-7 degree."""
    signs = (details.trade_name, details.sign)
    old = details.address.old
    return Features(
        id=party_id,
        kind=details.kind,
        name=normal.name_key(details.name),
        signs=frozenset(normal.name_key(one) for one in signs if one),
        numbers=frozenset((one.kind, one.value) for one in details.identifiers),
        phones=frozenset(key for one in details.phones if (key := normal.phone_key(one))),
        representatives=frozenset(normal.folded(one.name) for one in details.representatives),
        representative_numbers=frozenset(
            one.identity_number for one in details.representatives if one.identity_number
        ),
        address=normal.address_key(details.address.line),
        commune=details.address.commune_code,
        old_commune=old.commune_code if old else None,
        point=point,
        main_party_id=details.main_party_id,
    )


def compare(one: Features, other: Features) -> Likeness:
    """Return every reason for and against that the two are one party."""
    told = [*_against(one, other)]
    for rule in _FOR:
        told.extend(rule(one, other))
    return Likeness(tuple(sorted(told, key=lambda each: (-each.weight, each.why))))


def similarity(one: str, other: str) -> float:
    """Return the share of trigrams that two keys have in common, as pg_trgm counts them: 0 to 1."""
    left, right = _trigrams(one), _trigrams(other)
    both = left | right
    return len(left & right) / len(both) if both else 0.0


def _trigrams(text: str) -> frozenset[str]:
    padded = [f"  {word} " for word in text.split()]
    return frozenset(word[at : at + 3] for word in padded for at in range(len(word) - 2))


def _values(party: Features, *kinds: Kind) -> frozenset[str]:
    return frozenset(value for kind, value in party.numbers if kind in kinds)


def _mains(party: Features) -> frozenset[str]:
    codes = _values(party, *_OF_TAX)
    return frozenset(value[:_MAIN] for value in codes if len(value) in (_MAIN, _BRANCH))


def _branches(party: Features) -> frozenset[str]:
    return frozenset(value for value in _values(party, *_OF_TAX) if len(value) == _BRANCH)


def _persons(party: Features) -> frozenset[str]:
    """A household's tax code of twelve digits is its owner's personal number."""
    twelve = frozenset(one for one in _values(party, Kind.TAX_CODE) if len(one) == _PERSONAL)
    return twelve | _values(party, Kind.PERSONAL_NUMBER)


def _are_branches(one: Features, other: Features) -> bool:
    mains = {one.main_party_id or one.id, other.main_party_id or other.id}
    if len(mains) == 1:
        return True
    of_one = _mains(one) & _mains(other)
    return bool(of_one) and _branches(one) != _branches(other)


def _against(one: Features, other: Features) -> Iterator[Reason]:
    """Yield what says that they are two: each wins over all that says they are one."""
    if _are_branches(one, other):
        yield Reason(Why.BRANCH, 0)
    if (one.kind is SubjectKind.ORGANISATION) != (other.kind is SubjectKind.ORGANISATION):
        yield Reason(Why.OTHER_KIND, 0)
    if _differ(_persons(one), _persons(other)):
        yield Reason(Why.OTHER_IDENTITY, 0)
    if _differ(_mains(one), _mains(other)):
        yield Reason(Why.OTHER_TAX_CODE, 0)
    kinds = (Kind.HOUSEHOLD_NUMBER, Kind.REGISTRATION_NUMBER)
    if any(_differ(_values(one, kind), _values(other, kind)) for kind in kinds):
        yield Reason(Why.OTHER_REGISTRATION, 0)


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether both have numbers of a kind, and none in common."""
    return bool(one) and bool(other) and not one & other


def _numbers(one: Features, other: Features) -> Iterator[Reason]:
    cards = (Kind.OLD_IDENTITY_CARD, Kind.PASSPORT)
    if _persons(one) & _persons(other) or _values(one, *cards) & _values(other, *cards):
        yield Reason(Why.IDENTITY, WEIGHTS[Why.IDENTITY])
    if _mains(one) & _mains(other):
        yield Reason(Why.TAX_CODE, WEIGHTS[Why.TAX_CODE])
    kinds = (Kind.HOUSEHOLD_NUMBER, Kind.REGISTRATION_NUMBER)
    if _values(one, *kinds) & _values(other, *kinds):
        yield Reason(Why.REGISTRATION, WEIGHTS[Why.REGISTRATION])


def _name(one: Features, other: Features) -> Iterator[Reason]:
    if one.name and one.name == other.name:
        yield Reason(Why.NAME, WEIGHTS[Why.NAME])
        return
    yield from _like(Why.NAME_LIKE, similarity(one.name, other.name), LEAST_NAME)


def _like(why: Why, like: float, least: float) -> Iterator[Reason]:
    if like >= least:
        yield Reason(why, round(WEIGHTS[why] * like), round(100 * like))


def _sign(one: Features, other: Features) -> Iterator[Reason]:
    """A sign that is the other's registered name counts as one, too."""
    if one.signs & other.signs or one.name in other.signs or other.name in one.signs:
        yield Reason(Why.SIGN, WEIGHTS[Why.SIGN])


def _people(one: Features, other: Features) -> Iterator[Reason]:
    if one.phones & other.phones:
        yield Reason(Why.PHONE, WEIGHTS[Why.PHONE])
    if one.representative_numbers & other.representative_numbers:
        yield Reason(Why.REPRESENTATIVE_NUMBER, WEIGHTS[Why.REPRESENTATIVE_NUMBER])
    elif one.representatives & other.representatives:
        yield Reason(Why.REPRESENTATIVE, WEIGHTS[Why.REPRESENTATIVE])


def _same_commune(one: Features, other: Features) -> bool | None:
    """Tell whether both lie in one commune, of today or of before 2025-07-01; None if that is not known."""
    if one.commune and other.commune:
        return one.commune == other.commune
    if one.old_commune and other.old_commune:
        return one.old_commune == other.old_commune
    return None


def _house(address: str) -> str | None:
    """Return the number of the house, which begins an address: what tells neighbours apart."""
    first = address.split(" ", 1)[0]
    return first if any(letter.isdigit() for letter in first) else None


def _place(one: Features, other: Features) -> Iterator[Reason]:
    if one.point and other.point:
        apart = geodesy.distance_m(one.point, other.point)
        if apart <= NEAR_M:
            yield Reason(Why.NEAR, WEIGHTS[Why.NEAR])
    if _same_commune(one, other) is False:
        return
    if one.address and one.address == other.address:
        yield Reason(Why.ADDRESS, WEIGHTS[Why.ADDRESS])
    elif _house(one.address) == _house(other.address):
        yield from _like(Why.ADDRESS_LIKE, similarity(one.address, other.address), LEAST_ADDRESS)


_FOR: tuple[Callable[[Features, Features], Iterator[Reason]], ...] = (
    _numbers,
    _name,
    _sign,
    _people,
    _place,
)
