"""Facts about a form as a whole: its kind, its family on the desk, its register.

Each fact is written once, in the form's own JSON file. It belongs to the form, not to one version:
all versions of a form agree, and the newest is read. The keys are listed in `forms.KEPT_HERE`; they
are not sent to phones.
"""

from functools import cache
from pathlib import Path
from typing import Any, Literal

import msgspec

FOLDER = Path(__file__).parents[1] / "documents" / "forms"
"""The folder of the forms. Numbers and delegations need these facts, not how a form is filled."""

Kind = Literal[
    "sanction",
    "remedies",
    "fine",
    "execution",
    "change",
    "seizure",
    "search",
    "inspection",
    "report",
]
"""`x-kind`, for rules that several forms share.

sanction: decides the violation and carries the computation of its fine.
remedies: confiscation or remedies without a fine.
fine: postpones, reduces or divides a fine (Law on Handling Administrative Violations Arts 76, 77,
79).
execution: suspends or resumes the execution of a decision, or ends it in part (Arts 15, 62, 75).
change: amends, corrects or cancels another decision (Decree 118/2021 Arts 13, 14).
seizure: seizes goods, extends the seizure, or gives the goods back; lifts the seizure, or passes
unclaimed licences on.
search: orders the search of a person, a vehicle or a hiding place (Arts 127 to 129).
inspection: orders, plans or changes an inspection.
report: a report or proposal, signed by its author.
"""


@cache
def of_kind(*kinds: Kind) -> tuple[str, ...]:
    """Return the forms of these kinds, in the order of their codes."""
    return tuple(form for form, kind in _said("x-kind").items() if kind in kinds)


@cache
def families() -> dict[str, tuple[str, ...]]:
    """Return the forms that the desk offers, by family (`x-family`), in the order of each list."""
    found: dict[str, list[tuple[int, str]]] = {}
    for form, family in _said("x-family").items():
        found.setdefault(family["name"], []).append((family["place"], form))
    return {name: tuple(form for _, form in sorted(placed)) for name, placed in found.items()}


@cache
def names_decision_of(form: str) -> tuple[str, ...]:
    """Return the forms of the decision that a paper names in `decision_number` and `decision_date`.

    Read from `x-names-decision`. Empty if the paper names the one that it was begun from.
    """
    return tuple(_said("x-names-decision").get(form, ()))


@cache
def register_of(form: str) -> str:
    """Return the form whose register numbers this form's papers (`x-register`; default: itself).

    Forms that share a symbol share a register: otherwise two papers could bear the same number.
    """
    return str(_said("x-register").get(form, form))


@cache
def on_spot() -> tuple[str, ...]:
    """Return the sanction decisions that are made on the spot, without minutes (`x-on-spot`)."""
    return tuple(_said("x-on-spot"))


@cache
def team_leader_signs() -> tuple[str, ...]:
    """Return decisions that a team head may sign within their competence (`x-team-leader-signs`).

    The act that follows such a decision is judged by the same list.
    """
    return tuple(_said("x-team-leader-signs"))


@cache
def internal() -> tuple[str, ...]:
    """Return papers that stay internal until the inspection begins (`x-internal`)."""
    return tuple(_said("x-internal"))


@cache
def seizing() -> tuple[str, ...]:
    """Return minutes by which goods are seized (`x-seizes`).

    They include violation minutes, which may seize at the same time (Law on Handling Administrative
    Violations Art 125.4).
    """
    return tuple(_said("x-seizes"))


@cache
def numbered_by_phone() -> tuple[str, ...]:
    """Return papers that officers sign and number on the spot (`x-numbered-by-phone`)."""
    return tuple(_said("x-numbered-by-phone"))


@cache
def short_titles() -> dict[str, dict[str, str]]:
    """Return short titles for the phone's list of papers, in both languages (`x-short-title`)."""
    return _said("x-short-title")


@cache
def submissions() -> dict[str, dict[str, Any]]:
    """Return what a submission of minutes must contain, by form (`x-submission`)."""
    return _said("x-submission")


@cache
def refusals() -> dict[str, dict[str, Any]]:
    """Return what a refusal to sign needs to count as a signature, by form (`x-refusal`)."""
    return _said("x-refusal")


@cache
def of_records() -> dict[str, tuple[str, ...]]:
    """Return, by form, the kinds of record that have papers on it and are no case (`x-records`).

    Such a paper is begun on the record's own page (backend/documents/record_papers).
    """
    return {form: tuple(kinds) for form, kinds in _said("x-records").items()}


@cache
def reasons_for_no_page() -> dict[str, str]:
    """Return, by form, why no paper of it can be begun at the desk or on a phone (`x-reach`)."""
    return _said("x-reach")


@cache
def _newest() -> dict[str, dict[str, Any]]:
    """Return the newest version of each form, in the order of their codes."""
    names = (path.name.rsplit(".", 2) for path in FOLDER.glob("*.json"))
    newest = dict(sorted((form, int(version)) for form, version, _ in names))
    return {
        form: msgspec.json.decode((FOLDER / f"{form}.{version}.json").read_bytes())
        for form, version in newest.items()
    }


@cache
def numbered_by_units() -> list[str]:
    """Return the forms that a unit issues and numbers."""
    return sorted(form for form, who in _said("x-issuer").items() if who == "unit")


@cache
def unit_registers() -> dict[str, str]:
    """Return the symbol of each register from which units number their papers, by its form."""
    issuers, symbols = _said("x-issuer"), _said("x-symbol")
    of_units = {register_of(form) for form, who in issuers.items() if who == "unit"}
    return {form: str(symbols[form]) for form in sorted(of_units)}


def officer_registers() -> dict[str, str]:
    """Return the symbol of each register from which officers number their own minutes, by its form."""
    issuers, symbols = _said("x-issuer"), _said("x-symbol")
    of_officers = {register_of(form) for form, who in issuers.items() if who == "officer"}
    return {form: str(symbols[form]) for form in sorted(of_officers)}


def _said(key: str) -> dict[str, Any]:
    return {form: schema[key] for form, schema in _newest().items() if key in schema}
