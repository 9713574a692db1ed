"""What the address of the list of officers asks for."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, cast

from admin_ui.shell import typed
from admin_ui.shell.words import Language, say
from backend.approvals.absences import service as absences
from backend.core.actors import Actor
from backend.force.accounts import service as accounts
from backend.force.accounts.service import PeopleFilters, possible_acts
from backend.force.units import service as units
from schemas.core.vocabulary import Role

FIELDS = ("search", "unit", "role", "title", "rank", "state", "card")
STATES = ("active", "disabled", "away", "never")
CARDS = ("missing", "expired", "soon")
_MOST = 100


class Asked(NamedTuple):
    """The conditions of a list: for the query, in the address, and in words."""

    filters: PeopleFilters
    said: dict[str, str]
    """By the field of the address; empty where nothing is asked for, or nothing that is known."""
    unit: str
    """The unit's name in the reader's language."""

    def rank(self, language: Language) -> str:
        """Return the rank with its code, or nothing."""
        code = self.said["rank"]
        return f"{code} {say(language, f'people.rank_{code}')}" if code else ""

    def shown(self, language: Language) -> list[tuple[str, str, str]]:
        """Return each condition as field, name and value in words; without a value where nothing is asked for."""
        said = self.said

        def word(field: str, key: str) -> str:
            return say(language, key + said[field]) if said[field] else ""

        return [
            ("search", say(language, "people.search"), said["search"]),
            ("unit", say(language, "people.unit"), self.unit),
            ("role", say(language, "people.role"), word("role", "domain.role_")),
            ("title", say(language, "people.position"), said["title"]),
            ("rank", say(language, "people.rank"), self.rank(language)),
            ("state", say(language, "people.state"), word("state", "people.state_")),
            ("card", say(language, "people.card"), word("card", "people.with_card_")),
        ]


async def read(query: Mapping[str, str], actor: Actor, language: Language) -> Asked:
    """Read the conditions. A word that no filter knows is none, nor is a unit out of scope. Raises NotAllowed."""
    unit_id = typed.identifier(query.get("unit", ""))
    found = await units.find_administered(actor, unit_id) if unit_id else None
    title = query.get("title", "")
    said = {
        "search": query.get("search", "")[:_MOST].strip(),
        "unit": str(found.id) if found else "",
        "role": _known(query, "role", [one.value for one in Role]),
        "title": title if title in possible_acts.titles() else "",
        "rank": _known(query, "rank", possible_acts.ranks()),
        "state": _known(query, "state", STATES),
        "card": _known(query, "card", CARDS),
    }
    state, card = said["state"] or None, said["card"] or None
    away = await absences.away_today() if state == "away" else []
    return Asked(
        filters=PeopleFilters(
            search=said["search"],
            unit_id=found.id if found else None,
            unit_level=found.level if found else None,
            role=Role(said["role"]) if said["role"] else None,
            title=said["title"],
            rank=said["rank"],
            state=cast("accounts.AccountState | None", state),
            card=cast("accounts.CardState | None", card),
            away=[one.officer_id for one in away],
        ),
        said=said,
        unit=getattr(found.name, language) if found else "",
    )


def _known(query: Mapping[str, str], name: str, known: Sequence[str]) -> str:
    return query.get(name, "") if query.get(name) in known else ""
