"""The steps of a route as fields of a form: `kind_1`, `by_1`, `term_1`, … and back.

A later line of which nothing was chosen is no step. The page adds a line, and takes one out, by its own buttons.
"""

from admin_ui.approvals import naming
from admin_ui.shell.forms import Form
from admin_ui.shell.render import AnyRequest, language_of
from admin_ui.shell.typed import counted
from admin_ui.shell.words import Language, say
from backend.approvals.reading import service as reading
from backend.core import clock
from schemas.approvals.routes import RouteDrafted
from schemas.approvals.submissions import RouteStep, Term, Who
from schemas.approvals.words import By, StepKind
from schemas.core.vocabulary import Role

LEVELS = ("1", "2", "3")
"""Levels of units for which a route may be: the nation, departments, teams."""
AMOUNTS = ("amount_from", "amount_to")
CONDITIONS = ("forms", "levels", "fields", *AMOUNTS)
"""What a route may be limited to; most are not."""
_MOST = 12
_FIELDS = ("kind", "by", "who", "term", "unit")
"""What a line asks for."""
_ROLES = (Role.LEGAL, Role.SUPERVISOR, Role.CLERK, Role.ADMINISTRATOR)
_HEADS = (("head:0", 0), ("head:1", 1), ("head:2", 2))
_UNITS = ("hours", "days")


def count(form: Form) -> int:
    """Return how many lines a form shows."""
    said = form.text("lines")
    return min(_MOST, max(1, int(said[:2]))) if said.isdecimal() else 1


def with_more(form: Form) -> Form:
    """Return the form with one more line."""
    values = {name: form.all(name) for name, _ in form.pairs()}
    return Form(values | {"lines": [str(count(form) + 1)]})


def without(form: Form, number: int) -> Form:
    """Return the form without a line; those behind it move up."""
    lines = count(form)
    values = {name: form.all(name) for name, _ in form.pairs()}
    if not 1 < number <= lines:
        return Form(values)
    for line in range(number, lines + 1):
        for name in _FIELDS:
            values[f"{name}_{line}"] = form.all(f"{name}_{line + 1}") if line < lines else []
    return Form(values | {"lines": [str(lines - 1)]})


def choices(language: Language) -> dict[str, list[tuple[str, str]]]:
    """Return the options of a line: kinds of step, who, units of the term."""
    heads = [(value, say(language, f"routes.head_{up}")) for value, up in _HEADS]
    roles = [(f"role:{one}", say(language, f"domain.role_{one}")) for one in _ROLES]
    named = [
        (str(one), say(language, f"routes.by_{one}")) for one in (By.TITLE, By.OFFICER, By.BODY)
    ]
    return {
        "kind": [(str(one), getattr(reading.KINDS[one], language)) for one in StepKind],
        "by": [*heads, *roles, *named],
        "unit": [(one, say(language, f"routes.term_{one}")) for one in _UNITS],
    }


async def read(request: AnyRequest, form: Form, errors: dict[str, str]) -> list[RouteStep]:
    """Return the steps that were typed; what is wrong stands in `errors` by the line's field."""
    language, found = language_of(request), []
    for number in range(1, count(form) + 1):
        kind = form.text(f"kind_{number}")
        if not kind:
            if any(form.text(f"{name}_{number}") for name in ("by", "who", "term")):
                errors[f"kind_{number}"] = say(language, "routes.step_kind_needed")
            continue
        who = await _who(request, form, number, errors)
        term = _term(form, number)
        if term is None:
            errors[f"term_{number}"] = say(language, "routes.term_needed")
        if kind not in set(StepKind) or who is None or term is None:
            continue
        found.append(RouteStep(kind=StepKind(kind), who=who, term=term))
    if not found and not errors:
        errors["kind_1"] = say(language, "routes.steps_needed")
    return found


async def _who(request: AnyRequest, form: Form, number: int, errors: dict[str, str]) -> Who | None:
    by, _, which = form.text(f"by_{number}").partition(":")
    named = form.text(f"who_{number}")
    match by:
        case By.HEAD if (up := counted(which)) is not None:
            return Who(by=By.HEAD, up=min(3, up))
        case By.ROLE if which in set(Role):
            return Who(by=By.ROLE, role=Role(which))
        case By.TITLE if named:
            return Who(by=By.TITLE, title=named[:200])
        case By.BODY if named:
            return Who(by=By.BODY, body=named[:200])
        case By.OFFICER:
            typed = await naming.officer(request, named)
            if typed.officer_id is not None:
                return Who(by=By.OFFICER, officer_id=typed.officer_id)
            errors[f"who_{number}"] = typed.error
            return None
    errors[f"who_{number}"] = say(language_of(request), "routes.who_needed")
    return None


def _term(form: Form, number: int) -> Term | None:
    said, unit = counted(form.text(f"term_{number}")), form.text(f"unit_{number}")
    if said is None or not 1 <= said <= (720 if unit == "hours" else 60):
        return None
    return Term(hours=said) if unit == "hours" else Term(working_days=said)


async def filled(said: RouteDrafted) -> Form:
    """Return the form of a route as it stands."""
    values: dict[str, list[str]] = {
        "name": [said.name],
        "kind": [str(said.kind)],
        "unit_id": [str(said.unit_id)],
        "forms": list(said.forms),
        "fields": [str(one) for one in said.fields],
        "levels": [str(one) for one in said.levels],
        "amount_from": [str(said.amount_from)] if said.amount_from is not None else [],
        "amount_to": [str(said.amount_to)] if said.amount_to is not None else [],
        "valid_from": [max(said.valid_from, clock.today()).isoformat()],
        "note": [said.note],
        "lines": [str(len(said.steps))],
    }
    for number, step in enumerate(said.steps, 1):
        who = step.who
        by = {By.HEAD: f"head:{who.up}", By.ROLE: f"role:{who.role}"}.get(who.by, str(who.by))
        named = who.title or who.body or ""
        if who.officer_id is not None:
            named = await reading.username_of(who.officer_id)
        hours = step.term.hours is not None
        values |= {
            f"kind_{number}": [str(step.kind)],
            f"by_{number}": [by],
            f"who_{number}": [named],
            f"term_{number}": [str(step.term.hours if hours else step.term.working_days)],
            f"unit_{number}": ["hours" if hours else "days"],
        }
    return Form(values)
