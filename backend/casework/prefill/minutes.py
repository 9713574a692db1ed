"""Fields that only minutes have."""

from collections.abc import Callable
from typing import Any

from backend.casework.prefill import common, parts
from backend.casework.prefill.context import Context
from backend.casework.prefill.decisions import papers
from backend.casework.rules import exhibit_guards
from backend.law import form_facts

_TAKING = form_facts.names_decision_of("MBB20")
"""Forms of decisions that confiscate."""
Own = dict[str, Callable[[Context], Any]]


def _violations(context: Context) -> list[Any]:
    recorded = context.facts.recorded
    return [parts.violation(one) for one in recorded.violations] if recorded else []


def _detected(context: Context) -> str | None:
    recorded = context.facts.recorded
    return parts.day(recorded.detected_on if recorded else context.inputs.today)


def _right(context: Context) -> str | None:
    recorded = context.facts.recorded
    if recorded is None:
        return None
    return "yes" if recorded.explanation_right else "none"


def _explained(context: Context) -> str | None:
    given = context.facts.explanations
    return given[-1].content if given else None


def _chair(context: Context) -> Any:
    return parts.officer(context.inputs.signer)


def _decided(context: Context) -> str | None:
    paper = context.newest(*form_facts.of_kind("sanction", "remedies"))
    return context.inputs.titles.get(paper.form) if paper else None


def _circumstances(kind: str) -> Callable[[Context], str | None]:
    """Return the recorded circumstances of a kind (`mitigating`, `aggravating`), each once."""

    def told(context: Context) -> str | None:
        recorded = context.facts.recorded
        found = (
            [text for one in recorded.violations for text in getattr(one, kind)] if recorded else []
        )
        return "; ".join(dict.fromkeys(found)) or None

    return told


def _provision(context: Context) -> str | None:
    recorded = context.facts.recorded
    found = [one.legal_basis for one in recorded.violations] if recorded else []
    return "; ".join(dict.fromkeys(found)) or None


def _taken(context: Context) -> list[Any]:
    """Return the goods that the newest decision of confiscation names."""
    paper = context.newest(*_TAKING)
    named = exhibit_guards.confiscated_by(context.facts, paper) if paper else []
    return [parts.exhibit(context.facts.exhibits[one]) for one in named]


def _decided_by(*forms: str) -> Callable[[Context], str | None]:
    """Return title and agency of who signed the newest decision of these forms."""

    def told(context: Context) -> str | None:
        paper = context.newest(*forms)
        signer = (paper.fields.get("signer") if paper else None) or {}
        named = (signer.get("title"), signer.get("unit"))
        return " ".join(one for one in named if one) or None

    return told


def _taken_by(context: Context) -> str | None:
    """Return whether a sanction takes the goods, or a decision of confiscation alone (MQĐ14)."""
    paper = context.newest(*_TAKING)
    if paper is None:
        return None
    return "confiscation" if paper.form == "MQĐ14" else "sanction"


def _goods(context: Context) -> list[Any]:
    """Return what is held besides papers: these have a table of their own in the minutes."""
    return [parts.exhibit(one) for one in context.facts.held if one.content.kind != "document"]


def _licences(context: Context) -> list[Any]:
    return [parts.exhibit(one) for one in context.facts.held if one.content.kind == "document"]


def _seized_on(context: Context) -> tuple[str | None, str | None]:
    """Return the violation minutes that goods were seized by, if there are no seizure minutes.

    Law Art 125.4 b: goods seized with the violation minutes stand in these.
    """
    return (None, None) if context.newest("MBB15") else common.of(context.newest("MBB01"))


MINUTES: dict[str, Own] = {
    "MBB01": {
        "violations": _violations,
        "detected_on": _detected,
        "explanation": _right,
        "explanation_to": lambda context: context.inputs.agency,
        "e_phone": lambda context: context.facts.party.phone if context.facts.party else None,
        "e_email": lambda context: context.facts.party.email if context.facts.party else None,
    },
    "MBB02": {},
    "MBB03": {"chair": _chair, "explanation": _explained},
    "MBB05": {
        "provision": _provision,
        "mitigating": _circumstances("mitigating"),
        "aggravating": _circumstances("aggravating"),
    },
    "MBB06": {"decision_title": _decided},
    "MBB15": {"exhibits": _goods, "licences": _licences},
    "MBB20": {
        "place": common.custody_place,
        "exhibits": _taken,
        "decision_issuer": _decided_by(*_TAKING),
        "decision_kind": _taken_by,
    },
    "MBB21": {
        "place": common.custody_place,
        "decision_issuer": _decided_by(*form_facts.names_decision_of("MBB21")),
    },
    "MBB26": {
        "items": common.not_sealed,
        "copies": lambda _: common.THREE_COPIES,
        "violation_minutes_number": lambda context: _seized_on(context)[0],
        "violation_minutes_date": lambda context: _seized_on(context)[1],
    },
    "MBB27": {"items": common.sealed, "copies": lambda _: common.THREE_COPIES},
    "MBB28": {"papers": papers, "copies": lambda _: common.THREE_COPIES},
}
