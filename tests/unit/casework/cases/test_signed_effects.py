"""Every form of a paper either takes effect in its case when it is signed, whatever the way, or says why not."""

from datetime import date
from types import SimpleNamespace
from typing import Any, cast
from uuid import UUID

from admin_ui.casework.acts.index import FORMS as PAGES
from backend.casework.acts.index import ACTS
from backend.casework.derived import effects, needed_papers
from backend.casework.derived.states import step
from backend.casework.drafting import entering
from backend.casework.rules import minuted
from backend.casework.rules.facts import Event, Exhibit, Facts, Paper
from backend.casework.rules.states import Effect as Step
from backend.documents import forms
from backend.law import form_facts
from schemas.casework.acts.exhibits import Exhibit as Thing
from schemas.casework.acts.proceedings import ViolationRecorded
from schemas.casework.contents import CASE_CONTENTS
from schemas.casework.words import ByHand, CaseAct, CaseState, DocumentState, ExhibitState
from tests.support.case_papers import example
from tests.support.effects_page import Way, compared, ways
from tests.unit.casework.cases.made import NOW, OFFICER, ident, opening

FORMS = {form for form, _ in forms.known()}
_CONTENT = cast("ViolationRecorded", SimpleNamespace(document_id=ident("paper")))
RECORDED = (CaseAct.VIOLATION_RECORDED, _CONTENT)
"""What violation minutes record is read off the catalogue (drafting/minuting.py), not here."""
ANSWERS: dict[str, dict[str, Any]] = {
    "MBB03": {"act": "explanation.received", "accepted": True},
    "MQĐ31": {"act": "crime.suspected", "reason": "Giá trị hàng đến mức truy cứu hình sự"},
    "MQĐ32": {"act": "suspension.ended", "why": "not_prosecuted"},
    "MQĐ17": {"act": "execution.partial", "on": "2026-11-20", "sheet": "4"},
}
"""What a signer answers, by form, where an answer is needed."""


def test_every_form_of_the_house_takes_effect_or_says_why_not() -> None:
    assert set(effects.EFFECTS) | set(effects.WITHOUT) == FORMS
    assert set(effects.EFFECTS) & set(effects.WITHOUT) == set(), "either, not both"
    assert all(len(why) > 20 for why in effects.WITHOUT.values())


def paper(form: str, name: str, fields: dict[str, Any], **more: Any) -> Paper:
    """A paper in force."""
    return Paper(
        id=ident(name),
        form=form,
        form_version=forms.newest(form),
        state=DocumentState.SIGNED,
        fields=fields,
        fields_hash="",
        drafted_by=OFFICER,
        drafted_at=NOW,
        number=f"1/{form}",
        issued_on=date(2026, 11, 24),
        issued_by=OFFICER,
        **more,
    )


def in_force(form: str, way: Way) -> Facts:
    """A case in which such a paper has just come into force so, with the goods and the decision that it names."""
    fields = example(form)
    said = ANSWERS.get(form, {}) if effects.answered(form) and way is not Way.AGAIN else None
    signed = {Way.BY_HAND: ByHand.COMPARED, Way.AGAIN: ByHand.COMPARED}.get(way)
    more = {"hand": signed, "adopted": way is Way.PHONE, "said": said, "replaces": ident("about")}
    takes = (one for one in CaseState if step(one, effects.of(form)[0].kind).effect is Step.TAKES)
    facts = Facts(next(takes), opening(), NOW)
    about = next(iter(form_facts.names_decision_of(form)), "MQĐ02")
    named = paper(about, "about", example(about))
    named.number = fields.get("decision_number", named.number)
    named.issued_on = date.fromisoformat(fields.get("decision_date", "2026-11-24"))
    facts.papers = {named.id: named, ident("paper"): paper(form, "paper", fields, **more)}
    facts.sanction = cast("Any", SimpleNamespace(document_id=named.id, confiscated=[]))
    if form not in form_facts.seizing():
        rows = [*minuted.rows(fields), *(fields.get("items") or [])]
        facts.exhibits = {ident(str(at)): held(at, row) for at, row in enumerate(rows)}
    return facts


def held(place: int, row: dict[str, Any]) -> Exhibit:
    """What a row names, seized."""
    unknown: dict[str, Any] = dict.fromkeys(("brand", "origin", "serial", "value", "value_basis"))
    named: dict[str, Any] = {one: str(row.get(one) or "") for one in ("name", "unit", "quantity")}
    thing = Thing(
        exhibit_id=ident(str(place)),
        kind="exhibit",
        condition="",
        photos=[],
        **(unknown | named),
    )
    return Exhibit(thing, place + 1, ExhibitState.SEIZED, "Kho", "Đội số 1", NOW)


def entered(facts: Facts, document_id: UUID) -> list[CaseAct]:
    """Enter what the paper means, act by act, as the command does that puts it in force."""
    kinds: list[CaseAct] = []
    said = facts.papers[document_id].said or {}
    choices = entering.NO_CHOICES._replace(answers=said)
    while len(kinds) < 9:
        found = entering.meant(facts, document_id, choices, NOW, RECORDED)
        if found is None:
            break
        event = Event(len(kinds) + 1, ident("act"), *found, OFFICER, NOW, NOW)
        facts.events.append(event)
        kinds.append(found[0])
    return kinds


def test_no_paper_is_in_force_by_any_way_of_signing_and_its_case_does_not_know() -> None:
    """A decision on the violation carries a reckoning; test_by_hand.py and test_signed_and_entered.py sign it."""
    unknown = []
    for form in sorted(set(effects.EFFECTS) - set(entering.FORMS)):
        for way in ways(form):
            facts = in_force(form, way)
            kinds = entered(facts, ident("paper"))
            meant = {one.kind for one in effects.of(form)}
            left = [one.form for one, _ in effects.waiting(facts) if one.id == ident("paper")]
            listed = way is Way.AGAIN and left == [form]  # made outside: nobody answered here
            if not listed and (left or not meant & set(kinds)):
                unknown.append((form, way))
    assert unknown == []
    assert set(entering.FORMS) <= set(effects.EFFECTS)


def test_what_a_paper_does_not_say_is_a_field_that_the_page_of_the_signature_can_ask() -> None:
    for form, found in effects.EFFECTS.items():
        for kind, effect in found:
            asked = {*effect.asks, *effect.offers(form, example(form)), *effect.each[:1]}
            asked |= {name for on in effect.asked_on for name in on[1]}
            assert asked <= {one.name for one in PAGES[kind].fields} if asked else True, kind
            assert set(effect.apart) <= set(CASE_CONTENTS[kind].__struct_fields__)
            if form in entering.FORMS:
                assert set(effect.apart) <= set(entering.Choices._fields)


def test_who_has_to_answer_is_asked_before_the_signature_whatever_the_way() -> None:
    needed = {form for form in effects.EFFECTS if effects.unsaid(form, example(form), {})}
    assert needed == set(ANSWERS)
    assert not any(effects.unsaid(form, example(form), said) for form, said in ANSWERS.items())
    goods = example("MBB01")
    assert effects.unsaid("MBB01", goods, {"keeper": "Đội số 1"}), "kept by somebody, but where?"


def test_what_cannot_easily_be_taken_back_waits_for_the_comparison() -> None:
    """PRACTICE B3: seizure and search at once; payment, publication and enforcement after the comparison."""
    waits = {form for form, found in effects.EFFECTS.items() if any(map(compared, found))}
    assert {"MQĐ03", "MQĐ04", "MQĐ05", "MQĐ31", "MQĐ32", "MQĐ17", "MQĐ40", "MBB21"} <= waits
    assert not waits & {"MBB15", "MQĐ20", "MQĐ21", "MBB01", "MQĐ01"}


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
    assert [one.kind for one in effects.asked("MBB03")] == [CaseAct.EXPLANATION_RECEIVED]
    assert not effects.asked("MQĐ20")


def test_an_act_takes_the_forms_that_enter_it() -> None:
    for kind, act in ACTS.items():
        if act.effect is None or not (taken := needed_papers.forms(kind, act.effect.key)):
            continue
        assert set(act.effect.forms) <= set(taken), kind
