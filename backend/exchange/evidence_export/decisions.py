"""The papers of an inspection decision and its changes, as their acts tell them.

Part of kiem-tra.py (checker.py). It uses only the standard library of Python 3.9 or later.
"""

from __future__ import annotations

from typing import Any

from backend.exchange.evidence_export.comparing import Name
from backend.exchange.evidence_export.history import Story

# From here on it is a part of kiem-tra.py.
CHANGES = ("decision.amended", "decision.extended", "decision.withdrawn", "decision.lapsed")
CHANGED_PARTS = ("contents", "place", "team", "duration_days")
ON_A_PAPER = (
    *("form", "number", "issued_on", "issued_at", "issuer_name", "issuer_title", "issuer_unit"),
    *("issuer_superior", "code", "sha256", "size"),
)
"""What the summary says of a decision's paper as the act that laid it out does."""


def told_decision_papers(story: Story) -> list[Any]:
    """Return what the summary must say of each signed paper of the decision, in their order.

    A paper that was printed counts from its scan on, which then is its file. The file with the
    agency's seal takes the place of the officer's own.
    """
    told: dict[str, dict[str, Any]] = {}
    for act, _ in story.effects:
        kind, content = act["type"], act["content"]
        if kind.startswith("paper.") and "issuer_name" in content:  # it laid the paper out
            if content["form"] == "PA":  # the plan before it is no paper for the party
                continue
            level = content.get("signature_level")
            told[content["document_id"]] = {
                **{key: content.get(key) for key in ON_A_PAPER},
                "id": content["document_id"],
                "signature_level": level,
                "state": "signed" if level else None,
                "media_type": "application/pdf",
                "seal_name": None,
                "former_members": [],
            }
        elif kind.startswith("paper.") and content["document_id"] in told:
            paper = told[content["document_id"]]
            if kind == "paper.discarded":
                paper["state"] = None
            elif kind == "paper.scanned":
                if paper["state"] is None:  # the first one says who had left
                    gone = content.get("former_members", [])
                    paper["former_members"] = [one["full_name"] for one in gone]
                paper["state"] = "awaiting"
                paper.update({key: content[key] for key in ("sha256", "size", "media_type")})
            elif kind == "paper.sealed":
                paper.update({key: content[key] for key in ("sha256", "size", "seal_name")})
            elif kind == "paper.compared":
                paper["state"] = "signed" if content["agrees"] else "sent_back"
    return [paper for paper in told.values() if paper["state"] is not None]


def told_decision_changes(story: Story) -> list[Any]:
    """Return what the summary must say of each change of the decision, in the order in which they came."""
    told: list[dict[str, Any]] = []
    decision: dict[str, Any] = {}
    for act, _ in story.effects:
        kind, content = act["type"], act["content"]
        if kind == "inspection.announced":
            for change in told:  # the team announced it before it could hear of the end
                if change["kind"] in ("withdrawn", "lapsed") and change["undone_at"] is None:
                    change["undone_at"] = act["received_at"]
        elif kind in CHANGES:
            parts = [name for name in CHANGED_PARTS if content.get(name) is not None]
            told.append(
                {
                    "id": act["id"],
                    "kind": kind[len("decision.") :],
                    "at": act["received_at"],
                    "officer_name": Name(act["officer_id"]),
                    "reason": content["reason"],
                    **{key: content.get(key) for key in ("paper", "number", "issued_on")},
                    "parts": [
                        {
                            "what": name,
                            "before": _in_words(decision.get(name)),
                            "after": _in_words(content[name]),
                        }
                        for name in parts
                    ],
                    "undone_at": None,
                }
            )
            decision.update({name: content[name] for name in parts})
        elif kind.startswith("decision."):  # the decision itself, also one signed by hand
            said = content.get("decision", content)
            decision = dict(said) if isinstance(said, dict) and "team" in said else decision
    return told


def told_hand_signed(story: Story) -> dict[str, Any] | None:
    """Return what the summary must say of the decision signed by hand from which a team began, if it did so.

    The writing that stands is the last; a match of an earlier one is void.
    """
    told: dict[str, Any] | None = None
    for act, _ in story.effects:
        content = act["content"]
        if act["type"] == "decision.hand_signed":
            begun = told["begun_by"] if told else act["officer_id"]
            told = {
                "act": act["id"],
                "issuer_unit": content["issuer_unit"],
                "sheets": content.get("sheets", []),
                "begun_by": begun,
                "begun_by_name": Name(begun),
                **dict.fromkeys(("outcome", "paper", "reason", "matched_by_name", "matched_at")),
            }
        elif act["type"] == "decision.matched" and told:
            told.update({key: content.get(key) for key in ("outcome", "paper", "reason")})
            told["matched_by_name"] = Name(act["officer_id"])
            told["matched_at"] = act["received_at"]
    return told


def _in_words(value: Any) -> list[str]:
    if value is None:
        return []
    if not isinstance(value, list):
        return [str(value)]
    return [_member(one) if isinstance(one, dict) else str(one) for one in value]


def _member(one: dict[str, Any]) -> str:
    leads = " - Trưởng Đoàn" if one["leader"] else ""
    return f"{one['full_name']}, {one['title']}{leads}"
