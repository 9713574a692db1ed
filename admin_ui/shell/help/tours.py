"""The first steps of each role: what its people do at the desk, in the order in which a day has it."""

from typing import NamedTuple

from admin_ui.shell.areas import areas
from backend.core.actors import Actor
from schemas.core.vocabulary import Role


class Step(NamedTuple):
    """One step: the page where it is done, and the key of what to do there. Its name is that of the page."""

    href: str
    key: str


TOURS: dict[Role, tuple[Step, ...]] = {
    Role.ADMINISTRATOR: (
        Step("/desk/people", "help.administrator_people"),
        Step("/desk/units", "help.administrator_units"),
        Step("/desk/devices", "help.administrator_devices"),
        Step("/desk/asks", "help.administrator_asks"),
        Step("/desk/routes", "help.administrator_routes"),
    ),
    Role.SUPERVISOR: (
        Step("/desk/", "help.supervisor_work"),
        Step("/desk/due", "help.supervisor_due"),
        Step("/desk/to-sign", "help.supervisor_sign"),
        Step("/desk/dashboard", "help.supervisor_dashboard"),
        Step("/desk/absences", "help.supervisor_absences"),
    ),
    Role.TEAM_LEADER: (
        Step("/desk/", "help.leader_work"),
        Step("/desk/decisions", "help.leader_decisions"),
        Step("/desk/cases", "help.leader_cases"),
        Step("/desk/due", "help.leader_due"),
        Step("/desk/reports", "help.leader_reports"),
    ),
    Role.LEGAL: (
        Step("/desk/", "help.legal_work"),
        Step("/desk/law", "help.legal_law"),
        Step("/desk/exceptions", "help.legal_exceptions"),
        Step("/desk/routes", "help.legal_routes"),
    ),
    Role.CLERK: (
        Step("/desk/outgoing", "help.clerk_outgoing"),
        Step("/desk/incoming", "help.clerk_incoming"),
        Step("/desk/by-hand", "help.clerk_by_hand"),
        Step("/desk/informations", "help.clerk_informations"),
        Step("/desk/registers", "help.clerk_registers"),
    ),
    Role.AUDITOR: (
        Step("/desk/exceptions", "help.auditor_exceptions"),
        Step("/desk/samples", "help.auditor_samples"),
        Step("/desk/search", "help.auditor_search"),
        Step("/desk/log", "help.auditor_log"),
    ),
    Role.INSPECTOR: (
        Step("/desk/", "help.inspector_work"),
        Step("/desk/decisions", "help.inspector_decisions"),
        Step("/desk/cases", "help.inspector_cases"),
        Step("/desk/law", "help.inspector_law"),
        Step("/desk/search", "help.inspector_search"),
    ),
}
"""By role; who has several roles sees the tour of the first of these."""


class Tour(NamedTuple):
    """The tour of a reader. `hint` is the name under which it is put away."""

    role: Role
    hint: str
    steps: list[tuple[Step, str]]
    """Each with the key of its page's name."""


def of(actor: Actor) -> Tour | None:
    """Return the tour of a reader's first role, without pages that the reader does not have.

    None for an officer without a role: their post ended, and nothing is begun.
    """
    role = next((role for role in TOURS if actor.has(role)), None)
    if role is None:
        return None
    names = {one.href: one.word for one in areas(actor)}
    steps = [(step, names[step.href]) for step in TOURS[role] if step.href in names]
    return Tour(role, f"tour.{role}", steps)
