"""Earlier cases that make an act of a case a re-offence, or one of several, told to who decides on it.

A merged party is one person under all entries and numbers. A name alone is no proof: by it a person searches
(prior_offences.service.find()).
"""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from backend.casework.cases import service as cases
from backend.casework.prior_offences.service import also_known, lapses_on
from backend.casework.queries import again as queries
from backend.casework.queries.teams import CASE_TEAMS
from backend.casework.rules import again as rules
from backend.casework.rules import prior_offences
from backend.core import scope
from backend.core.actors import Actor
from schemas.casework.prior_offences import PartyIdentity
from schemas.core.problems import Text

_OWN = 6
"""Parameters of the query; those of the scope follow."""


class Again(NamedTuple):
    """An earlier case about one of the acts."""

    bearing: rules.Bearing
    act: str
    """The recorded behaviour's name."""
    number: str
    unit: Text
    case_id: UUID | None
    """None out of the reader's sight."""
    day: date | None
    """Of the decision."""
    until: date | None
    """Last day on which it counts; None while it is not carried out, or was not sanctioned."""


async def committed_before(case_id: UUID, actor: Actor) -> list[Again]:
    """List what earlier cases mean for the recorded acts of a case (Law 15/2012 Art 2.5, 2.6). Raises NotFound."""
    _, facts = await cases.facts_of(case_id, actor)
    party = facts.party
    acts = facts.recorded.violations if facts.recorded else []
    if party is None or not acts:
        return []
    asked = prior_offences.cleaned(
        PartyIdentity(
            subject_id=party.subject_id,
            name=None,
            address=None,
            tax_code=party.tax_code,
            identity_number=party.identity_number,
        )
    )
    if not prior_offences.is_askable(asked):
        return []
    also = await also_known(asked)
    seen, args = scope.sql(scope.teamed(CASE_TEAMS, actor), "c", _OWN + 1)
    found = await queries.of_acts(
        case_id,
        sorted({one.code for one in acts}),
        sorted({*also.ids, *filter(None, [asked.subject_id])}),
        sorted({*also.tax_codes, *filter(None, [asked.tax_code])}),
        sorted({*also.identities, *filter(None, [asked.identity_number])}),
        seen,
        args,
    )
    told = []
    for row in found:
        lapse = lapses_on(row.executed_on, row.lapsed_on, only_warned=row.only_warned)
        for act in acts:
            means = rules.bearing(act.ended_on, row.sanctioned_on, lapse, open_yet=row.open_yet)
            if means is None or act.code not in row.behaviours:
                continue
            told.append(
                Again(
                    bearing=means,
                    act=act.name,
                    number=row.number,
                    unit=Text(vi=row.unit_vi, en=row.unit_en),
                    case_id=row.id if row.seen else None,
                    day=row.sanctioned_on,
                    until=lapse if means == "reoffence" else None,
                )
            )
    return told
