"""What comes of information: verified, proposed, forwarded, redirected, merged, split; and the case on it."""

from datetime import timedelta
from uuid import UUID

import pytest

from backend.casework.cases import service as cases
from backend.casework.clocks import telling
from backend.core import clock, database
from backend.core.database import transaction
from backend.core.errors import NotFound, RefusedAct
from backend.intake.informations import service as informations
from backend.ledger import service as ledger
from backend.ledger.service import Refused
from schemas.casework.acts.beside import OrderCorrected
from schemas.casework.acts.intake import InspectionProposed, ProposalRejected
from schemas.casework.acts.parts import Party
from schemas.casework.words import CaseAct, InformationSource
from schemas.core.vocabulary import SubjectKind
from schemas.intake import acts
from schemas.intake.words import InformationState, Linked, Means, Nature, Result
from tests.support import informations as made
from tests.support.people import People, Person

pytestmark = pytest.mark.usefixtures("pool")


async def team_of(person: Person) -> UUID:
    """The unit of this person."""
    return person.actor("desk").unit.unit_id


async def verified(people: People, information_id: UUID, result: Result) -> None:
    """An verifies it, as Chi, who heads the team, asked."""
    assigned = acts.Assigned(
        officers=[acts.Verifier(officer_id=people.an.id, full_name="An")],
        due_on=clock.today() + timedelta(days=5),
        instructions="Xem tại chỗ.",
        document_id=None,
    )
    await made.did(people.chi, information_id, assigned)
    report = acts.Verified(result=result, report="Đã xem tại chỗ hai lần.", document_id=None)
    await made.did(people.an, information_id, report)


async def proposed(person: Person, *information_ids: UUID, ordered: bool = False) -> UUID:
    """A case that begins with a proposal on these. Raises RefusedAct."""
    actor = person.actor("desk")
    async with transaction():
        content = InspectionProposed(
            opening=await cases.opening(actor),
            document_id=None,
            basis="Thông tin đã xác minh.",
            contents=["Nhãn hàng hóa"],
            expected_violation="",
            expected_law="",
            proposed_start=clock.today() + timedelta(days=1),
            duration_days=3,
            party=Party(
                **dict.fromkeys(Party.__struct_fields__)
                | {
                    "kind": SubjectKind.HOUSEHOLD,
                    "name": "Hộ kinh doanh Minh Phát",
                    "address": "Số 5 phố Hàng Than",
                }
            ),
            information_ids=list(information_ids),
            ordered=ordered,
        )
        case_id, outcome = await cases.start(actor, CaseAct.INSPECTION_PROPOSED, content)
        ledger.unwrap(outcome)
    return case_id


async def test_a_tip_is_verified_before_a_case_rests_on_it_and_follows_the_case(
    people: People,
) -> None:
    """Circular 27/2020 Art 8.3: all sources but (a) and (b) are collected and verified first."""
    done = await made.registered(people.an)
    with pytest.raises(RefusedAct, match="information_verify_first"):
        await proposed(people.an, done.id)
    await verified(people, done.id, Result.VIOLATION)
    case_id = await proposed(people.an, done.id)
    view = await made.seen(people.chi, done.id)
    assert view.state is InformationState.PROPOSED
    assert [(one.kind, one.record_id, one.state) for one in view.links] == [
        (Linked.CASE, case_id, "proposed")
    ]

    async with transaction():
        ledger.unwrap(
            await cases.act(
                case_id,
                CaseAct.PROPOSAL_REJECTED,
                ProposalRejected(reason="Chưa đủ căn cứ."),
                people.giang.actor("desk"),
            )
        )
    assert [one.state for one in (await made.seen(people.chi, done.id)).links] == ["rejected"]


async def test_one_information_leads_to_several_cases_and_several_to_one(people: People) -> None:
    one = await made.registered(people.an, source=InformationSource.OFFICER)
    other = await made.registered(people.an, source=InformationSource.OFFICER)
    first, second = await proposed(people.an, one.id, other.id), await proposed(people.an, one.id)
    linked = {link.record_id for link in (await made.seen(people.chi, one.id)).links}
    assert linked == {first, second}
    assert {link.record_id for link in (await made.seen(people.chi, other.id)).links} == {first}


async def test_a_case_says_that_a_superior_ordered_it_and_nobody_makes_that_up(
    people: People,
) -> None:
    """P01 counts from an order to inspect one party at several places (Circular 27/2020 Arts 13.4, 20.2), and from no
    other written order of Art 8.1.a: Art 20.2 names no other."""
    order = acts.Order(issued_by="UBND thành phố", number="12/UBND-KT", issued_on=clock.today())
    other = await made.registered(people.an, source=InformationSource.ORDER, order=order)
    with pytest.raises(RefusedAct):
        await proposed(people.an, other.id, ordered=True)
    await proposed(people.an, other.id)
    order = acts.Order(issued_by="Chi cục", number="7/CCQLTT", issued_on=clock.today())
    done = await made.registered(
        people.an, source=InformationSource.ORDER, order=order, several_places=True
    )
    with pytest.raises(RefusedAct):
        await proposed(people.an, done.id)
    case_id = await proposed(people.an, done.id, ordered=True)
    async with transaction():
        _, facts = await cases.facts_of(case_id, people.an.actor("desk"))
    assert "case.ordered" in {one.act for one in telling.facts_of(facts.events)}
    tip = await made.registered(people.an, source=InformationSource.OFFICER)
    with pytest.raises(RefusedAct):
        await proposed(people.an, tip.id, ordered=True)


async def test_a_tick_that_was_wrong_is_corrected_with_a_reason_and_the_limit_follows(
    people: People,
) -> None:
    """Circular 27/2020 Arts 13.4, 20.2: what rests on the order later takes it from the information, and a case that
    rests on it already says so by an act of its own."""
    order = acts.Order(issued_by="Chi cục", number="7/CCQLTT", issued_on=clock.today())
    done = await made.registered(people.an, source=InformationSource.ORDER, order=order)
    before = await proposed(people.an, done.id)
    corrected = acts.OrderCorrected(order=order, several_places=True, reason="Nêu ba cửa hàng")
    await made.did(people.an, done.id, corrected)
    after = await proposed(people.an, done.id, ordered=True)
    assert [await ordered_by(one, people.an) for one in (before, after)] == [False, True]
    told = OrderCorrected(ordered=True, order="7/CCQLTT, Chi cục", reason="Nêu ba cửa hàng")
    unnamed = OrderCorrected(ordered=True, order=None, reason="Nêu ba cửa hàng")
    back = OrderCorrected(ordered=False, order=None, reason="Văn bản nêu một nơi")
    async with transaction():
        actor = people.an.actor("desk")
        for content, refused in (
            (unnamed, "case_order_named"),
            (back, "case_order_same"),
            (told, None),
        ):
            outcome = await cases.act(before, CaseAct.ORDER_CORRECTED, content, actor)
            assert getattr(outcome, "code", None) == refused
        ledger.unwrap(await cases.act(after, CaseAct.ORDER_CORRECTED, back, actor))
    assert [await ordered_by(one, people.an) for one in (before, after)] == [True, False]


async def ordered_by(case_id: UUID, person: Person) -> bool:
    """Whether P01 counts for a case."""
    async with transaction():
        _, facts = await cases.facts_of(case_id, person.actor("desk"))
    return "case.ordered" in {one.act for one in telling.facts_of(facts.events)}


async def test_no_violation_is_told_to_who_informed_unless_they_asked_otherwise(
    people: People,
) -> None:
    """Circular 27/2020 Art 10: sources c, d and e."""
    done = await made.registered(people.an)
    silent = await made.registered(people.an, wants_answer=False)
    media = await made.registered(people.an, source=InformationSource.MEDIA)
    for one in (done, silent, media):
        await verified(people, one.id, Result.NO_VIOLATION)
    assert (await made.seen(people.chi, done.id)).informant_to_tell
    assert not (await made.seen(people.chi, silent.id)).informant_to_tell
    assert not (await made.seen(people.chi, media.id)).informant_to_tell
    rules = {one.rule for one in (await made.seen(people.chi, done.id)).clocks}
    assert rules == {"C27-9.1", "C27-10"}
    told = acts.InformantTold(told_on=clock.today(), means=Means.LETTER, document_id=None)
    await made.did(people.an, done.id, told)
    assert not (await made.seen(people.chi, done.id)).informant_to_tell


async def test_it_goes_to_the_competent_unit_and_both_superiors_hear_of_it(people: People) -> None:
    """Circular 27/2020 Art 9.3: inside the force with a copy to both superiors."""
    done = await made.registered(people.an)
    to = await team_of(people.dung)
    async with transaction():
        outcome, new = await informations.forward(
            done.id, to, "Cơ sở ở địa bàn khác.", people.chi.actor("desk")
        )
        ledger.unwrap(outcome)
    assert new is not None
    assert (await made.seen(people.chi, done.id)).state is InformationState.FORWARDED
    there = await made.seen(people.duyen, new)
    assert there.source is InformationSource.TRANSFER
    assert there.state is InformationState.RECEIVED
    assert there.origin is not None
    assert there.origin.number == done.number
    assert await made.account(people.duyen, new) == [made.ACCOUNT], "it goes along, sealed"
    with pytest.raises(NotFound):
        await made.seen(people.chi, new)
    copies = await database.fetch(
        "SELECT officer_id FROM notices WHERE record_id = $1 AND text_key = 'information.forwarded'",
        done.id,
    )
    assert {one["officer_id"] for one in copies} == {people.giang.id, people.ho.id}


async def test_two_that_say_the_same_are_merged_and_taken_apart_again(people: People) -> None:
    one, other = await made.registered(people.an), await made.registered(people.an)
    async with transaction():
        found = await informations.suggestions(other.id, people.chi.actor("desk"))
    assert [line.id for line in found] == [one.id]
    assert {"subject", "address", "phone"} <= set(found[0].reasons)
    async with transaction():
        ledger.unwrap(
            await informations.merge(
                other.id, one.number, "Cùng một việc.", people.chi.actor("desk")
            )
        )
    view = await made.seen(people.chi, other.id)
    assert (view.state, view.merged_into) == (InformationState.MERGED, one.id)
    into_gone = acts.Merged(into=other.id, number=other.number, reason="Ngược lại.")
    refused = await made.tried(people.chi, one.id, into_gone)
    assert isinstance(refused, Refused)
    assert refused.code == "information_merge_into_gone"
    await made.did(people.chi, other.id, acts.Unmerged(reason="Khác cơ sở."))
    assert (await made.seen(people.chi, other.id)).state is InformationState.RECEIVED


async def test_one_that_says_two_things_is_split_into_two(people: People) -> None:
    done = await made.registered(people.an)
    parts = [made.matter(summary="Rượu không nhãn."), made.matter(summary="Cân sai.")]
    async with transaction():
        outcome, ids = await informations.split(
            done.id, parts, "Hai việc khác nhau.", people.chi.actor("desk")
        )
        ledger.unwrap(outcome)
    assert (await made.seen(people.chi, done.id)).parts == ids
    said = [(await made.seen(people.chi, one)).matter.summary for one in ids]
    assert said == ["Rượu không nhãn.", "Cân sai."]
    assert await made.informant(people.chi, ids[1]) == made.WHO


async def test_what_is_for_another_body_is_redirected_and_its_sender_told(people: People) -> None:
    done = await made.registered(people.an)
    half = acts.Redirected(
        to="Công an xã",
        document_id=None,
        reason="Trộm cắp.",
        informant_told_on=clock.today(),
        means=None,
    )
    refused = await made.tried(people.chi, done.id, half)
    assert isinstance(refused, Refused)
    assert refused.code == "information_told_how"
    whole = acts.Redirected(
        to="Công an xã",
        document_id=None,
        reason="Trộm cắp.",
        informant_told_on=clock.today(),
        means=Means.PHONE,
    )
    await made.did(people.chi, done.id, whole)
    assert (await made.seen(people.chi, done.id)).state is InformationState.REDIRECTED


async def test_who_does_not_head_the_unit_decides_nothing(people: People) -> None:
    done = await made.registered(people.an)
    refused = await made.tried(people.an, done.id, acts.Closed(reason="Không cần."))
    assert isinstance(refused, Refused)
    assert refused.code == "information_not_head"
    view = await made.seen(people.an, done.id)
    assert "intake.closed" not in view.possible
    assert "intake.amended" in view.possible


async def test_figures_count_what_came_in_and_the_time_to_the_first_action(people: People) -> None:
    done = await made.registered(people.an, received_at=clock.now() - timedelta(hours=10))
    await made.registered(people.an, source=InformationSource.OFFICER)
    await made.did(people.chi, done.id, acts.Closed(reason="Đã xử lý trước đó."))
    today = clock.today()
    async with transaction():
        rows = await informations.figures(
            people.giang.actor("desk"), today - timedelta(days=2), today
        )
    of_tips = [one for one in rows if one.source is InformationSource.TIP]
    assert sum(one.received for one in of_tips) == 1
    assert sum(one.no_action for one in of_tips) == 1
    assert {one.first_action_hours for one in of_tips} == {10}
    assert all(one.nature is Nature.TIP for one in rows)
