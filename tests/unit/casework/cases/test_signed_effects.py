"""Every form of a paper either takes effect in its case with the signature, or says why not."""

from backend.casework.acts.index import ACTS
from backend.casework.derived import effects, needed_papers
from backend.documents import forms
from schemas.casework.contents import CASE_CONTENTS
from schemas.casework.words import CaseAct

FORMS = {form for form, _ in forms.known()}


def taken() -> set[str]:
    """Forms of papers that any act of a case enters, takes, rests on or decides by."""
    found: set[str] = set()
    for act in ACTS.values():
        found |= set(act.ground) | set(act.paper.forms if act.paper else ())
        found |= {form for needed in act.takes for form in needed.forms}
        found |= set(getattr(act.decides, "papers", ()))
    return found & FORMS


def test_every_paper_that_an_act_takes_enters_it_when_signed_or_says_why_not() -> None:
    assert taken() - set(effects.EFFECTS) - set(effects.APART) == set()
    assert set(effects.EFFECTS) & set(effects.APART) == set(), "either, not both"
    assert set(effects.EFFECTS) | set(effects.APART) <= FORMS
    assert all(len(why) > 20 for why in effects.APART.values())


def test_an_effect_names_its_paper_and_asks_only_for_fields_of_its_act() -> None:
    for meant in (one for found in effects.EFFECTS.values() for one in found):
        fields = CASE_CONTENTS[meant.kind].__struct_fields__
        assert meant.effect.key in fields
        assert set(meant.effect.asks) <= set(fields)


def test_of_several_acts_of_one_form_the_signer_says_which_only_where_no_paper_tells() -> None:
    assert {one.kind for one in effects.asked("MQĐ31")} == {
        CaseAct.EXECUTION_SUSPENDED,
        CaseAct.CRIME_SUSPECTED,
    }
    assert [one.kind for one in effects.asked("MQĐ32")] == [CaseAct.SUSPENSION_ENDED]
    assert [one.kind for one in effects.asked("MQĐ17")] == [CaseAct.EXECUTION_PARTIAL]
    assert not effects.asked("MQĐ20")


def test_an_act_takes_the_forms_that_enter_it() -> None:
    for kind, act in ACTS.items():
        if act.effect is None or act.paper is None or not act.paper.forms:
            continue
        key = act.paper.key
        assert set(act.effect.forms) <= set(needed_papers.forms(kind, key)), kind
