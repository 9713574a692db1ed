"""What a form is as a whole: its kind, its family on the desk, its register. Each is said once, in the form's own file.

A fact is of the form and not of one version: every version of a form says the same, and the newest is read. The keys
are listed in `forms.KEPT_HERE`: no phone receives them.
"""

from functools import cache
from pathlib import Path
from typing import Any, Literal

import msgspec

FOLDER = Path(__file__).parents[1] / "documents" / "forms"
"""Where the forms lie. Numbers and delegations ask here too, and know nothing of how a form is filled."""

Kind = Literal["sanction", "remedies", "fine", "change", "seizure", "inspection", "report"]
"""`x-kind`, for rules that several forms share.

sanction: decides the violation and bears the reckoning of its fine. remedies: confiscation or remedies without a fine.
fine: what becomes of a fine (Law on Handling Administrative Violations Arts 76, 77, 79). change: amends, corrects or
cancels another decision (Decree 118/2021 Arts 13, 14). seizure: holds goods, longer, or gives them back. inspection:
orders an inspection, plans or changes it. report: a report or proposal, which whoever writes it signs himself.
"""


@cache
def of_kind(*kinds: Kind) -> tuple[str, ...]:
    """The forms of these kinds, in the order of their codes."""
    return tuple(form for form, kind in _said("x-kind").items() if kind in kinds)


@cache
def families() -> dict[str, tuple[str, ...]]:
    """Forms that the desk offers, by family (`x-family`), each family in the order in which it lists them."""
    found: dict[str, list[tuple[int, str]]] = {}
    for form, family in _said("x-family").items():
        found.setdefault(family["name"], []).append((family["place"], form))
    return {name: tuple(form for _, form in sorted(placed)) for name, placed in found.items()}


@cache
def names_decision_of(form: str) -> tuple[str, ...]:
    """Forms of the decision that this form's fields `decision_number` and `decision_date` name (`x-names-decision`).

    Empty where it names the paper that it was begun from.
    """
    return tuple(_said("x-names-decision").get(form, ()))


@cache
def register_of(form: str) -> str:
    """Under which form's name the numbers of this form run: its own, but for forms that share a symbol (`x-register`).

    No two papers may read alike.
    """
    return str(_said("x-register").get(form, form))


@cache
def on_spot() -> tuple[str, ...]:
    """Sanction decisions that are made where the violation is found, without minutes (`x-on-spot`)."""
    return tuple(_said("x-on-spot"))


@cache
def team_leader_signs() -> tuple[str, ...]:
    """Decisions that a team head signs as well, within his competence (`x-team-leader-signs`); the act that follows is
    judged by it."""
    return tuple(_said("x-team-leader-signs"))


@cache
def internal() -> tuple[str, ...]:
    """Papers that stay inside until the inspection begins (`x-internal`)."""
    return tuple(_said("x-internal"))


@cache
def seizing() -> tuple[str, ...]:
    """Minutes by which goods are seized; violation minutes where it is done at the same time (`x-seizes`; Law on
    Handling Administrative Violations Art 125.4)."""
    return tuple(_said("x-seizes"))


@cache
def numbered_by_phone() -> tuple[str, ...]:
    """What officers sign and number on the spot (`x-numbered-by-phone`)."""
    return tuple(_said("x-numbered-by-phone"))


@cache
def short_titles() -> dict[str, dict[str, str]]:
    """What a phone's list calls the papers that are made on it, in both languages (`x-short-title`)."""
    return _said("x-short-title")


@cache
def submissions() -> dict[str, dict[str, Any]]:
    """What a submission of minutes needs, by their form (`x-submission`)."""
    return _said("x-submission")


@cache
def reasons_for_no_page() -> dict[str, str]:
    """Why nobody begins a paper of this form, neither at the desk nor on a phone (`x-reach`)."""
    return _said("x-reach")


@cache
def _newest() -> dict[str, dict[str, Any]]:
    """The newest version of each form, in the order of their codes."""
    names = (path.name.rsplit(".", 2) for path in FOLDER.glob("*.json"))
    newest = dict(sorted((form, int(version)) for form, version, _ in names))
    return {
        form: msgspec.json.decode((FOLDER / f"{form}.{version}.json").read_bytes())
        for form, version in newest.items()
    }


def _said(key: str) -> dict[str, Any]:
    return {form: schema[key] for form, schema in _newest().items() if key in schema}
