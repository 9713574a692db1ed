"""What the address of a population asks for. All is in the address, so that a page can be sent to a colleague."""

from collections.abc import Mapping
from datetime import date, timedelta
from urllib.parse import urlencode
from uuid import UUID

import msgspec

from admin_ui.shell import typed
from backend.core.errors import NotFound
from backend.force.units.service import UnitView
from backend.insight.samples import service as samples
from schemas.insight.samples import SampledKind, SampledPopulation, SampleList, SampleStrata
from schemas.law.catalogue import ViolationField

CHOICES = tuple(
    f"{kind.value}.{one.value}" for kind in SampledKind for one in samples.LISTS_OF[kind]
)
"""Kind of record and list, as one choice: so nobody chooses a list that its kind does not have."""


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A population as the form has it."""

    unit: UUID
    choice: str
    first: date
    last: date
    fields: tuple[str, ...]
    strata: SampleStrata

    @property
    def population(self) -> SampledPopulation:
        """The records that it means."""
        kind, out_of = self.choice.split(".")
        return SampledPopulation(
            unit_id=self.unit,
            kind=SampledKind(kind),
            out_of=SampleList(out_of),
            first=self.first,
            last=self.last,
            fields=list(self.fields),
            strata=self.strata,
        )

    def pairs(self) -> list[tuple[str, str]]:
        """Return it as the fields of a form or of an address."""
        return [
            ("unit", str(self.unit)),
            ("records", self.choice),
            ("first", self.first.isoformat()),
            ("last", self.last.isoformat()),
            ("strata", str(self.strata)),
            *(("field", one) for one in self.fields),
        ]

    def query(self) -> str:
        """Return it as an address's query."""
        return urlencode(self.pairs())


def read(said: Mapping[str, str], fields: list[str], units: list[UnitView], today: date) -> Asked:
    """Return what a form or an address asks for; what it says wrongly is as if it said nothing.

    `units` are those that the reader may ask for, the own one first. The last 30 days unless days are named. Raises
    NotFound for an officer whose unit was closed.
    """
    if not units:
        raise NotFound(what="unit")
    known = {str(one.id): one.id for one in units}
    choice, strata = said.get("records", ""), said.get("strata", "")
    chosen = choice if choice in CHOICES else CHOICES[0]
    offered = samples.STRATA_OF[SampledKind(chosen.split(".")[0])]
    return Asked(
        unit=known.get(said.get("unit", ""), units[0].id),
        choice=chosen,
        first=typed.day_or_none(said.get("first", "")) or today - timedelta(days=30),
        last=typed.day_or_none(said.get("last", "")) or today,
        fields=tuple(one for one in fields if one in set(ViolationField))
        if chosen.startswith(SampledKind.CASE)
        else (),
        strata=SampleStrata(strata) if strata in offered else SampleStrata.NONE,
    )


def of_population(of: SampledPopulation) -> Asked:
    """Return how the form has the population of a sample."""
    return Asked(
        unit=of.unit_id,
        choice=f"{of.kind.value}.{of.out_of.value}",
        first=of.first,
        last=of.last,
        fields=tuple(of.fields),
        strata=of.strata,
    )
