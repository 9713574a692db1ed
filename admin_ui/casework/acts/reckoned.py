"""Where a refusal can be reckoned again without the case: its page at the desk's law, facts filled in.

A refusal names its rule and its article. Who doubts it asks the law book itself: the same engine
answers with every step.
"""

from typing import NamedTuple
from urllib.parse import urlencode

from backend.casework.reckoner import service as reckoner
from schemas.casework.views import CaseView
from schemas.law.reckoning import Asked


class _About(NamedTuple):
    asked: Asked
    rule: str = ""
    """The time limit, if it is one."""


_ABOUT = {
    "case_decision_late": _About(Asked.DEADLINE, "D12"),
    "case_late_entry": _About(Asked.DEADLINE, "D12"),
    "case_statute_over": _About(Asked.DEADLINE, "D19"),
    "case_explanation_late": _About(Asked.DEADLINE, "D09"),
    "case_hearing_asked": _About(Asked.DEADLINE, "D09"),
    "case_seizure_long": _About(Asked.DEADLINE, "D21"),
    "case_enforce_early": _About(Asked.DEADLINE, "D15"),
    "case_lapse_early": _About(Asked.DEADLINE, "D18"),
    "case_verification_late": _About(Asked.DEADLINE, "D04"),
    "case_not_competent": _About(Asked.COMPETENCE),
    "case_not_in_power": _About(Asked.COMPETENCE),
    "case_fine_signer": _About(Asked.COMPETENCE),
    "case_hearing_due": _About(Asked.EXPLAIN),
    "case_explanation_right": _About(Asked.EXPLAIN),
    "case_no_explanation_right": _About(Asked.EXPLAIN),
    "case_paper_denies_hearing": _About(Asked.EXPLAIN),
    "case_instalments": _About(Asked.EXECUTION),
    "case_postponed": _About(Asked.EXECUTION),
    "case_on_spot": _About(Asked.EXECUTION),
    "case_not_reckoned": _About(Asked.SANCTION),
    "case_computation_other": _About(Asked.SANCTION),
    "case_warning": _About(Asked.SANCTION),
}
"""Refusals that rest on a rule of their own. Any other is about what may be done in a state."""


def answered(view: CaseView) -> bool:
    """Tell whether the desk's law answers by the rules of this case; a case of older rules is not linked to it."""
    return reckoner.answers(view.rule_set)


def address(code: str, view: CaseView | None = None, act: str = "") -> str:
    """Return the desk's address at which this refusal of an act can be reckoned again."""
    about = _ABOUT.get(code)
    if about is None:
        facts = {"state": view.state, "act": act} if view and act else {}
        return _page(Asked.PROCEDURE, facts)
    return _page(about.asked, _facts(about, view))


def _facts(about: _About, view: CaseView | None) -> dict[str, str]:
    if view is None:
        return {"rule": about.rule} if about.rule else {}
    if about.rule:
        begun = [one.asked for one in view.clocks if one.rule == about.rule and one.asked]
        return begun[-1] if begun else {"rule": about.rule}
    codes = "+".join(one.code for one in view.violations)
    subject = {"subject": str(view.party.kind)} if view.party else {}
    return ({"code": codes} if codes else {}) | subject


def _page(asked: Asked, facts: dict[str, str]) -> str:
    return f"/desk/law/{asked}" + (f"?{urlencode(facts)}" if facts else "")
