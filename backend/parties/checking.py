"""What is wrong with a party's numbers, said beside the field that holds each."""

from backend.core import clock
from backend.parties.rules import identifiers
from backend.parties.texts.refusals import said
from schemas.core.problems import Text
from schemas.core.vocabulary import SubjectKind
from schemas.parties.acts import PartyDetails


def identifier_faults(party: PartyDetails) -> list[tuple[int, Text]]:
    """Return the place and the sentence of each fault, as `ledger.record` (the one door) would refuse it."""
    of_person = party.kind is not SubjectKind.ORGANISATION
    found = identifiers.faults(party.identifiers, party.person, of_person, clock.today())
    return [(place, said(code)) for place, code in found]
