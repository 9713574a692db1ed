"""The party of a new case, found in the register instead of typed."""

from functools import partial
from uuid import UUID

import msgspec

from admin_ui.shell.choosing.sources import party_option
from admin_ui.shell.forms import Form
from admin_ui.shell.reading.reader import Option, Reader
from admin_ui.shell.words import Language, say
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.parties import service as parties
from schemas.fieldwork.decisions import SubjectRow

FIELD = "known"
_COPIED = (
    "kind",
    "name",
    "trade_name",
    "tax_code",
    "registration_number",
    "address",
    "representative",
    "representative_title",
    "phone",
)
"""What the register says of a party, under the names of a case's party."""


def options(form: Form) -> list[Option]:
    """Return the chosen party as the form's search box shows it."""
    chosen = form.text(FIELD)
    return [(chosen, form.text(f"{FIELD}.typed"))] if chosen else []


async def read(form: Form, actor: Actor, language: Language) -> tuple[Form, dict[str, str]]:
    """Return the form with the party chosen from the register as its own, and what is wrong with the choice.

    What was typed of another party does not count then. A party out of the officer's scope is none.
    """
    chosen, typed = form.text(FIELD), form.text(f"{FIELD}.typed")
    if not chosen and not typed:
        return form, {}
    async with transaction():
        rows = await _meant(chosen, typed, actor)
    reader = Reader(form, partial(say, language))
    picked = reader.picked(
        FIELD,
        say(language, "case_fields.known"),
        [party_option(one) for one in rows.values()],
        required=False,
    )
    if picked is None:
        return form, reader.errors
    kept = {name: form.all(name) for name, _ in form.pairs() if not name.startswith("party.")} | {
        name: form.all(name) for name in ("csrf_token", "once") if form.has(name)
    }
    return Form(kept | _party(rows[picked])), {}


async def _meant(chosen: str, typed: str, actor: Actor) -> dict[str, SubjectRow]:
    rows = {str(one.id): one for one in await parties.search(actor, typed[:200])} if typed else {}
    try:
        named = await parties.get(actor, UUID(chosen))
    except (ValueError, NotFound):
        return rows
    return {str(named.id): named} | rows


def _party(row: SubjectRow) -> dict[str, list[str]]:
    values = msgspec.structs.asdict(row)
    found = {f"party.{name}": [str(values[name])] for name in _COPIED if values[name]}
    label = party_option(row)[1]
    return found | {
        "party.subject_id": [str(row.id)],
        FIELD: [str(row.id)],
        f"{FIELD}.typed": [label],
    }
