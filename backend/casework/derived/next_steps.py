"""What to do next in a case. Pure.

These are the steps of the main line, all other acts that this reader may do, and the papers that
each waits for. The state table (states.py) and the reader's rights have decided what is possible.
Each act's place in the main line, and whether this case has a use for it, are declared with it. The
guards judge once an act is done.
"""

from datetime import date

from backend.casework.acts.declaring import Declared
from backend.casework.acts.index import ACTS
from backend.casework.derived import adopting, needed_papers, verifying
from backend.casework.rules import offering
from schemas.casework.next_steps import NextStep, NextSteps, OpenDraft, PaperOnSite, Withheld
from schemas.casework.views import CaseView
from schemas.casework.words import CaseAct, CaseState
from schemas.core.problems import Text
from schemas.fieldwork.paper_views import FieldDocumentView


def _line_of(state: CaseState) -> tuple[CaseAct, ...]:
    placed = [(one.line[state], kind) for kind, one in ACTS.items() if state in one.line]
    return tuple(kind for _, kind in sorted(placed))


MAIN = {state: _line_of(state) for state in CaseState}
"""The main line of each state, most likely first."""


_FINES = frozenset({CaseAct.SANCTION_IMPOSED})


def ahead(view: CaseView, on_site: list[FieldDocumentView], today: date) -> NextSteps:
    """Return what the reader of this view may do.

    `on_site`: papers of the inspection, as far as the reader may see them.
    """
    possible = _sensible(view, view.possible, today)
    line = [kind for kind in main_line(view, today) if kind in possible]
    late = offering.too_late(view)
    if late:  # the refusal of a fine is not what leads on; a decision signed in time is entered all the same
        line.sort(key=lambda kind: kind in _FINES)
    on_spot = offering.imposed_on_spot(view, today)
    return NextSteps(
        to_adopt=[
            PaperOnSite(form=one.paper.form, number=str(one.paper.number))
            for one in adopting.lines(view, on_site)
            if one.standing == "ready"
        ],
        minutes=verifying.minutes_due(view),
        line=[_step(view, kind, on_site) for kind in line],
        others=[_step(view, kind, on_site) for kind in possible if kind not in line],
        withheld=_told(view.withheld, _sensible(view, list(view.withheld), today)),
        barred=_told(
            view.barred,
            [
                kind
                for kind in _sensible(view, list(main_line(view, today)), today)
                if kind in view.barred
            ],
        ),
        annulling=not on_spot and main_line(view, today) != MAIN[CaseState(view.state)],
        on_spot=on_spot,
        late=late,
        no_minutes=view.state in (CaseState.DECISION_DUE, CaseState.VERIFYING)
        and offering.without_minutes(view, today),
    )


def main_line(view: CaseView, today: date) -> tuple[CaseAct, ...]:
    """Return the acts that lead on from here; for a cancelled decision, the act that ends it."""
    alone = (kind for kind, one in ACTS.items() if one.leads_alone and one.leads_alone(view, today))
    only = next(alone, None)
    return (only,) if only else MAIN[CaseState(view.state)]


def _told(reasons: dict[str, Text], kinds: list[CaseAct]) -> list[Withheld]:
    """Put the acts that one reason keeps from the reader together."""
    told: dict[str, tuple[Text, list[CaseAct]]] = {}
    for kind in kinds:
        why = reasons[kind]
        told.setdefault(why.vi, (why, []))[1].append(kind)
    return [Withheld(why=why, kinds=kinds) for why, kinds in told.values()]


def _sensible(view: CaseView, kinds: list[str], today: date) -> list[CaseAct]:
    """List what the table allows, without acts that this case has no use for."""
    return [CaseAct(kind) for kind in kinds if _offered(ACTS[CaseAct(kind)], view, today)]


def _offered(act: Declared, view: CaseView, today: date) -> bool:
    if act.on_its_page:
        return False
    if act.offered:
        return act.offered(view, today)
    return offering.in_force(view, today) if act.carries_out else True


def _step(view: CaseView, kind: CaseAct, on_site: list[FieldDocumentView]) -> NextStep:
    """Return a step with its paper: made on site, begun already, or to be begun."""
    forms = needed_papers.missing(kind, view.papers)
    known = {one.id for one in view.papers}
    found = [
        PaperOnSite(form=one.form, number=one.number)
        for one in on_site
        if one.form in forms and one.number and one.id not in known
    ]
    drafts = [
        OpenDraft(id=one.id, form=one.form)
        for one in view.papers
        if one.form in forms and one.state in ("draft", "content_ready")
    ]
    begin = [] if found or drafts else list(forms)
    return NextStep(kind=kind, on_site=found, drafts=drafts, forms=begin)
