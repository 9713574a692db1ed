"""In which office an officer signs a paper of a record, where its owner has no rule of its own.

The head of the record's unit, or of one above it, signs. A deputy signs for the head ("KT."); on a
form whose law asks for a delegation (QĐ-NV), only under one. The holder of another title signs by
order of the head ("TL.") where the owner says so (Decree 30/2020 Appendix I, II.7).
"""

from datetime import date
from uuid import UUID

import msgspec

from backend.core import remembering
from backend.core.actors import UnitPath
from backend.core.database import at_once
from backend.documents.queries import record_paper_offices as queries
from backend.force.delegations import service as delegations
from backend.law.sanctions import service as sanctions
from schemas.core.problems import Text

BY_DELEGATION = frozenset({"QĐ-NV"})
"""Forms that a deputy signs only under a delegation: its printed form cites it."""


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """The office in which an officer signs a paper."""

    title: str
    """The officer's own title; empty without one."""
    by_order_of: str | None = None
    """The title of the head by whose order it is signed: printed as "TL." above the own title."""
    cited: str | None = None
    """How the paper cites the delegation under which a deputy signs."""
    fault: Text | None = None
    """Why the officer may not sign, or None."""

    @property
    def printed(self) -> str:
        """The lines above the signature. "KT." is printed from the title of a deputy."""
        return f"TL. {self.by_order_of}\n{self.title}" if self.by_order_of else self.title


NO_OFFICE = Text(
    vi="Người ký phải là người đứng đầu hoặc cấp phó của đơn vị có hồ sơ, hoặc của đơn vị cấp trên.",
    en="The signer is the head or a deputy of the record's unit, or of a unit above it.",
)
NO_DELEGATION = Text(
    vi="Cấp phó chỉ ký văn bản theo mẫu này khi được giao quyền bằng văn bản đã đối chiếu.",
    en="A deputy signs a paper on this form only under a delegation that was confirmed.",
)


async def hold(form: str, officer_id: UUID) -> None:
    """Lock the delegations under which a deputy signs on this form, before it is judged; until the transaction ends."""
    if form in BY_DELEGATION:
        await delegations.hold(officer_id)


@remembering.once
async def head_or_deputy(path: UnitPath, form: str, officer_id: UUID, day: date) -> Office:
    """Return the office of an officer in this unit or in one above it, as held on that day.

    Of several titles a head's goes before a deputy's. Who signs has called hold() before.
    """
    units = [one for one in path.as_tuple() if one is not None]
    async with at_once() as ask:
        titles = ask(queries.titles_held(officer_id, units, day))
        citing = None
        if form in BY_DELEGATION:
            citing = ask(delegations.citation(officer_id, form, day, None, units))
    held, cited = titles.result(), citing.result() if citing else None
    heads = [one for one in held if is_head(one)]
    if heads:
        return Office(title=heads[0])
    deputies = [one for one in held if sanctions.is_deputy(one)]
    if not deputies:
        return Office(title=held[0] if held else "", fault=NO_OFFICE)
    fault = NO_DELEGATION if form in BY_DELEGATION and cited is None else None
    return Office(title=deputies[0], cited=cited, fault=fault)


def is_head(title: str) -> bool:
    """Tell whether this title, as positions state it, is that of the head of a unit."""
    return sanctions.inspection_fault(sanctions.title_code(title), delegated=False) is None


async def by_order(path: UnitPath, officer_id: UUID, day: date, head: str) -> Office:
    """Return the office of an officer who signs by order of a head with this title ("TL.").

    For owners whose rule allows it. An officer who holds no title there may not.
    """
    units = [one for one in path.as_tuple() if one is not None]
    held = await queries.titles_held(officer_id, units, day)
    if not held:
        return Office(title="", fault=NO_OFFICE)
    return Office(title=held[0], by_order_of=head)
