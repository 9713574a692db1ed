"""Fields of papers about goods and licences in custody: valued, given back, lifted, passed on."""

from collections.abc import Callable
from typing import Any

from backend.casework.prefill import common, parts
from backend.casework.prefill.context import Context
from backend.casework.prefill.decisions import papers
from backend.casework.rules import exhibit_guards
from backend.casework.rules.facts import Exhibit, Paper
from schemas.casework.words import CaseAct

Own = dict[str, Callable[[Context], Any]]
LICENCE = "document"
"""The kind under which licences and certificates are seized (schemas/casework/acts/exhibits.py)."""


def _named(context: Context, *forms: str) -> list[Exhibit]:
    """Return the held things that the newest paper of these forms names, else all that are held."""
    paper = context.newest(*forms)
    said = set()
    if paper:
        said = exhibit_guards.listed(context.facts, paper)
        said |= exhibit_guards.listed_licences(context.facts, paper)
    held = context.facts.held
    return [one for one in held if one.content.exhibit_id in said] or list(held)


def _goods(found: list[Exhibit]) -> list[Any]:
    return [parts.exhibit(one) for one in found if one.content.kind != LICENCE]


def _licences(found: list[Exhibit]) -> list[Any]:
    return [parts.exhibit(one) for one in found if one.content.kind == LICENCE]


def _what(found: list[Exhibit]) -> str | None:
    """Return which of the three fixed texts fits: goods, licences, both."""
    if not found:
        return None
    licences, goods = _licences(found), _goods(found)
    return "both" if licences and goods else "licences" if licences else "goods"


def issuer_of(paper: Paper | None) -> str | None:
    """Return title and agency of who signed a decision, as the papers that carry it out name them."""
    signer = paper.fields.get("signer") if paper else None
    if not signer:
        return None
    named = (signer.get("title"), signer.get("unit"))
    return " ".join(one for one in named if one) or None


def _returned(*forms: str) -> Own:
    """Return the fields of minutes by which goods go back as papers of these forms name them."""
    return {
        "what": lambda context: _what(_named(context, *forms)),
        "exhibits": lambda context: _goods(_named(context, *forms)),
        "licences": lambda context: _licences(_named(context, *forms)),
        "decision_issuer": lambda context: issuer_of(context.newest(*forms)),
        "place": lambda context: context.inputs.unit,
    }


def _chair(context: Context) -> Any:
    """Return the chair of the council: who signed the seizure decision (Law Art 60.4)."""
    paper = context.newest("MQĐ20")
    signer = paper.fields.get("signer") if paper else None
    if not signer:
        return None
    return {"name": signer["name"], "title": signer.get("title"), "agency": signer.get("unit")}


def _extension(place: int) -> Callable[[Context], Any]:
    return lambda context: common.of(context.newest("MQĐ21"))[place]


EXTENSION: Own = {"extension_number": _extension(0), "extension_date": _extension(1)}
"""The newest extension of the seizure (MQĐ21), if there is one."""
_OF_A_SEIZURE = "tạm giữ tang vật, phương tiện vi phạm hành chính"


def _measure(context: Context) -> str | None:
    return _OF_A_SEIZURE if context.newest("MQĐ20") else None


def _late(context: Context) -> str | None:
    """Return the ground on which a licence goes to who issued it, as recorded (Law Art 126.4b)."""
    known = (one.content for one in context.facts.events if one.type == CaseAct.EXHIBITS_UNCLAIMED)
    last = next((one for one in known if one.unclaimed == "licence"), None)
    return "seizure" if last else None


def _of(form: str, name: str) -> Callable[[Context], Any]:
    """Return a field of the newest paper of a form."""

    def said(context: Context) -> Any:
        paper = context.newest(form)
        return paper.fields.get(name) if paper else None

    return said


def _held_licences(context: Context) -> list[Any]:
    return _licences(list(context.facts.held))


def _by_the_unit(context: Context) -> str:
    return context.inputs.unit


def _sanction_issuer(context: Context) -> str | None:
    return issuer_of(context.newest("MQĐ01", "MQĐ02"))


CUSTODY: dict[str, Own] = {
    "MBB04": {
        **EXTENSION,
        "chair": _chair,
        "exhibits": lambda context: _goods(list(context.facts.held)),
        "place": common.custody_place,
    },
    "MBB08": {"decision_issuer": _sanction_issuer},
    "MBB16": _returned("MBB15"),
    "MBB17": _returned("MQĐ24"),
    "MBB29": {"decision_issuer": _sanction_issuer, "papers": papers},
    "MBB30": {
        "ground": _of("MQĐ42", "ground"),
        "licences": lambda context: _of("MQĐ42", "licences")(context) or _held_licences(context),
        "violator": lambda context: _of("MQĐ42", "violator")(context) or common.violator(context),
    },
    "MQĐ29": {
        "measure": _measure,
        "decision_issuer": lambda context: issuer_of(context.newest("MQĐ20")),
        "executor": _by_the_unit,
    },
    "MQĐ41": {
        "hearing_minutes_number": lambda context: common.of(context.newest("MBB03"))[0],
        "hearing_minutes_date": lambda context: common.of(context.newest("MBB03"))[1],
        "verification_minutes_number": common.verification_number,
        "verification_minutes_date": common.verification_date,
        "executor": _by_the_unit,
    },
    "MQĐ42": {
        **EXTENSION,
        "licence_minutes_number": lambda context: common.of(context.newest("MBB08"))[0],
        "licence_minutes_date": lambda context: common.of(context.newest("MBB08"))[1],
        "ground": _late,
        "licences": _held_licences,
        "executor": _by_the_unit,
    },
}
